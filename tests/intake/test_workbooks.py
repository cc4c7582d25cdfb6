from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from matcher.errors import UnreadableFileError
from matcher.intake.workbooks import read_workbook

FILES = Path(__file__).parent / "files"


def saved(book: Workbook, tmp_path: Path) -> bytes:
    path = tmp_path / "book.xlsx"
    book.save(path)
    return path.read_bytes()


def with_last_row(data: bytes, cell: bytes, starts_at: int = 0) -> bytes:
    """Return a workbook with a cell, as written, in the last row there can be; spaces let it start at a byte."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                head, end, tail = part.partition(b"</sheetData>")
                row = b'<row r="1048576">'
                head += b" " * (starts_at - len(head) - len(row)) + row
                part = head + cell + b"</row>" + end + tail
            new.writestr(name, part)
    return changed.getvalue()


def test_rows_keep_the_numbers_that_a_spreadsheet_shows(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet["B3"], sheet["C3"] = "Ref", 7
    sheet["B6"] = date(1999, 3, 1)
    (read,) = read_workbook(saved(book, tmp_path), Path("book.xlsx"))
    assert [(row.number, row.filled) for row in read.rows] == [
        (3, ((1, "Ref"), (2, "7"))),
        (6, ((1, "1999-03-01"),)),
    ]


def test_hidden_and_chart_sheets_are_not_read(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "shown"
    hidden = book.create_sheet("old")
    hidden["A1"], hidden.sheet_state = "hidden", "hidden"
    book.create_chartsheet("chart")
    assert [sheet.name for sheet in read_workbook(saved(book, tmp_path), Path("b.xlsx"))] == ["Sheet"]


def test_value_merged_over_rows_stands_in_each_filled_row(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    for row in (("Pays", "Ref"), ("Maroc", "1"), (None, "2"), (None, None), ("Tunisie", "3")):
        sheet.append(row)
    sheet.merge_cells("A2:A4")
    sheet.merge_cells("A7:B7")
    (read,) = read_workbook(saved(book, tmp_path), Path("b.xlsx"))
    assert [(row.number, row.cells[0]) for row in read.rows] == [
        (1, "Pays"),
        (2, "Maroc"),
        (3, "Maroc"),
        (5, "Tunisie"),
    ]


def test_a_disarmed_formula_is_text_without_its_apostrophe_and_error_cells_are_blank(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["'=cmd|' /C calc'!A0", "#N/A", True])
    (read,) = read_workbook(saved(book, tmp_path), Path("b.xlsx"))
    assert read.rows[0].filled == ((0, "=cmd|' /C calc'!A0"), (2, "TRUE"))


def test_stray_cell_at_the_far_end_is_refused_before_memory_is_reserved(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"], book.active["XFD1048576"] = "Ref", 1
    with pytest.raises(UnreadableFileError, match="delete the stray cells"):
        read_workbook(saved(book, tmp_path), Path("b.xlsx"))


@pytest.mark.parametrize(
    ("cell", "filled"),
    [
        (b'<c r="XFD1048576" s="1" t="n"/>', False),
        (b'<c r="XFD1048576" s="1" t="n"></c>', False),
        (b'<c r="XFD1048576" s="1" t="n">\n</c>', False),
        (b'<c r="XFD1048576" s="1" t="n"><v>1</v></c>', True),
    ],
)
def test_only_filled_cells_at_the_far_end_are_refused(cell: bytes, filled: bool, tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "Ref"
    data = with_last_row(saved(book, tmp_path), cell)
    if filled:
        with pytest.raises(UnreadableFileError, match="delete the stray cells"):
            read_workbook(data, Path("b.xlsx"))
    else:
        assert len(read_workbook(data, Path("b.xlsx"))[0].rows) == 1


def test_an_empty_cell_is_known_wherever_the_file_is_cut_for_reading(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "Ref"
    plain = saved(book, tmp_path)
    cell = b'<c r="XFD1048576" s="1"></c>'
    for before in range(len(cell)):
        data = with_last_row(plain, cell, starts_at=1024 * 1024 - before)
        assert len(read_workbook(data, Path("b.xlsx"))[0].rows) == 1


@pytest.mark.parametrize("name", ["kandidaten.xls", "vacatures.ods", "three-bad-rows.xlsx"])
def test_every_kind_of_spreadsheet_opens(name: str) -> None:
    assert read_workbook((FILES / name).read_bytes(), FILES / name)[0].rows


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04garbage", "cannot be opened as a spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "cannot be opened as a spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    ],
)
def test_broken_and_protected_files_get_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFileError, match=words):
        read_workbook(data, Path("b.xlsx"))


def test_archive_that_is_no_spreadsheet_gets_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    with pytest.raises(UnreadableFileError, match="cannot be opened as a spreadsheet"):
        read_workbook(path.read_bytes(), path)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 5_500),
    st.binary(min_size=1, max_size=40),
    st.sampled_from(["three-bad-rows.xlsx", "kandidaten.xls"]),
)
def test_damage_anywhere_is_read_or_refused_never_a_crash(at: int, noise: bytes, name: str) -> None:
    data = (FILES / name).read_bytes()
    with suppress(UnreadableFileError):
        assert isinstance(read_workbook(data[:at] + noise + data[at + len(noise) :], FILES / name), tuple)


def test_formulas_without_a_stored_value_are_told(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Ref", "Years"])
    book.active.append(["1", "=2026-2019"])
    read = read_workbook(saved(book, tmp_path), Path("b.xlsx"))
    assert read[0].notes == (
        (
            "formulas without a stored value were read as blank: B2",
            "open the file in a spreadsheet program, save it and load it again",
        ),
    )


def test_formulas_with_their_value_need_no_note() -> None:
    files = Path(__file__).parent.parent / "files"
    sheets = read_workbook((files / "cohort-two-sheets.xlsx").read_bytes(), Path("b.xlsx"))
    assert [sheet.notes for sheet in sheets] == [(), (), ()]
    assert sheets[0].rows[3].cells[4] == 7.0
