"""Tables as anybody might send them, for properties that must hold for every file."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from hypothesis import strategies as st

from matcher.intake.candidate_columns import CANDIDATE_LEXICON

PLAIN = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co"))
CELLS = st.one_of(
    st.sampled_from(["", "", "-", "n/a", "A-1", "A-2", "A-3", "Soudeur", "MIG; TIG", "31/02/1999", "01/02/1999"]),
    st.sampled_from(["=1+1", "'+32 000", "a@example.org", "FR B2", "2 ans", "Total", "12", "Total : 3", "x" * 90]),
    st.text(PLAIN, max_size=12),
)
HEADINGS = st.one_of(st.sampled_from(sorted(CANDIDATE_LEXICON.synonyms)), CELLS)
Table = list[list[str]]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Title rows, a row of headings that are mostly known, and rows that are often too short or too long."""
    headings = ["Ref", "Métier", *draw(st.lists(HEADINGS, max_size=6))]
    titles = draw(st.lists(st.lists(CELLS, max_size=2), max_size=2))
    rows = draw(st.lists(st.lists(CELLS, max_size=len(headings) + 1), max_size=8))
    return [*titles, headings, *rows]


def write_csv(path: Path, table: Table, delimiter: str = ";") -> Path:
    """Write a table as delimited text."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter).writerows(table)
    path.write_bytes(buffer.getvalue().encode("utf-8"))
    return path


def write_xlsx(path: Path, table: Table) -> Path:
    """Write a table as a spreadsheet, its texts as text."""
    from openpyxl import Workbook

    book = Workbook()
    for row, cells in enumerate(table, 1):
        for column, text in enumerate(cells, 1):
            if text:
                cell = book.active.cell(row, column, text)
                cell.data_type = "s"
    book.save(path)
    return path
