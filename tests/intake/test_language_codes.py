from __future__ import annotations

import pytest

from matcher.intake.language_codes import language_name
from matcher.intake.languages import read_language_skills


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("fra", "French"),
        ("fre", "French"),
        ("FR", "French"),
        ("nl-BE", "Dutch"),
        ("http://publications.europa.eu/resource/authority/language/TIR", "Tigrinya"),
        ("ary", "Arabic"),
        ("Tshiluba", "Tshiluba"),
        ("xyz", "xyz"),
        ("", ""),
    ],
)
def test_codes_become_names(code: str, name: str) -> None:
    assert language_name(code) == name


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("ar", "ar"),
        ("ara", "ar"),
        ("deu", "de"),
        ("tir", "ti"),
        ("som", "so"),
        ("prs", "prs"),
        ("wol", "wo"),
        ("twi", "ak"),
    ],
)
def test_the_names_are_those_that_cells_are_read_by(code: str, language: str) -> None:
    (skill,) = read_language_skills(f"{language_name(code)} (B1)")
    assert (skill.language, skill.cefr) == (language, "B1")


def test_every_name_is_read() -> None:
    from matcher.intake import language_codes

    unread = [name for name in language_codes._CODES if not read_language_skills(f"{name} (B1)")]
    assert unread == []
