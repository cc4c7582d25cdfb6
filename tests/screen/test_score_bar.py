from __future__ import annotations

import pytest
from lxml import etree

from matcher.records import Evidence, Match, Reason
from matcher.report import COLOURS
from screen.score_bar import marker, score_bar, score_in_words
from screen.wording import Words

MATCH = Match(
    "c",
    "v",
    (
        Evidence("skills", 0.8, 0.6, Reason("skills.none_asked")),
        Evidence("experience", None, 0.4, Reason("experience.none_asked")),
    ),
)


def drawn():
    """Return the parts of the bar, without the ground they stand on."""
    return etree.fromstring(score_bar(MATCH))[1:]


def share(part, name: str) -> float:
    return float(part.get(name).rstrip("%")) / 100


def test_the_bar_is_drawn_from_the_parts_of_the_score():
    widths = [share(part, "width") for part in drawn()]
    assert widths == pytest.approx([part.contribution for part in MATCH.evidence])
    assert sum(widths) == pytest.approx(MATCH.score)


def test_each_part_begins_where_the_one_before_ends():
    first, second = drawn()
    assert share(first, "x") == 0
    assert share(second, "x") == pytest.approx(share(first, "width"))


def test_an_unknown_part_is_paler():
    known, unknown = (float(part.get("fill-opacity")) for part in drawn())
    assert unknown < known


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", "Skills 48% / 60%, Experience 20% / 40%"),
        ("fr", "Compétences 48 % / 60 %, Expérience 20 % / 40 %"),
        ("nl", "Vaardigheden 48% / 60%, Ervaring 20% / 40%"),
    ],
)
def test_who_cannot_see_the_bar_is_told_what_each_part_adds_of_what_it_could(language, parts):
    words = Words(language)
    assert score_in_words(MATCH, words) == words("bar.alt", score=words.percent(0.68), parts=parts)


def test_colours_are_those_of_the_report():
    assert [part.get("fill") for part in drawn()] == [COLOURS["skills"], COLOURS["experience"]]


def test_a_marker_has_the_colour_of_its_part():
    assert COLOURS["skills"] in marker("skills")
