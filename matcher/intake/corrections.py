"""What a person writes in place of cells while a file is loaded: the file stays as it was sent, and so do its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matcher.intake.fields import Fields, NamedCell
from matcher.intake.headers import ColumnT
from matcher.records import Source

AS_SENT = "{heading} (as sent)"
"""Under what heading a record keeps the words of a cell that was corrected."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What is to be read in place of what stands in one row under one heading; ``""`` reads the cell as blank."""

    file: str
    sheet: str | None
    row: int
    heading: str
    text: str


Corrections = Mapping[Source, Mapping[str, str]]
"""The corrections of each row: heading to text."""


def by_row(corrections: Sequence[Correction]) -> Corrections:
    """Group corrections by the row that they are about; of two for one cell the later counts."""
    grouped: dict[Source, dict[str, str]] = {}
    for item in corrections:
        grouped.setdefault(Source(item.file, item.sheet, item.row), {})[item.heading] = item.text
    return grouped


def corrected(fields: Fields[ColumnT], corrections: Corrections) -> Fields[ColumnT]:
    """Return a record with its corrections in place, to be checked like any other.

    A correction stands for all that the record says under the recognised column of its heading. What stood there is
    kept beside the record, under its heading and ``(as sent)``. A heading that was not recognised is passed over.
    """
    own = corrections.get(fields.source)
    if not own:
        return fields
    cells, sent = dict(fields.cells), list(fields.unknown)
    for heading, text in own.items():
        column = _column_of(fields, heading)
        if column is None:
            continue
        sent += [(AS_SENT.format(heading=cell.heading), cell.text) for cell in cells.pop(column, ())]
        if text.strip():
            cells[column] = [NamedCell(heading, text)]
    return Fields(fields.source, cells, tuple(sent), fields.headings, list(fields.warnings))


def _column_of(fields: Fields[ColumnT], heading: str) -> ColumnT | None:
    filled = (column for column, cells in fields.cells.items() if any(cell.heading == heading for cell in cells))
    blank = (column for column, words in fields.headings.items() if words == heading)
    return next(filled, None) or next(blank, None)
