from __future__ import annotations

import pytest

from matcher.intake.language_headings import names_language


@pytest.mark.parametrize(
    "heading",
    [
        "Nederlands",
        "FR",
        "Niveau de français",
        "Niveau NL",
        "Anglais (CECR)",
        "Level of English",
        "Kennis van het Nederlands",
        "Deutsch",
        "العربية",
        "مستوى اللغة الفرنسية",
        "Langue maternelle arabe",
    ],
)
def test_headings_of_one_language(heading: str) -> None:
    assert names_language(heading)


@pytest.mark.parametrize(
    "heading",
    ["", "Langues", "de", "en", "nl", "Français et anglais", "Cours de français suivi", "Employeur", "x" * 500],
)
def test_headings_that_say_something_else(heading: str) -> None:
    assert not names_language(heading)
