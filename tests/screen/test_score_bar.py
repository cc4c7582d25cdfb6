from __future__ import annotations

import pytest

from matcher.records import Evidence, Match, Reason
from matcher.report import COLOURS
from screen.score_bar import bar_rows, marker, score_bar
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
    drawn = [row["contribution"] for row in bar_rows(MATCH, Words("en"))]
    assert drawn == [part.contribution for part in MATCH.evidence]
    assert sum(drawn) == pytest.approx(MATCH.score)


def test_an_unknown_part_is_paler():
    known, unknown = (row["opacity"] for row in bar_rows(MATCH, Words("en")))
    assert unknown < known


def test_parts_are_named_in_the_language_chosen():
    assert [row["part"] for row in bar_rows(MATCH, Words("nl"))] == ["Vaardigheden", "Ervaring"]


def test_colours_and_scale_are_those_of_the_report():
    drawn = score_bar(bar_rows(MATCH, Words("en")))["layer"][1]["encoding"]
    assert dict(zip(drawn["color"]["scale"]["domain"], drawn["color"]["scale"]["range"], strict=True)) == COLOURS
    assert drawn["x"]["scale"]["domain"] == [0, 1]


def test_a_marker_has_the_colour_of_its_part():
    assert COLOURS["skills"] in marker("skills")
