from __future__ import annotations

import pytest

from matcher.intake.candidate_columns import CandidateColumn
from matcher.intake.fields import Fields, NamedCell
from matcher.intake.listed_cells import told_languages, told_skills
from matcher.records import Source

C = CandidateColumn


def fields(column: CandidateColumn, *cells: tuple[str, str]) -> Fields[CandidateColumn]:
    return Fields(Source("cohort.csv"), {column: [NamedCell(heading, text) for heading, text in cells]})


@pytest.mark.parametrize(
    ("cells", "languages"),
    [
        ([("Langues", "FR B2, EN A1")], ["fr B2", "en A1"]),
        ([("Langues: FR", "B2"), ("Langues: NL", "A1")], ["fr B2", "nl A1"]),
        ([("Niveau de français", "courant"), ("Engels", "x")], ["fr C1", "en None"]),
        ([("Français", "non"), ("Anglais", "-"), ("Nederlands", "0")], []),
        ([("Langue 1", "arabe"), ("Langue 2", "néerlandais B1")], ["ar None", "nl B1"]),
        ([("العربية", "C1")], ["ar C1"]),
    ],
)
def test_languages_are_named_by_the_cell_or_by_the_heading(cells: list[tuple[str, str]], languages: list[str]) -> None:
    found = told_languages(fields(C.LANGUAGES, *cells))
    assert [f"{skill.language} {skill.cefr}" for skill in found] == languages


def test_languages_that_nobody_knows_are_kept_with_a_warning() -> None:
    told = fields(C.LANGUAGES, ("Langue 1", "klingon"))
    assert told_languages(told) == ()
    assert [problem.column for problem in told.warnings] == ["Langue 1"]
    assert told.extra == (("Langue 1", "klingon"),)


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ([("Compétences", "MIG; TIG"), ("Skills 2", "-")], "MIG; TIG"),
        ([("Compétences: Soudure", "x"), ("Compétences: Montage", "non")], " Soudure"),
        ([("Compétences: Autres", "cintrage, pliage")], "cintrage, pliage"),
        ([("Compétences", "x")], "x"),
    ],
)
def test_skills_are_named_by_the_cell_or_ticked_below_their_name(cells: list[tuple[str, str]], text: str) -> None:
    assert told_skills(fields(C.SKILLS, *cells)) == text
