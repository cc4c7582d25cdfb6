from __future__ import annotations

import pytest

from matcher.records import Evidence, Match, Reason
from matcher.report import COLOURS
from screen.score_bar import bar_table, marker, score_bar
from screen.wording import Words

MATCH = Match(
    "c",
    "v",
    (
        Evidence("skills", 0.8, 0.6, Reason("skills.none_asked")),
        Evidence("experience", None, 0.4, Reason("experience.none_asked")),
    ),
)


def test_the_bar_is_drawn_from_the_parts_of_the_score():
    table = bar_table(MATCH, Words("en"))
    assert table["contribution"].tolist() == [part.contribution for part in MATCH.evidence]
    assert table["contribution"].sum() == pytest.approx(MATCH.score)


def test_an_unknown_part_is_paler():
    known, unknown = bar_table(MATCH, Words("en"))["opacity"]
    assert unknown < known


def test_parts_are_named_in_the_language_chosen():
    assert bar_table(MATCH, Words("nl"))["part"].tolist() == ["Vaardigheden", "Ervaring"]


def test_colours_and_scale_are_those_of_the_report():
    drawn = score_bar(bar_table(MATCH, Words("en"))).to_dict()["layer"][1]["encoding"]
    assert dict(zip(drawn["color"]["scale"]["domain"], drawn["color"]["scale"]["range"], strict=True)) == COLOURS
    assert drawn["x"]["scale"]["domain"] == [0, 1]


def test_a_marker_has_the_colour_of_its_part():
    assert COLOURS["skills"] in marker("skills")
