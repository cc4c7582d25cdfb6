"""What a table is, whatever file it came from: named sheets of rows that remember their spreadsheet number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property

from matcher.spreadsheet_out import as_written

Cell = str | float | date | datetime
"""One cell: text, number, or a real date. An empty cell is the empty string."""

_OUTER_SPACE = " \t\r\n\f\v\u00a0\u202f\u2007\ufeff"


@dataclass(frozen=True)  # without slots: what is filled is asked many times of each row
class Row:
    """One row. ``number`` counts from 1, as a spreadsheet shows it."""

    number: int
    cells: tuple[Cell, ...]

    @cached_property
    def filled(self) -> tuple[tuple[int, str], ...]:
        """Positions (from 0) and texts of the cells that hold anything."""
        texts = ((index, cell_text(cell)) for index, cell in enumerate(self.cells))
        return tuple((index, text) for index, text in texts if text)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table. ``name`` is ``None`` for a text file; rows without any text are left out.

    ``notes`` say what of the file could not be read, as (what, remedy).
    """

    name: str | None
    rows: tuple[Row, ...]
    notes: tuple[tuple[str, str], ...] = ()


def cell_text(cell: Cell) -> str:
    """Return a cell as a person would type it: outer blanks and NUL dropped, ``3.0`` as ``3``, dates as ISO.

    The apostrophe that keeps a text such as ``'+32 000`` from being a formula is no part of it.
    """
    if isinstance(cell, str):
        if "\x00" in cell or "\r" in cell:
            cell = cell.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
        text = cell.strip(_OUTER_SPACE)
        return as_written(text) if text.startswith("'") else text
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ")
    if isinstance(cell, date):
        return cell.isoformat()
    return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)


def single_line(text: str) -> str:
    """Return the text with every run of white space as one space."""
    return re.sub(r"\s+", " ", text).strip()
