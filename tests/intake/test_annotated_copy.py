from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from matcher.errors import UnreadableFileError, UsageError
from matcher.intake.annotated_copy import write_annotated_copy
from matcher.intake.cohorts import read_cohort
from matcher.intake.problem_column import PROBLEM_HEADING
from matcher.records import Candidate, Intake, Problem, Source
from tests.intake.tables import Table, tables, write_csv

FILES = Path(__file__).parent.parent / "files"
SCHEME, TODAY = "palim", date(2026, 11, 25)
LINES = [
    "Liste;;;;",
    "Ref;Né le;Métier;Langue 1;Langue 2",
    "1;31/02/1999;Soudeur;klingon;elfique",
    "2;xx;Maçon;FR B2;",
    ";01/01/1990;;;",
]


def read(path: Path) -> Intake[Candidate]:
    return read_cohort(path, SCHEME, today=TODAY)


def copied(source: Path, out: Path) -> Path:
    write_annotated_copy(source, read(source).problems, out)
    return out


def said(intake: Intake[Candidate]) -> list[Candidate]:
    return [replace(record, source=Source("", None, record.source.row)) for record in intake.records]


def told(intake: Intake[Candidate]) -> list[Problem]:
    return [replace(problem, file="", sheet=None) for problem in intake.problems]


def test_every_bad_cell_is_coloured_and_told_with_its_remedy(write_text: Callable[..., Path], tmp_path: Path) -> None:
    sheet = load_workbook(copied(write_text(LINES), tmp_path / "out.xlsx")).worksheets[0]
    coloured = {
        cell.coordinate: cell.fill.fgColor.rgb[2:]
        for row in sheet.iter_rows(min_row=3)
        for cell in row
        if cell.fill.fill_type
    }
    fault, warning = "F8CBAD", "FFE699"
    assert coloured == {
        **{"B3": fault, "D3": warning, "E3": warning, "F3": fault},
        **{"B4": warning, "F4": warning},
        **{"A5": fault, "C5": fault, "F5": fault},
    }
    assert sheet["F2"].value == PROBLEM_HEADING
    assert sheet["F4"].value == (
        "Né le: not one full birth date; the cell was left out, its text kept. "
        "Write the date as day/month/year, such as 31/12/1999."
    )
    assert [line.partition(":")[0] for line in sheet["F3"].value.split("\n")] == ["Né le", "Langue 1"]
    assert sheet["A1"].value == "Liste"
    assert sheet.freeze_panes == "A3"


@pytest.mark.parametrize("ending", ["xlsx", "csv", "tsv"])
def test_a_copy_loads_like_the_file_and_mended_is_accepted(
    write_text: Callable[..., Path], tmp_path: Path, ending: str
) -> None:
    source = write_text(LINES)
    first = read(source)
    once = copied(source, tmp_path / f"once.{ending}")
    twice = copied(once, tmp_path / f"twice.{ending}")
    for copy in (once, twice):
        again = read(copy)
        assert said(again) == said(first)
        assert told(again) == told(first)


@pytest.mark.parametrize("name", sorted(path.name for path in FILES.glob("cohort-*")))
def test_a_copy_of_each_kind_of_file_loads_like_the_file(name: str, tmp_path: Path) -> None:
    first = read(FILES / name)
    again = read(copied(FILES / name, tmp_path / "copy.xlsx"))
    assert said(again) == said(first)
    assert (again.read, again.rejected) == (first.read, first.rejected)


@settings(deadline=None, max_examples=40)
@given(tables())
def test_a_copy_of_any_table_loads_like_the_table(table: Table) -> None:
    with TemporaryDirectory() as folder:
        source = write_csv(Path(folder, "cohort.csv"), table)
        try:
            first = read(source)
        except UnreadableFileError:
            return
        again = read(copied(source, Path(folder, "copy.xlsx")))
        assert said(again) == said(first)
        assert (again.read, again.rejected) == (first.read, first.rejected)


def test_what_concerns_a_whole_sheet_stands_below_it(write_xlsx: Callable[..., Path], tmp_path: Path) -> None:
    table = [["Ref", "Métier"], ["1", "Kok"]]
    source = write_xlsx({"Groupe": table, "Autres": [["a", "b", "c", "d"] for _ in range(6)]})
    book = load_workbook(copied(source, tmp_path / "out.xlsx"))
    assert book["Autres"]["E7"].value.startswith("no known headings in this sheet")
    assert (read(tmp_path / "out.xlsx").read, len(read(tmp_path / "out.xlsx").problems)) == (1, 1)


def test_the_file_itself_is_never_overwritten(write_text: Callable[..., Path]) -> None:
    source = write_text(LINES)
    with pytest.raises(UsageError, match="is the file that was sent"):
        copied(source, source.parent / "." / source.name)
    with pytest.raises(UsageError, match="one table"):
        copied(FILES / "cohort-two-sheets.xlsx", source.parent / "out.csv")
