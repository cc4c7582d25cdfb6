from __future__ import annotations

import pytest

from matcher.intake.cv.text import clean_line, clean_lines, counted_rating, is_bullet, joined_wraps, without_bullet


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("qualiﬁé et ofﬁciel", "qualifié et officiel"),
        ("E X P É R I E N C E", "EXPÉRIENCE"),
        ("W O R K   H I S T O R Y", "WORK HISTORY"),
        ("A b and c", "A b and c"),
        ("٢٠١٨ إلى ٢٠٢٠", "2018 إلى 2020"),
        ("aujourd’hui", "aujourd'hui"),
        ("Arabe            langue maternelle", "Arabe\tlangue maternelle"),
        ("a\u200bb\xadc  d", "abc d"),
        ("\t\tmeulage\t", "meulage"),
    ],
)
def test_typesetting_is_undone(raw: str, clean: str) -> None:
    assert clean_line(raw) == clean


def test_broken_words_are_joined_and_gaps_are_single() -> None:
    lines = ["", "l'industrie pétro-", "chimique", "", "", "sur place", "2019 -", "présent"]
    assert clean_lines(lines) == ("l'industrie pétrochimique", "", "sur place", "2019 -", "présent")


@pytest.mark.parametrize(
    ("line", "rest"),
    [("• Meulage", "Meulage"), ("- 2019", "2019"), ("\uf0b7 Word", "Word"), ("Word", "Word"), ("-", "-")],
)
def test_bullets(line: str, rest: str) -> None:
    assert without_bullet(line) == rest
    assert is_bullet(line) == (line != rest)


@pytest.mark.parametrize(
    ("line", "counted"),
    [("Anglais ●●●○○", "Anglais (3/5)"), ("Word ★★★★★", "Word (5/5)"), ("● Word", "● Word"), ("A ●●", "A ●●")],
)
def test_dots_are_counted(line: str, counted: str) -> None:
    assert counted_rating(line) == counted


def test_wrapped_items_are_joined() -> None:
    lines = ["• Soudage et", "meulage", "Soudeur", "depuis 2019", "BTP soudage,", "CFPA"]
    assert joined_wraps(lines) == ["• Soudage et meulage", "Soudeur", "depuis 2019", "BTP soudage, CFPA"]
