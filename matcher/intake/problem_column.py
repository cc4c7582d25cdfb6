"""The column of problems in an annotated copy: written for the sender, passed over when the file comes back."""

from __future__ import annotations

from dataclasses import replace

from matcher.intake.headers import normalise_heading
from matcher.intake.sheets import Sheet, cell_text

PROBLEM_HEADING = "Problems (matcher)"
"""Heading of the column, known again in any capitals."""

_DEEPEST = 40


def without_problem_column(sheet: Sheet) -> Sheet:
    """Return a sheet as its sender would have it: the column of problems emptied, rows with nothing else left out."""
    known = normalise_heading(PROBLEM_HEADING)
    found = (
        index
        for row in sheet.rows[:_DEEPEST]
        for index, cell in enumerate(row.cells)
        if isinstance(cell, str) and len(cell) < 80 and normalise_heading(cell_text(cell)) == known
    )
    index = next(found, None)
    if index is None:
        return sheet
    rows = (replace(row, cells=(*row.cells[:index], "", *row.cells[index + 1 :])) for row in sheet.rows)
    return replace(sheet, rows=tuple(row for row in rows if row.filled))
