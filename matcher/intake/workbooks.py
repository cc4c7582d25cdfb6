"""Spreadsheets (XLSX, XLSB, XLS, ODS) through python-calamine, which no other module uses."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import IO, TYPE_CHECKING

from matcher.errors import UnreadableFileError
from matcher.intake.compound_files import has_sound_chains
from matcher.intake.sheets import Cell, Row, Sheet

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MOST_CELLS = 10_000_000
"""Largest area of a sheet (rows x columns up to the last filled cell)."""

_MOST_BYTES = 1024**3
_CHUNK = 1024 * 1024
# A cell that only has a format is written as <c .../> or as <c ...></c>.
_FILLED_CELL = re.compile(rb"""<(?:\w+:)?c\s(?:[^<>]*?\s)?r=["']([A-Z]{1,3})(\d{1,7})["'][^<>/]*>\s*(?:[^<\s]|<[^/])""")
# A text formula may well give the empty text; any other has a value, unless a program wrote it that works none out.
_UNVALUED = re.compile(
    rb"""<c\s(?![^<>]*\bt=["']str)[^<>]*?r=["']([A-Z]{1,3}\d{1,7})["'][^<>/]*>"""
    rb"""<f(?:[^<>]*/>|[^<>]*>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>"""
)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_RawCell = int | float | str | bool | time | date | datetime | timedelta


def read_workbook(data: bytes, path: Path) -> tuple[Sheet, ...]:
    """Return the visible worksheets of a spreadsheet, with the row numbers that it shows.

    A value merged over several rows of one column stands in each of them, as it reads on the screen.

    Raises:
        UnreadableFileError: not a spreadsheet, damaged, protected by a password, or beyond ``MOST_CELLS``.
    """
    if _ENCRYPTED in data:
        raise UnreadableFileError(f"{path} is protected by a password; save a copy without one and try again.")
    if not has_sound_chains(data):
        raise _unopened(path, ValueError("its sectors run in a ring or beyond its end"))
    unvalued: tuple[str, ...] = ()
    if zipfile.is_zipfile(io.BytesIO(data)):
        unvalued = _check_parts(data, path)
    try:
        sheets = _sheets(data, path)
        return (replace(sheets[0], notes=(_no_values(unvalued),)), *sheets[1:]) if unvalued and sheets else sheets
    except UnreadableFileError:
        raise
    except BaseException as error:
        # A panic of the Rust reader is no Exception; anything else that is none (an interrupt) is not ours.
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise _unopened(path, error) from error
        raise


def _sheets(data: bytes, path: Path) -> tuple[Sheet, ...]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book: CalamineWorkbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    shown = [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    ]
    return tuple(Sheet(name, _rows(book.get_sheet_by_name(name), f"{path}, sheet {name}")) for name in shown)


def _rows(sheet: CalamineSheet, place: str) -> tuple[Row, ...]:
    if sheet.end is None:
        return ()
    if (sheet.end[0] + 1) * (sheet.end[1] + 1) > MOST_CELLS:
        raise _oversized(place)
    grid = [[_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if left != right:
            continue
        for line in grid[top + 1 : bottom + 1]:
            if any(cell != "" for cell in line):
                line[left] = grid[top][left]
    rows = (Row(number, tuple(cells)) for number, cells in enumerate(grid, 1))
    return tuple(row for row in rows if row.filled)


def _cell(value: _RawCell) -> Cell:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, time | timedelta):
        return str(value)
    return float(value) if isinstance(value, int) else value


def _check_parts(data: bytes, path: Path) -> tuple[str, ...]:
    """Return the addresses of formulas without a stored value, and refuse what is too large.

    The addresses of the filled cells are looked at first: the reader would reserve memory for the whole area at once.
    """
    unvalued: list[str] = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(item.file_size for item in archive.infolist()) > _MOST_BYTES:
                raise _oversized(str(path))
            for name in archive.namelist():
                if name.endswith(".xml") and not name.endswith(("sharedStrings.xml", "styles.xml")):
                    with archive.open(name) as part:
                        rows, columns = _extent(part, unvalued)
                    if rows * columns > MOST_CELLS:
                        raise _oversized(f"{path}, {name}")
    except UnreadableFileError:
        raise
    except Exception as error:  # whatever a damaged archive makes of zipfile and zlib
        raise _unopened(path, error) from error
    return tuple(dict.fromkeys(unvalued))


def _extent(part: IO[bytes], unvalued: list[str]) -> tuple[int, int]:
    rows = columns = 0
    tail = b""
    while chunk := part.read(_CHUNK):
        for letters, digits in _FILLED_CELL.findall(tail + chunk):
            column = 0
            for letter in letters:
                column = column * 26 + letter - 64
            rows, columns = max(rows, int(digits)), max(columns, column)
        unvalued += [address.decode() for address in _UNVALUED.findall(tail + chunk)]
        tail = chunk[-100:]
    return rows, columns


def _no_values(addresses: tuple[str, ...]) -> tuple[str, str]:
    named = ", ".join(addresses[:5]) + (f" and {len(addresses) - 5} more" if len(addresses) > 5 else "")
    return (
        f"formulas without a stored value were read as blank: {named}",
        "open the file in a spreadsheet program, save it and load it again",
    )


def _oversized(place: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"{place} spreads over more than {MOST_CELLS:,} cells; "
        "delete the stray cells far below or to the right of the table and try again."
    )


def _unopened(path: Path, error: BaseException) -> UnreadableFileError:
    reason = str(error).strip().partition("\n")[0][:200] or type(error).__name__
    return UnreadableFileError(
        f"{path} cannot be opened as a spreadsheet ({reason}); "
        "open it in a spreadsheet program, save it as XLSX and try again."
    )
