"""Cells that a person mends while loading: read by the same checks, the words that were sent kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from matcher.intake.cohorts import Instructions, read_cohort
from matcher.intake.corrections import Correction
from matcher.records import Candidate, Intake

Write = Callable[..., Path]
HEADER = "Ref;Nom;Né(e) le;Métier;Langue 1;Langue 2;Bidule"
ROWS = ["1;A;31/02/1990;soudeur;Français B1;Arabe;x", "2;B;01/02/1991;;;;y", ";C;01/02/1992;maçon;;;"]


def read(path: Path, *corrections: tuple[int, str, str]) -> Intake[Candidate]:
    mended = tuple(Correction(path.name, None, *item) for item in corrections)
    return read_cohort(path, "palim", today=date(2026, 11, 28), instructions=Instructions(None, mended))


@pytest.fixture
def table(write_text: Write) -> Path:
    return write_text([HEADER, *ROWS], name="cohort.csv")


def test_uncorrected_rows_are_rejected(table: Path) -> None:
    assert (read(table).read, read(table).rejected) == (3, 3)


@pytest.mark.parametrize(
    ("row", "heading", "text", "accepted"),
    [
        (2, "Né(e) le", "28/02/1990", True),
        (2, "Né(e) le", "30/02/1990", False),  # still no day of the calendar
        (2, "Né(e) le", "", True),  # a blank birth date is no fault
        (3, "Métier", "cuisinier", True),  # a cell that was blank
        (4, "Ref", "3", True),
        (4, "Ref", "  ", False),
        (3, "Bidule", "cuisinier", False),  # nobody knows what this column means
        (3, "Profession", "cuisinier", False),  # no such heading
        (9, "Métier", "cuisinier", False),  # no such row
    ],
)
def test_a_correction_passes_the_same_checks(table: Path, row: int, heading: str, text: str, accepted: bool) -> None:
    intake = read(table, (row, heading, text))
    assert (intake.read, len(intake.records)) == (3, int(accepted))
    assert [record.source.row for record in intake.records] == ([row] if accepted else [])


def test_what_was_sent_stays_with_the_person_and_the_file_as_it_was(table: Path) -> None:
    before = table.read_bytes()
    (person,) = read(table, (2, "Né(e) le", "28/02/1990")).records
    assert person.status.birth_date == date(1990, 2, 28)
    assert person.extra == (("Bidule", "x"), ("Né(e) le (as sent)", "31/02/1990"))
    assert table.read_bytes() == before


def test_a_blank_cell_leaves_nothing_to_keep(table: Path) -> None:
    (person,) = read(table, (3, "Métier", "cuisinier")).records
    assert (person.profile.occupations, person.extra) == (("cuisinier",), (("Bidule", "y"),))


def test_a_correction_stands_for_all_that_its_column_says(table: Path) -> None:
    mended = ((2, "Né(e) le", "28/02/1990"), (2, "Langue 1", "Français C1; Arabe C2"))
    (person,) = read(table, *mended).records
    assert {skill.language: skill.cefr for skill in person.profile.languages} == {"fr": "C1", "ar": "C2"}
    assert ("Langue 2 (as sent)", "Arabe") in person.extra


def test_the_later_of_two_corrections_of_a_cell_counts(table: Path) -> None:
    assert read(table, (3, "Métier", "maçon"), (3, "Métier", "cuisinier")).records[0].profile.occupations == (
        "cuisinier",
    )


def test_a_corrected_reference_may_not_be_another_rows(table: Path) -> None:
    intake = read(table, (2, "Né(e) le", ""), (3, "Métier", "cuisinier"), (4, "Ref", "1"))
    assert (intake.read, len(intake.records), intake.rejected) == (3, 2, 1)
