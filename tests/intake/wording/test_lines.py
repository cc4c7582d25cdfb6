from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.intake.wording.lines import Part, plain_text, read_lines

P = Part


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Profiel\n- a1\nAanbod\n- b1", [("a1", P.PROFILE), ("b1", P.OFFER)]),
        ("WAT VRAGEN WIJ?\n• a1\n\nWat bieden wij?\n• b1", [("a1", P.PROFILE), ("b1", P.OFFER)]),
        ("Jouw profiel als lasser:\n* a1", [("a1", P.PROFILE)]),
        ("## **Votre profil** :\r\n1. a1\r\n2) a2", [("a1", P.PROFILE), ("a2", P.PROFILE)]),
        ("Nous offrons : un CDI\nMissions : souder", [("un CDI", P.OFFER), ("souder", P.TASKS)]),
        ("Ce que nous vous offrons\n🎁 b1", [("b1", P.OFFER)]),
        ("Ihr Profil\n– a1\nWir bieten:\n– b1", [("a1", P.PROFILE), ("b1", P.OFFER)]),
        ("Wij bieden\n- b1\nPraktisch:\n- c1", [("b1", P.OFFER), ("c1", P.OTHER)]),
        ("Aanbod\n- Loon: 17 €/uur\n- b2", [("17 €/uur", P.WAGE), ("b2", P.OFFER)]),
        ("Locatie\nGent\nProfiel\na1", [("Gent", P.PLACE), ("a1", P.PROFILE)]),
        ("Lieu(x) de travail : • NAMUR", [("NAMUR", P.PLACE)]),
        ("Start date: 1 April 2027", [("1 April 2027", P.STARTS)]),
        ("<ul><li>.NET &amp; C#</li><li>Java</li></ul>", [(".NET & C#", P.OTHER), ("Java", P.OTHER)]),
        ("€ 12 per uur", [("€ 12 per uur", P.OTHER)]),
        ("", []),
    ],
)
def test_lines_know_what_they_are_about(text: str, lines: list[tuple[str, Part]]) -> None:
    assert [(line.text, line.about) for line in read_lines(text)] == lines


def test_a_line_that_only_goes_on_is_joined() -> None:
    (line,) = read_lines("Je bent verantwoordelijk voor het onderhoud van\nalle machines in de hal")
    assert line.text == "Je bent verantwoordelijk voor het onderhoud van alle machines in de hal"


def test_a_vacancy_on_one_line_is_read_sentence_by_sentence() -> None:
    text = "Wij zoeken een lasser. " + "Je werkt in een team. " * 20 + "Profiel: kennis van TIG."
    assert read_lines(text)[-1].about is P.PROFILE


@settings(deadline=None)
@given(st.text())
def test_any_text_gives_lines_that_say_something(text: str) -> None:
    assert all(line.text.strip() and "\n" not in line.text for line in read_lines(text))
    assert "\r" not in plain_text(text)
