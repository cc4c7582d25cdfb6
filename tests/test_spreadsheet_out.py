"""No cell that is written runs as a formula, and what comes back is what was written."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from matcher.errors import UsageError
from matcher.intake.sheets import cell_text
from matcher.intake.tables import read_sheets
from matcher.spreadsheet_out import OutCell, OutSheet, Shade, as_written, disarmed, write_spreadsheet

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋")
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=30)
HOSTILE = st.builds(lambda lead, text: lead + text, st.sampled_from((*DANGEROUS, "'", "''=", "'+")), TEXTS)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+32 000 11", "'+32 000 11"),
        ("-1+2", "'-1+2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("'=1", "''=1"),
        ("'t Zand", "'t Zand"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_texts_like_formulas_get_an_apostrophe(text: str, written: str) -> None:
    assert disarmed(text) == written
    assert as_written(written) == text


@given(TEXTS | HOSTILE)
def test_disarming_is_undone_exactly(text: str) -> None:
    assert not disarmed(text).startswith(DANGEROUS)
    assert as_written(disarmed(text)) == text


@settings(deadline=None, max_examples=60)
@given(st.lists(TEXTS | HOSTILE, min_size=1, max_size=6))
@example(["=1+1", "- soudure\n- pose", "+32 000", "+cmd|x", "-2+3+cmd|' /C calc'!A0", "@x", "'+1", "＝1"])
def test_no_cell_of_a_spreadsheet_is_a_formula_and_all_come_back(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "out.xlsx")
        write_spreadsheet(path, [OutSheet("Sheet", [["first", *texts]])])
        cells = load_workbook(path).worksheets[0][1][1:]
        for text, cell in zip(texts, cells, strict=False):
            assert cell.data_type != "f"
            assert not str(cell.value or "").startswith(("=", "@", "＝", "\t"))
            assert cell.quotePrefix or not text.startswith(("=", "+", "-", "@"))
        (sheet,) = read_sheets(path, lambda _: False)
        back = [cell_text(cell) for cell in sheet.rows[0].cells[1:]]
        assert back + [""] * (len(texts) - len(back)) == [cell_text(disarmed(text)) for text in texts]


@settings(deadline=None, max_examples=60)
@given(st.lists(TEXTS | HOSTILE, min_size=1, max_size=6))
def test_no_cell_of_csv_starts_like_a_formula_and_all_come_back(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "out.csv")
        write_spreadsheet(path, [OutSheet("Sheet", [["first", "x", "y"], ["first", *texts]])])
        written = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), delimiter=";"))
        assert [as_written(cell) for cell in written[1][1:]] == texts
        assert not any(cell.startswith(DANGEROUS) for cell in written[1])


def test_numbers_and_dates_stay_what_they_are(tmp_path: Path) -> None:
    rows = [["a", -1.5, 3.0, date(2026, 2, 1), None, OutCell("bad", Shade.FAULT)]]
    write_spreadsheet(tmp_path / "a.xlsx", [OutSheet("A", rows)])
    write_spreadsheet(tmp_path / "a.csv", [OutSheet("A", rows)])
    (sheet,) = read_sheets(tmp_path / "a.xlsx", lambda _: False)
    assert sheet.rows[0].cells == ("a", -1.5, 3.0, date(2026, 2, 1), "", "bad")
    assert (tmp_path / "a.csv").read_text("utf-8-sig") == "a;-1.5;3;2026-02-01;;bad\n"
    cell = load_workbook(tmp_path / "a.xlsx").worksheets[0]["F1"]
    assert cell.fill.fgColor.rgb == "00F8CBAD"


def test_a_text_too_long_for_a_cell_is_cut_with_a_mark(tmp_path: Path) -> None:
    write_spreadsheet(tmp_path / "a.xlsx", [OutSheet("A", [["x" * 40_000]])])
    value = load_workbook(tmp_path / "a.xlsx").worksheets[0]["A1"].value
    assert len(value) == 32_767
    assert value.endswith("x […]")


@pytest.mark.parametrize(
    ("name", "sheets", "message"),
    [("a.xls", 1, "ends in .xls: choose"), ("a", 1, "ends in nothing"), ("a.csv", 2, r"one table, not 2 \(S0, S1\)")],
)
def test_a_name_that_cannot_hold_the_tables_is_refused(tmp_path: Path, name: str, sheets: int, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        write_spreadsheet(tmp_path / name, [OutSheet(f"S{number}", [["a"]]) for number in range(sheets)])
    assert list(tmp_path.iterdir()) == []


def test_nothing_else_in_the_program_writes_spreadsheets() -> None:
    root = Path(__file__).parent.parent
    sources = [root / "app.py", *(root / "matcher").rglob("*.py"), *(root / "screen").rglob("*.py")]
    writing = re.compile(r"csv\.writer|DictWriter|openpyxl|\.to_csv\(|\.to_excel\(|xlwt|xlsxwriter")
    writers = [path.name for path in sources if writing.search(path.read_text(encoding="utf-8"))]
    assert writers == ["spreadsheet_out.py"]
