from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.errors import UnreadableFileError
from matcher.intake.cohort_tables import propose_columns
from matcher.intake.cohorts import Instructions, read_cohort
from matcher.intake.mappings import ColumnMapping
from matcher.records import Candidate, ColumnMatch, Intake
from tests.intake.tables import Table, tables, write_csv, write_xlsx

SCHEME, TODAY = "palim", date(2026, 11, 25)
HEADER = "Ref;Nom;Métier;Contact"
ROWS = ["1;A;Soudeur;a@example.org", "2;B;Maçon;b@example.org", "3;C;Kok;c@example.org"]


def read(path: Path, mapping: ColumnMapping | None = None) -> Intake[Candidate]:
    return read_cohort(path, SCHEME, today=TODAY, instructions=Instructions(mapping))


def assert_every_row_is_accounted_for(intake: Intake[Candidate], table_rows: int | None = None) -> None:
    """Each row is accepted once or rejected once, each rejection says why, and no key stands twice."""
    assert intake.read == len(intake.records) + intake.rejected
    # A workbook damaged where it says that it is one is a plain archive: each of its parts is a file by itself.
    accepted = [(record.source.file, record.source.sheet, record.source.row) for record in intake.records]
    rejected = {(problem.file, problem.sheet, problem.row) for problem in intake.problems if problem.rejects}
    assert len(set(accepted)) == len(accepted)
    assert len(rejected) == intake.rejected
    assert not rejected & set(accepted)
    assert len({record.key for record in intake.records}) == len(intake.records)
    assert table_rows is None or intake.read <= table_rows


@settings(deadline=None, max_examples=150)
@given(tables(), st.sampled_from(",;\t|^"))
def test_every_row_of_any_text_table_is_accounted_for(table: Table, delimiter: str) -> None:
    with TemporaryDirectory() as folder:
        try:
            intake = read(write_csv(Path(folder, "cohort.csv"), table, delimiter))
        except UnreadableFileError:
            return
        assert_every_row_is_accounted_for(intake, len(table))


@settings(deadline=None, max_examples=40)
@given(tables())
def test_every_row_of_any_spreadsheet_is_accounted_for(table: Table) -> None:
    with TemporaryDirectory() as folder:
        try:
            intake = read(write_xlsx(Path(folder, "cohort.xlsx"), table))
        except UnreadableFileError:
            return
        assert_every_row_is_accounted_for(intake, len(table))


@settings(deadline=None, max_examples=150)
@given(
    tables(),
    st.booleans(),
    st.lists(st.tuples(st.integers(0, 5_000), st.binary(max_size=4), st.integers(0, 4)), min_size=1, max_size=5),
)
def test_every_row_of_a_damaged_file_is_accounted_for_or_the_file_is_refused(
    table: Table, spreadsheet: bool, damage: list[tuple[int, bytes, int]]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "cohort")
        data = (write_xlsx if spreadsheet else write_csv)(path, table).read_bytes()
        for place, put, cut in damage:
            at = place % (len(data) + 1)
            data = data[:at] + put + data[at + cut :]
        path.write_bytes(data)
        try:
            intake = read(path)
        except UnreadableFileError:
            return
        assert_every_row_is_accounted_for(intake)


def test_each_column_is_told(write_text: Callable[..., Path]) -> None:
    lines = ["Ref;Metiers visé;Coord.;Avis;Pays natal;;", *(f"{n};kok;+32 000 00 0{n};ok;x;y;" for n in range(1, 5))]
    columns = read(write_text(lines)).columns
    assert [(column.heading, column.field, column.how) for column in columns] == [
        ("Ref", "key", ColumnMatch.KNOWN),
        ("Metiers visé", "occupation", ColumnMatch.CLOSE_SPELLING),
        ("Coord.", "phone", ColumnMatch.PROPOSED),
        ("Avis", None, ColumnMatch.KEPT),
        ("Pays natal", None, ColumnMatch.KEPT),
    ]
    assert columns[2].why == "4 of 4 cells are telephone numbers"


def test_what_is_proposed_is_kept_verbatim_and_not_applied(write_text: Callable[..., Path]) -> None:
    intake = read(write_text(["Ref;Métier;Coord.", *(f"{n};kok;+32 000 00 0{n}" for n in range(1, 5))]))
    assert intake.records[0].person.phone is None
    assert intake.records[0].extra == (("Coord.", "+32 000 00 01"),)


def test_a_column_of_different_addresses_is_read_and_told(write_text: Callable[..., Path]) -> None:
    intake = read(write_text([HEADER, *ROWS]))
    assert [record.person.email for record in intake.records] == ["a@example.org", "b@example.org", "c@example.org"]
    assert intake.records[0].extra == ()
    assert (intake.columns[3].field, intake.columns[3].how) == ("email", ColumnMatch.CONTENT)


def test_a_mapping_decides(write_text: Callable[..., Path]) -> None:
    path = write_text(["Wie;Wat;Réf;Contact", *(f"N{row}" for row in ROWS)])
    with pytest.raises(UnreadableFileError, match="matcher mapping propose"):
        read(path)
    pairs = [("wie", "key"), ("Wat", "name"), ("réf", "occupation"), ("Contact", "extra"), ("Tel", "phone")]
    intake = read(path, ColumnMapping.from_pairs("m", "palim", pairs))
    first = intake.records[0]
    assert (first.key, first.person.name, first.profile.occupations) == ("N1", "A", ("Soudeur",))
    assert (first.person.email, first.extra) == (None, (("Contact", "a@example.org"),))
    assert [problem.problem for problem in intake.problems] == [
        "the mapping m speaks of headings that the file does not have: Tel"
    ]


def test_a_column_without_heading_can_be_mapped(write_text: Callable[..., Path]) -> None:
    path = write_text(["Ref;;Métier", "1;+32 000 1;Kok"])
    assert read(path).records[0].extra == (("Column B", "+32 000 1"),)
    mapping = ColumnMapping.from_pairs("m", "palim", [("Column B", "phone")])
    assert read(path, mapping).records[0].person.phone == "+32 000 1"


def test_columns_of_a_table_with_no_known_heading_are_proposed(write_text: Callable[..., Path]) -> None:
    lines = ["Lijst van oktober;;", "Wie;Geb.;NL-niveau", "A;01/02/1990;B1", "B;02/03/1991;A2", "C;03/04/1992;A1"]
    found = {column.heading: column.field for column in propose_columns(write_text(lines))}
    assert found == {"Wie": None, "Geb.": "birth_date", "NL-niveau": "languages"}


def test_levels_below_the_names_of_languages_are_read(write_text: Callable[..., Path]) -> None:
    path = write_text(["Ref;Métier;Français;Nederlands;Anglais", "1;Kok;B2;non;x", "2;Kok;-;EN B1;"])
    first, second = read(path).records
    assert [(skill.language, skill.cefr) for skill in first.profile.languages] == [("fr", "B2"), ("en", None)]
    assert [(skill.language, skill.cefr) for skill in second.profile.languages] == [("nl", "B1")]


def test_skills_ticked_below_their_names_are_read(write_text: Callable[..., Path]) -> None:
    lines = ["Ref;Compétences;;;Métier", ";Soudure;Montage;Autres;", "1;x;non;cintrage, pliage;Kok", "2;;oui;;Kok"]
    first, second = read(write_text(lines)).records
    assert [skill.text for skill in first.profile.skills] == ["Soudure", "cintrage", "pliage"]
    assert [skill.text for skill in second.profile.skills] == ["Montage"]
