"""A shortlist as a file: the very table that stands on the screen, as XLSX, CSV or PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from matcher.pdf_out import PdfBlock, write_pdf
from matcher.spreadsheet_out import OutCell, OutSheet, OutValue, Shade, said, spreadsheet_content


class FileKind(StrEnum):
    """What a shortlist is written as; the value is the ending of the file."""

    XLSX = "xlsx"
    CSV = "csv"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table in words, as it stands on the screen.

    ``facts`` are lines above it: what it is of, the day, the order and the filters. The first ``lead`` columns name a
    row; each row has one cell a heading.
    """

    title: str
    facts: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[OutCell | OutValue, ...], ...]
    lead: int = 3


def written_file(table: ShownTable, kind: FileKind) -> bytes:
    """Return a table as the bytes of a file."""
    if kind is FileKind.PDF:
        return write_pdf(table.title, table.facts, [_block(table, row) for row in table.rows])
    headings = [OutCell(heading, Shade.HEADING) for heading in table.headings]
    above: list[Sequence[OutValue]] = [[table.title], *([fact] for fact in table.facts), []]
    rows: list[Sequence[OutCell | OutValue]] = [*above, headings, *table.rows]
    return spreadsheet_content(f".{kind.value}", [OutSheet(table.title, rows, frozen_rows=len(above) + 1)])


def _block(table: ShownTable, row: tuple[OutCell | OutValue, ...]) -> PdfBlock:
    heading = "  ·  ".join(_said(cell) for cell in row[: table.lead])
    named = zip(table.headings[table.lead :], row[table.lead :], strict=True)
    return PdfBlock(heading, tuple((name, _said(cell)) for name, cell in named))


def _said(cell: OutCell | OutValue) -> str:
    value = said(cell)
    return "" if value is None else str(value)
