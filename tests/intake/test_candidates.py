from __future__ import annotations

from datetime import date

import pytest

from matcher.intake.candidate_columns import CandidateColumn
from matcher.intake.candidates import CandidateFields, CohortContext, build_candidate
from matcher.intake.fields import Fields, NamedCell
from matcher.intake.sheets import Cell
from matcher.records import Candidate, Leg, Source, StatusEvent

C = CandidateColumn
TODAY = date(2026, 11, 23)


def built(leg: Leg | None = None, **cells: Cell) -> tuple[Candidate, CandidateFields]:
    """Build a candidate from cells by column name; ``key`` and ``occupation`` stand unless given."""
    given = {"key": "A-1", "occupation": "Soudeur", **cells}
    named = {C(column): [NamedCell(column.upper(), cell)] for column, cell in given.items()}
    fields: CandidateFields = Fields(Source("f.csv", None, 7), named)
    return build_candidate(fields, CohortContext("palim", leg, TODAY)), fields


def test_the_three_parts_of_a_candidate_are_filled() -> None:
    candidate, fields = built(
        name="EL AMRANI  Salma",
        gender="Femme",
        birth_date="14/03/1997",
        nationality="Marocaine",
        email="salma@example.org",
        phone=400000103.0,
        residence_status="verzoeker int. bescherming",
        application_date=date(2024, 10, 8),
        occupation="Développeuse web / intégratrice",
        skills="HTML/CSS, Git",
        education="Licence en biologie",
        languages="FR courant",
        summary="J'aime\nle détail.",
        wishes="Hybrid or remote",
    )
    assert (candidate.id, candidate.key, candidate.scheme) == ("", "A-1", "palim")
    assert candidate.person.name == "EL AMRANI Salma"
    assert (candidate.person.gender, candidate.person.email, candidate.person.phone) == (
        "female",
        "salma@example.org",
        "400000103",
    )
    assert candidate.status.birth_date == date(1997, 3, 14)
    assert candidate.status.events == (StatusEvent("application", date(2024, 10, 8)),)
    assert candidate.profile.occupations == ("Développeuse web", "intégratrice")
    assert [skill.text for skill in candidate.profile.skills] == ["HTML/CSS", "Git"]
    assert candidate.profile.highest_eqf == 6
    assert candidate.profile.summary == "J'aime\nle détail."
    assert candidate.profile.wishes == ("Hybrid or remote",)
    assert not fields.faults
    assert not fields.warnings
    assert candidate.extra == ()


def test_family_and_given_name_make_one_name() -> None:
    assert built(family_name="BOUCHTA", given_name="Nil")[0].person.name == "Nil BOUCHTA"
    assert built(family_name="Na")[0].person.name == "Na"
    candidate, _ = built(name="Ali Baba", given_name="Ali")
    assert (candidate.person.name, candidate.extra) == ("Ali Baba", (("GIVEN_NAME", "Ali"),))


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("F", "female"),
        ("V", "female"),
        ("Mme", "female"),
        ("H", "male"),
        ("M.", "male"),
        ("x", "other"),
        ("?", None),
        ("non dit", "non dit"),
    ],
)
def test_gender_marks_of_four_languages(text: str, gender: str | None) -> None:
    assert built(gender=text)[0].person.gender == gender


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("31/02/1999", "no such birth date"),
        ("01/01/2030", "in the future"),
        ("01/01/1900", "age over 100"),
        ("22/11/1926", "age over 100"),
        (date(2027, 1, 1), "in the future"),
    ],
)
def test_impossible_birth_dates_are_faults(cell: Cell, words: str) -> None:
    _, fields = built(birth_date=cell)
    (fault,) = fields.faults
    assert words in fault.problem
    assert (fault.row, fault.column, bool(fault.value), bool(fault.remedy)) == (7, "BIRTH_DATE", True, True)


def test_an_age_of_one_hundred_is_believed() -> None:
    assert built(birth_date="23/11/1926")[0].status.birth_date == date(1926, 11, 23)


@pytest.mark.parametrize("cell", ["1990", "vers 1990", "00/00/1990", "mars 1990", "01/01/2024"])
def test_odd_birth_dates_are_left_out_and_kept_in_words(cell: str) -> None:
    candidate, fields = built(birth_date=cell)
    assert candidate.status.birth_date is None
    assert candidate.extra == (("BIRTH_DATE", cell),)
    assert [warning.value for warning in fields.warnings] == [cell]
    assert not fields.faults


@pytest.mark.parametrize("cell", ["bientôt", "31/02/2024", "01/01/2030"])
def test_odd_application_dates_are_left_out_and_kept_in_words(cell: str) -> None:
    candidate, fields = built(application_date=cell)
    assert candidate.status.events == ()
    assert candidate.extra == (("APPLICATION_DATE", cell),)
    assert len(fields.warnings) == 1


@pytest.mark.parametrize(
    ("experience", "years", "lengths"),
    [
        ("", 5.0, [("", 5.0)]),
        ("", "aucune", [("", 0.0)]),
        ("Soudeur chez Atos", "5", [("Soudeur", 5.0)]),
        ("Soudeur 2 ans", "12 ans", [("Soudeur", 2.0), ("", 10.0)]),
        ("Soudeur; maçon", "4", [("Soudeur", None), ("maçon", None), ("", 4.0)]),
        ("Soudeur 2019-2021", "2,5", [("Soudeur", 2.0)]),
        ("Soudeur 10 ans", "4", [("Soudeur", 10.0)]),
        ("5 ans", "", [("", 5.0)]),
        ("7", "", [("", 7.0)]),
        ("Soudeur", "2x", [("Soudeur", None)]),
    ],
)
def test_counted_years_complete_the_jobs_told(
    experience: str, years: Cell, lengths: list[tuple[str, float | None]]
) -> None:
    candidate, _ = built(experience=experience, years=years)
    assert [(job.title, job.years) for job in candidate.profile.experience] == lengths


def test_a_count_that_contradicts_the_jobs_and_one_that_is_none_are_kept_in_words() -> None:
    assert built(experience="Soudeur 10 ans", years="4")[0].extra == (("YEARS", "4"),)
    candidate, fields = built(years="2x")
    assert candidate.extra == (("YEARS", "2x"),)
    assert [warning.column for warning in fields.warnings] == ["YEARS"]


def test_languages_that_are_not_known_are_left_out_and_kept_in_words() -> None:
    candidate, fields = built(languages="klingon")
    assert (candidate.profile.languages, candidate.extra) == ((), (("LANGUAGES", "klingon"),))
    assert len(fields.warnings) == 1
    candidate, fields = built(languages="français B1, klingon C1")
    assert [language.language for language in candidate.profile.languages] == ["fr"]
    assert candidate.extra == (("LANGUAGES", "français B1, klingon C1"),)
    assert not fields.warnings


@pytest.mark.parametrize(
    ("cells", "default", "leg"),
    [
        (
            {"origin": "Maroc", "destination": "Belgique", "sector": "Soudure (hypothèse)"},
            None,
            Leg("MA", "BE", assumed=True),
        ),
        ({"origin": "Tunisie", "destination": "Allemagne", "sector": "Soudure"}, None, Leg("TN", "DE")),
        ({"origin": "Tunisie"}, Leg("MA", "BE"), Leg("TN", "BE")),
        ({}, Leg("MA", "BE", assumed=True), Leg("MA", "BE", assumed=True)),
        ({"origin": "Tunisie"}, None, None),
        ({"origin": "Atlantis", "destination": "BE"}, None, None),
        ({}, None, None),
    ],
)
def test_legs(cells: dict[str, str], default: Leg | None, leg: Leg | None) -> None:
    candidate, _ = built(leg=default, **cells)
    assert candidate.leg == leg
    if "sector" in cells:
        assert ("SECTOR", cells["sector"]) in candidate.extra
    if leg is None:
        assert [text for _, text in candidate.extra] == list(cells.values())


@pytest.mark.parametrize("column", ["skills", "experience", "education", "summary"])
def test_one_of_the_telling_columns_is_enough(column: str) -> None:
    assert not built(**{"occupation": "", column: "Soudeur"})[1].faults


@pytest.mark.parametrize(
    "cells", [{}, {"languages": "FR"}, {"years": "3"}, {"skills": "-"}, {"summary": "n/a"}, {"name": "a"}]
)
def test_a_record_that_tells_nothing_is_a_fault(cells: dict[str, str]) -> None:
    (fault,) = built(**{"occupation": "", **cells})[1].faults
    assert fault.problem.startswith("no occupation, no skill")
    assert fault.column == "OCCUPATION"


@pytest.mark.parametrize(
    ("heading", "cell", "held"),
    [
        ("Langue maternelle", "arabe, tamazight", {"ar": "C2", "zgh": "C2"}),
        ("Moedertaal", "Arabisch en Dari", {"ar": "C2", "prs": "C2"}),
        ("Mother tongue", "French (C1)", {"fr": "C1"}),
        ("Langues", "arabe", {"ar": None}),
    ],
)
def test_a_language_under_the_heading_of_a_mother_tongue_is_held_in_full(heading, cell, held) -> None:
    cells = {
        C.KEY: [NamedCell("ID", "1")],
        C.OCCUPATION: [NamedCell("B", "kok")],
        C.LANGUAGES: [NamedCell(heading, cell)],
    }
    fields: CandidateFields = Fields(Source("f.csv", None, 7), cells)
    languages = build_candidate(fields, CohortContext("palim", None, TODAY)).profile.languages
    assert {skill.language: skill.cefr for skill in languages} == held
