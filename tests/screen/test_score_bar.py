from __future__ import annotations

import pytest
from lxml import html

from matcher.records import Evidence, Match, Reason
from matcher.report import COLOURS
from screen.score_bar import marker, score_bar
from screen.wording import Words

MATCH = Match(
    "c",
    "v",
    (
        Evidence("skills", 0.8, 0.6, Reason("skills.none_asked")),
        Evidence("experience", None, 0.4, Reason("experience.none_asked")),
    ),
)


def drawn(language: str = "en"):
    """Return the bar, and the style of each of its parts."""
    bar = html.fromstring(score_bar(MATCH, Words(language)))
    return bar, [dict(pair.split(":") for pair in part.get("style").split(";")) for part in bar.findall("span")]


def test_the_bar_is_drawn_from_the_parts_of_the_score():
    widths = [float(style["width"].rstrip("%")) / 100 for style in drawn()[1]]
    assert widths == pytest.approx([part.contribution for part in MATCH.evidence])
    assert sum(widths) == pytest.approx(MATCH.score)


def test_an_unknown_part_is_paler():
    known, unknown = (float(style["opacity"]) for style in drawn()[1])
    assert unknown < known


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("en", ["Skills: 48% / 60%", "Experience: 20% / 40%"]),
        ("fr", ["Compétences: 48 % / 60 %", "Expérience: 20 % / 40 %"]),
        ("nl", ["Vaardigheden: 48% / 60%", "Ervaring: 20% / 40%"]),
    ],
)
def test_each_part_is_named_with_what_it_adds_of_what_it_could(language, titles):
    assert [part.get("title") for part in drawn(language)[0].findall("span")] == titles


def test_who_cannot_see_the_bar_is_told_its_parts():
    bar, _ = drawn()
    assert bar.get("role") == "img"
    assert bar.get("aria-label") == Words("en")("bar.alt", score="68%", parts="Skills 48%, Experience 20%")


def test_colours_are_those_of_the_report():
    assert [style["background"] for style in drawn()[1]] == [COLOURS["skills"], COLOURS["experience"]]


def test_a_marker_has_the_colour_of_its_part():
    assert COLOURS["skills"] in marker("skills")
