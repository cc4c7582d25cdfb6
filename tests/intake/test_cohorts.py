from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.errors import UnreadableFileError
from matcher.intake import read_cohort
from matcher.records import Leg

FILES = Path(__file__).parent / "files"
HEADER = "Ref;Nom;Date de naissance;E-mail;Métier;Compétences"


def test_three_bad_rows_in_sixty_are_rejected_with_row_column_value_and_remedy() -> None:
    intake = read_cohort(FILES / "three-bad-rows.xlsx", "palim")
    assert (intake.read, len(intake.records), intake.rejected) == (60, 57, 3)
    assert [(p.file, p.sheet, p.row, p.column, p.value) for p in intake.problems] == [
        ("three-bad-rows.xlsx", "Candidats", 16, "Date de naissance", "31/02/1999"),
        ("three-bad-rows.xlsx", "Candidats", 34, "N° dossier", "EX-007"),
        ("three-bad-rows.xlsx", "Candidats", 51, "N° dossier", ""),
    ]
    assert all(problem.problem and problem.remedy for problem in intake.problems)
    assert intake.records[0].source.row == 5
    assert {candidate.scheme for candidate in intake.records} == {"palim"}


def test_a_cp1252_export_with_quoted_line_ends_is_read() -> None:
    first, second = read_cohort(FILES / "export-cp1252.csv", "thamm").records
    assert first.person.name == "Hédi BELAÏD"
    assert (first.source.row, second.source.row) == (2, 4)
    assert first.leg == Leg("TN", "BE", assumed=True)
    assert second.leg == Leg("MA", "DE")
    assert [skill.text for skill in first.profile.skills] == ["cloisons", "faux plafonds", "enduit"]
    assert [(job.title, job.years) for job in first.profile.experience] == [("Plaquiste", 4.0), ("Aide-maçon", 2.0)]
    assert first.extra == (("Remarque", "dossier – complet"), ("Secteur", "Bâtiment (hypothèse)"))


def test_an_old_spreadsheet_is_read_without_its_hidden_sheet() -> None:
    intake = read_cohort(FILES / "kandidaten.xls", "asylum")
    assert [(c.key, c.source.row, c.person.gender) for c in intake.records] == [("D1", 4, "female"), ("D2", 5, "male")]
    assert intake.records[1].status.birth_date == date(1985, 12, 31)


def test_a_web_page_and_a_file_of_vacancies_are_refused(write_text: Callable[..., Path]) -> None:
    with pytest.raises(UnreadableFileError, match="web page"):
        read_cohort(FILES / "page.xls", "palim")
    vacancies = write_text(["reference,title,description,openings,wage,closes", "1,Welder,text,2,,"])
    with pytest.raises(UnreadableFileError, match="holds vacancies, not candidates"):
        read_cohort(vacancies, "palim")


def test_repeated_references_are_rejected(write_text: Callable[..., Path]) -> None:
    path = write_text([HEADER, "1;A;;;Soudeur;", "1;B;;;Maçon;", "1;A;;;Soudeur;", "2;A;;;Soudeur;"])
    intake = read_cohort(path, "palim")
    assert [candidate.key for candidate in intake.records] == ["1", "2"]
    assert [(p.row, p.problem) for p in intake.problems] == [
        (3, "the reference 1 stands already in row 2, with other content; the row was rejected"),
        (4, "the same record as row 2; the row was rejected"),
    ]


def test_a_good_row_may_follow_a_rejected_one_of_the_same_reference(write_text: Callable[..., Path]) -> None:
    intake = read_cohort(write_text([HEADER, "1;A;31/02/1999;;Soudeur;", "1;A;01/02/1999;;Soudeur;"]), "palim")
    assert (intake.read, intake.rejected, intake.records[0].source.row) == (2, 1, 3)


def test_all_faults_of_a_row_are_reported_at_once(write_text: Callable[..., Path]) -> None:
    intake = read_cohort(write_text([HEADER, ";A;31/02/1999;;;"]), "palim")
    assert (intake.read, intake.rejected) == (1, 1)
    assert [problem.column for problem in intake.problems] == ["Date de naissance", "Métier", "Ref"]


def test_keys_without_a_column_are_stable(write_text: Callable[..., Path]) -> None:
    header, rows = (
        HEADER.removeprefix("Ref;"),
        ["Alami;01/02/1999;;Soudeur;", "Bennis;;b@example.org;Maçon;", "Chafik;;;Kok;"],
    )
    first = read_cohort(write_text([header, *rows], name="a.csv"), "palim").records
    again = read_cohort(write_text(["Liste", header, *reversed(rows)], name="b.csv"), "palim").records
    assert {candidate.key for candidate in first} == {candidate.key for candidate in again}
    assert len({candidate.key for candidate in first}) == 3
    changed = read_cohort(
        write_text([header, "ALAMI;1/2/1999;;Soudeur;TIG", "Chafik;;;Kok;x"], name="c.csv"), "palim"
    ).records
    assert changed[0].key == first[0].key
    assert changed[1].key != first[2].key


def test_the_same_person_twice_without_a_column_of_references(write_text: Callable[..., Path]) -> None:
    lines = [
        "Nom;Date de naissance;Métier",
        "Alami;01/02/1999;Soudeur",
        "Alami;01/02/1999;Maçon",
        "Alami;01/02/1999;Soudeur",
    ]
    intake = read_cohort(write_text(lines), "palim")
    assert [(p.row, p.problem.partition(",")[0], p.column) for p in intake.problems] == [
        (3, "the same name", "Nom"),
        (4, "the same record as row 2; the row was rejected", "Nom"),
    ]


def test_leg_and_today_are_taken_from_the_caller(write_text: Callable[..., Path]) -> None:
    path = write_text(["Ref;Métier;Expérience", "1;Soudeur;Soudeur depuis 2020"])
    (candidate,) = read_cohort(path, "palim", leg=Leg("MA", "BE"), today=date(2023, 6, 1)).records
    assert candidate.leg == Leg("MA", "BE")
    assert candidate.profile.years_of_experience == 3


def test_headings_without_rows_give_an_empty_intake(write_text: Callable[..., Path]) -> None:
    intake = read_cohort(write_text([HEADER]), "palim")
    assert (intake.read, intake.records, intake.rejected, intake.problems) == (0, (), 0, ())


def test_formulas_and_huge_cells_are_kept_as_text(write_text: Callable[..., Path]) -> None:
    text = "soudure " * 200_000
    (candidate,) = read_cohort(write_text(["Ref;Métier;Présentation", f"1;=HYPERLINK(A1);{text}"]), "palim").records
    assert candidate.profile.occupations == ("=HYPERLINK(A1)",)
    assert candidate.profile.summary == text.strip()


cell = st.one_of(
    st.sampled_from(
        ["", "1", "2", "A-1", "Soudeur", "31/02/1999", "01/02/1999", "2x", "Total : 3", "n/a", '"', "a\nb"]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=10),
)


@settings(deadline=None)
@given(st.lists(st.lists(cell, max_size=8), max_size=10), st.sampled_from(";,\t|"), st.booleans())
def test_rows_read_are_rows_accepted_plus_rows_rejected(rows: list[list[str]], delimiter: str, keyed: bool) -> None:
    header = HEADER.split(";") if keyed else HEADER.split(";")[1:]
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter).writerows([header, *rows])
    with TemporaryDirectory() as folder:
        path = Path(folder, "cohort.csv")
        path.write_text(buffer.getvalue(), encoding="utf-8", newline="")
        intake = read_cohort(path, "palim")
    assert intake.read == len(intake.records) + intake.rejected
    assert intake.read <= len(rows)
    assert len({candidate.key for candidate in intake.records}) == len(intake.records)
    refused = {problem.row for problem in intake.problems if problem.problem.endswith("the row was rejected")}
    assert len(refused) == intake.rejected
    assert refused.isdisjoint({candidate.source.row for candidate in intake.records})
    assert all(problem.remedy and problem.row for problem in intake.problems)
