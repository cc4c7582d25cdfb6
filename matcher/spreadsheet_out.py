"""Writes every spreadsheet that leaves the program, as CSV or XLSX, so that no cell of it runs as a formula.

A text that a spreadsheet program would take for a formula gets an apostrophe before it, which :func:`as_written` takes
off again when such a file comes back. In XLSX every text is marked as text besides, so phone numbers and lists with
dashes, which are harmless there, stay as they are.
"""

from __future__ import annotations

import csv
import io
import os
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from matcher.errors import UsageError

OutValue = str | float | date | datetime | None
"""What one cell can hold; text is never taken for anything else."""

LONGEST_XLSX_CELL = 32_767
"""Characters that a cell of an XLSX file can hold; what is longer is cut there, with a mark."""

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_WRITTEN = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
_HARMLESS_AS_TEXT = re.compile(r"[+\-](?:[\d\s().,/-]*|\s[^=|!()]*)")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CUT = " […]"
_WIDEST, _NARROWEST, _MEASURED_ROWS = 60, 8, 200


class Shade(StrEnum):
    """What a cell looks like: plain, a heading, or one that must or may be mended. The value is its colour."""

    PLAIN = ""
    HEADING = "D9E1F2"
    FAULT = "F8CBAD"
    WARNING = "FFE699"


@dataclass(frozen=True, slots=True)
class OutCell:
    """A cell that looks like something.

    ``number_format`` is how a spreadsheet shows the number, and ``text`` what says the same where there are only texts.
    """

    value: OutValue
    shade: Shade = Shade.PLAIN
    number_format: str = ""
    text: str = ""

    @property
    def said(self) -> OutValue:
        """What the cell says in a file of texts."""
        return self.text or self.value


@dataclass(frozen=True, slots=True)
class OutSheet:
    """One table to write. ``frozen_rows`` stay in sight while the rest scrolls."""

    name: str
    rows: Sequence[Sequence[OutCell | OutValue]]
    frozen_rows: int = 0


def disarmed(text: str) -> str:
    """Return a text with an apostrophe before it where it starts like a formula, or like one disarmed already."""
    return f"'{text}" if _FORMULA.match(text) else text


def as_written(text: str) -> str:
    """Undo :func:`disarmed`; an apostrophe before anything else is part of the text."""
    return text[1:] if _WRITTEN.match(text) else text


def write_spreadsheet(path: Path, sheets: Sequence[OutSheet]) -> None:
    """Write tables to a file, whole or not at all: ``.xlsx``, or one table as ``.csv`` or ``.tsv``.

    Raises:
        UsageError: another ending, or several tables for a text file.
        OSError: the place cannot be written.
    """
    check_place(path, [sheet.name for sheet in sheets])
    content = spreadsheet_content(path.suffix.lower(), sheets)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def spreadsheet_content(kind: str, sheets: Sequence[OutSheet]) -> bytes:
    """Return tables as the bytes of a file: ``.xlsx``, or the first of them as ``.csv`` or ``.tsv``."""
    return _xlsx(sheets) if kind == ".xlsx" else _text(sheets[0], "\t" if kind == ".tsv" else ";")


def check_place(path: Path, names: Sequence[str]) -> None:
    """Raise :class:`UsageError` where tables of those names cannot be written to a file of that name."""
    kind = path.suffix.lower()
    if kind not in {".xlsx", ".csv", ".tsv"}:
        raise UsageError(f"{path} ends in {kind or 'nothing'}: choose a name that ends in .xlsx, .csv or .tsv.")
    if kind != ".xlsx" and len(names) > 1:
        raise UsageError(
            f"{path} can hold one table, not {len(names)} ({', '.join(names)}): choose a name that ends in .xlsx."
        )


def _text(sheet: OutSheet, delimiter: str) -> bytes:
    """Return CSV as spreadsheet programs in Belgium open it: semicolons, and a mark that says UTF-8."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([_text_value(said(cell)) for cell in row] for row in sheet.rows)
    return buffer.getvalue().encode("utf-8-sig", "replace")


def _text_value(value: OutValue) -> str:
    if isinstance(value, str):
        return disarmed(value.replace("\x00", ""))
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return "" if value is None else str(value)


def _xlsx(sheets: Sequence[OutSheet]) -> bytes:
    from openpyxl import Workbook  # a heavy import

    book = Workbook(write_only=True)
    for sheet in sheets:
        page = book.create_sheet(_sheet_name(sheet.name))
        _measure(page, sheet)
        for row in sheet.rows:
            page.append([_xlsx_cell(page, cell) for cell in row])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _sheet_name(name: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", name).strip("' ")[:31] or "Sheet"


def _measure(page: Any, sheet: OutSheet) -> None:
    """Set the widths of the columns and the rows that stay in sight, which must be known before any row is written."""
    from openpyxl.utils import get_column_letter

    widths: dict[int, int] = {}
    for row in sheet.rows[:_MEASURED_ROWS]:
        for index, cell in enumerate(row):
            longest = max((len(line) for line in _text_value(said(cell)).split("\n")), default=0)
            if sum(_value(item) not in ("", None) for item in row) > 1:  # a title may run over its neighbours
                widths[index] = max(widths.get(index, _NARROWEST), min(longest + 2, _WIDEST))
    for index, width in widths.items():
        page.column_dimensions[get_column_letter(index + 1)].width = width
    if sheet.frozen_rows:
        page.freeze_panes = f"A{sheet.frozen_rows + 1}"


def _xlsx_cell(page: Any, cell: OutCell | OutValue) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font, PatternFill

    value = _value(cell)
    shade = cell.shade if isinstance(cell, OutCell) else Shade.PLAIN
    if value is None or value == "":
        if not shade:
            return None
        value = None
    written = WriteOnlyCell(page)
    if isinstance(value, str):
        text = _NO_XML.sub("", value if _HARMLESS_AS_TEXT.fullmatch(value) else disarmed(value))
        if len(text) > LONGEST_XLSX_CELL:
            text = text[: LONGEST_XLSX_CELL - len(_CUT)] + _CUT
        # Set apart from its type: a cell given "=1+1" as its value becomes a formula.
        written._value, written.data_type = text, "s"  # noqa: SLF001
        written.quotePrefix = _FORMULA.match(text) is not None
        if "\n" in text or len(text) > _WIDEST:
            written.alignment = Alignment(wrap_text=True, vertical="top")
    else:
        written.value = value
    if isinstance(cell, OutCell) and cell.number_format:
        written.number_format = cell.number_format
    if shade:
        written.fill = PatternFill("solid", fgColor=shade.value)
        written.font = Font(bold=shade is Shade.HEADING)
    return written


def said(cell: OutCell | OutValue) -> OutValue:
    """Return what a cell says where there are only texts."""
    return cell.said if isinstance(cell, OutCell) else cell


def _value(cell: OutCell | OutValue) -> OutValue:
    return cell.value if isinstance(cell, OutCell) else cell
