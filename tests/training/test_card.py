import json
from dataclasses import asdict

import pytest

from matcher.errors import UnreadableFileError
from matcher.training.card import Origin, show_figures, write_card

FIGURE = {"benchmark": "MELO", "metric": "MRR", "value": 0.5412, "low": 0.51, "high": 0.57, "n": 1_633}


@pytest.fixture
def origin(starter, plan):
    def make(**facts):
        usual = {"languages": (), "dictionaries": (), "teacher": "", "plan": asdict(plan)}
        return Origin(status=starter.status(), **(usual | facts))

    return make


@pytest.mark.parametrize(
    ("facts", "said", "unsaid"),
    [
        ({}, ["No dictionary", "No teacher", "ESCO classification", "Not measured", "steps 12"], ["GPL"]),
        ({"dictionaries": (("fra-eng.dz", 16_626),)}, ["fra-eng.dz 16,626", "GPL", "none of their entries"], []),
        ({"teacher": "all-MiniLM-L6-v2"}, ["all-MiniLM-L6-v2", "none of its weights"], ["No teacher"]),
        ({"languages": ("en",)}, ["labels by language en "], [", fr ", ", nl "]),
    ],
)
def test_a_card_says_what_the_encoder_was_made_from(origin, tmp_path, facts, said, unsaid):
    write_card(tmp_path, origin(**facts), "tiny", "0123abcd")
    card = (tmp_path / "README.md").read_text()
    assert all(words in card for words in ("# tiny", "0123abcd", *said))
    assert not any(words in card for words in unsaid)


def test_figures_are_shown_with_their_intervals(origin, tmp_path):
    (tmp_path / "figures.json").write_text(json.dumps([FIGURE]))
    write_card(tmp_path, origin(), "tiny", "0123abcd")
    assert "| MELO | MRR | 0.541 | 0.510 - 0.570 | 1,633 |" in (tmp_path / "README.md").read_text()


def test_figures_measured_later_join_the_card(origin, tmp_path):
    write_card(tmp_path, origin(), "tiny", "0123abcd")
    (tmp_path / "figures.json").write_text(json.dumps([FIGURE]))
    show_figures(tmp_path)
    late = (tmp_path / "README.md").read_text()
    write_card(tmp_path, origin(), "tiny", "0123abcd")
    assert late == (tmp_path / "README.md").read_text()


@pytest.mark.parametrize("content", ["{", "[1]", '[{"benchmark": "MELO"}]', json.dumps([FIGURE | {"value": "high"}])])
def test_figures_that_are_none_are_named(origin, tmp_path, content):
    (tmp_path / "figures.json").write_text(content)
    with pytest.raises(UnreadableFileError, match=r"figures\.json"):
        write_card(tmp_path, origin(), "tiny", "0123abcd")
