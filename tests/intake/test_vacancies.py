from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from matcher.errors import UnreadableFileError, UsageError
from matcher.intake import read_vacancies
from matcher.records import Intake, Place, SkillRequirement, Vacancy, Wage, WagePeriod

FILES = Path(__file__).parent / "files"
Write = Callable[..., Path]


def one(write_text: Write, **cells: str) -> Intake[Vacancy]:
    given = {"reference": "V-1", "title": "Lasser", **cells}
    quoted = ['"' + cell.replace('"', '""') + '"' for cell in given.values()]
    return read_vacancies(write_text([",".join(given), ",".join(quoted)], name="vacancies.csv"))


def test_every_part_of_a_vacancy_is_filled(write_text: Write) -> None:
    (vacancy,) = one(
        write_text,
        employer="Staal NV",
        description="Je last.\nVeel.",
        essential_skills="MIG/MAG-lassen; plan lezen",
        nice_to_have_skills="TIG; plan lezen",
        languages="Nederlands goed; Frans is een plus",
        openings="2",
        contract="onbepaalde duur",
        wage="€17,35/uur",
        place="Gent",
        postcode="9000",
        education="secundair/BSO",
        experience_years="1",
        opens="2026-09-01",
        closes="31/12/2026",
    ).records
    assert (vacancy.id, vacancy.key, vacancy.title, vacancy.employer) == ("", "V-1", "Lasser", "Staal NV")
    assert vacancy.description == "Je last.\nVeel."
    assert vacancy.requirements == (
        SkillRequirement("MIG/MAG-lassen"),
        SkillRequirement("plan lezen"),
        SkillRequirement("TIG", essential=False),
    )
    assert [(item.language, item.essential) for item in vacancy.languages] == [("nl", True), ("fr", False)]
    assert (vacancy.openings, vacancy.contract) == (2, "onbepaalde duur")
    assert vacancy.wage == Wage(17.35, WagePeriod.HOUR)
    assert vacancy.workplace == Place("Gent", "9000", "flanders", "East Flanders", "nl", country="BE")
    assert (vacancy.eqf, vacancy.years) == (3, 1.0)
    assert (vacancy.opens, vacancy.closes) == (date(2026, 9, 1), date(2026, 12, 31))
    assert vacancy.extra == (("education", "secundair/BSO"),)


@pytest.mark.parametrize(
    ("cells", "column", "words"),
    [
        ({"title": ""}, "title", "no title"),
        ({"reference": "-"}, "reference", "no reference"),
        ({"openings": "0"}, "openings", "positive whole number"),
        ({"openings": "-1"}, "openings", "positive whole number"),
        ({"openings": "1.5"}, "openings", "positive whole number"),
        ({"openings": "plusieurs"}, "openings", "positive whole number"),
        ({"openings": "1e3"}, "openings", "positive whole number"),
        ({"openings": "999999999"}, "openings", "positive whole number"),
        ({"opens": "2026-09-01", "closes": "2026-08-31"}, "closes", "closes before it opens (2026-09-01)"),
        ({"closes": "31/02/2026"}, "closes", "no such date"),
        ({"opens": "binnenkort"}, "opens", "not a date"),
        ({"closes": "2026"}, "closes", "not a date"),
    ],
)
def test_rows_that_cannot_stand_are_rejected(write_text: Write, cells: dict[str, str], column: str, words: str) -> None:
    intake = one(write_text, **cells)
    assert (intake.read, intake.rejected, intake.records) == (1, 1, ())
    (problem,) = intake.problems
    assert (problem.row, problem.column, problem.value) == (2, column, cells[column])
    assert words in problem.problem
    assert problem.remedy


@pytest.mark.parametrize(("text", "openings"), [("", 1), ("3", 3), ("2.0", 2), ("4 postes", 4), ("n/a", 1)])
def test_openings(write_text: Write, text: str, openings: int) -> None:
    assert one(write_text, openings=text).records[0].openings == openings


@pytest.mark.parametrize(
    ("column", "text", "warned"),
    [
        ("wage", "€ 3.000", True),
        ("wage", "2500 net", True),
        ("wage", "volgens barema PC 124", False),
        ("wage", "€18,75/uur + ploegenpremie", False),
        ("experience_years", "2x", True),
        ("experience_years", "minimum 2 jaar in de bouw", False),
        ("languages", "klingon", False),
        ("closes", "asap", False),
        ("education", "bachelor", False),
    ],
)
def test_odd_cells_leave_the_row_standing_and_keep_their_words(
    write_text: Write, column: str, text: str, warned: bool
) -> None:
    intake = one(write_text, **{column: text})
    assert intake.records[0].extra == ((column, text),)
    assert [problem.column for problem in intake.problems] == ([column] if warned else [])


def test_opening_and_closing_on_one_day_is_possible(write_text: Write) -> None:
    assert one(write_text, opens="2026-09-01", closes="01/09/2026").rejected == 0


def test_a_libreoffice_file_is_read() -> None:
    first, second = read_vacancies(FILES / "vacatures.ods").records
    assert (first.key, first.source.sheet, first.source.row, second.source.row) == ("V-1", "Vacatures", 4, 8)
    assert (first.openings, first.closes) == (2, date(2027, 3, 31))
    assert first.workplace == Place("Gent", "9000", "flanders", "East Flanders", "nl", country="BE")
    assert second.wage == Wage(2650, WagePeriod.MONTH)


def test_formats(write_text: Write) -> None:
    path = write_text(["reference,title", "1,Lasser"])
    assert read_vacancies(path, file_format="table") == read_vacancies(path)
    with pytest.raises(UsageError, match="choose one of auto, forem, jobposting, eures, json, table, text"):
        read_vacancies(path, file_format="fax")


def test_a_cohort_is_refused(write_text: Write) -> None:
    path = write_text(["Ref,Naam,Geboortedatum,M/V,Beroep", "1,a,01/01/1990,M,Lasser"])
    with pytest.raises(UnreadableFileError, match="holds candidates, not vacancies"):
        read_vacancies(path)
    with pytest.raises(UnreadableFileError, match="headings that name vacancies"):
        read_vacancies(write_text(["Ref,Vaardigheden", "1,lassen"]))


def test_vacancies_without_references_get_stable_keys(write_text: Write) -> None:
    rows = ["Lasser,Gent", "Kok,Gent"]
    first = read_vacancies(write_text(["title,place", *rows])).records
    again = read_vacancies(write_text(["title,place", *reversed(rows)], name="b.csv")).records
    assert [vacancy.key for vacancy in first] == [vacancy.key for vacancy in reversed(again)]
