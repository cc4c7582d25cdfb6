from __future__ import annotations

import pytest

from matcher.intake.cv.lists import read_languages, read_licences, read_skills


@pytest.mark.parametrize(
    ("lines", "skills", "kept"),
    [
        (["• Meulage", "• Soudage TIG / MIG-MAG"], ["Meulage", "Soudage TIG", "MIG-MAG"], ()),
        (["Inventaire ; gestion de stock"], ["Inventaire", "gestion de stock"], ()),
        (["Logiciels: Word, Sage"], ["Word", "Sage"], ()),
        (["Frameworks: React, Django"], ["React", "Django"], ("Frameworks: React, Django",)),
        (["Outils\tSage, Word"], ["Sage", "Word"], ()),
        (["Excel\tadvanced"], ["Excel"], ("Excel advanced",)),
        (["Excel ●●●○○"], ["Excel"], ("Excel ●●●○○",)),
        (["Word\tExcel\tSage"], ["Word", "Excel", "Sage"], ()),
        (["بناء الحجر، الجبس"], ["بناء الحجر", "الجبس"], ()),
        (["• Lecture de", "plans"], ["Lecture de plans"], ()),
    ],
)
def test_skills(lines: list[str], skills: list[str], kept: tuple[str, ...]) -> None:
    found, more = read_skills(lines)
    assert ([skill.text for skill in found], more) == (skills, kept)


@pytest.mark.parametrize(
    ("lines", "languages", "kept"),
    [
        (["Français\tC1", "Arabe\tlangue maternelle"], ["fr C1", "ar C2"], ()),
        (["Langue\tNiveau", "Français\tC1"], ["fr C1"], ("Langue Niveau",)),
        (["French", "LISTENING C1 READING C1 WRITING B2"], ["fr B2"], ()),
        (["English - B2"], ["en B2"], ()),
        (["Arabic (Native) · French (Fluent)"], ["ar C2", "fr C1"], ()),
        (["Anglais ●●●○○"], ["en None"], ()),
        (["Klingon: fluent"], [], ("Klingon: fluent",)),
    ],
)
def test_languages(lines: list[str], languages: list[str], kept: tuple[str, ...]) -> None:
    found, more = read_languages(lines)
    assert ([f"{item.language} {item.cefr}" for item in found], more) == (languages, kept)


def test_licences_in_the_words_of_the_cv() -> None:
    assert [item.text for item in read_licences("Permis :", ["B, C", "Permis CE"])] == ["Permis B, C", "Permis CE"]
