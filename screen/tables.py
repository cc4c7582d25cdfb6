"""Tables of text as they are shown, and the same tables as files to take away."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from matcher.spreadsheet_out import OutSheet, OutValue, spreadsheet_content
from screen.plain_text import plain

CSV = "text/csv"


@dataclass(frozen=True, slots=True)
class TextTable:
    """Headings, and rows of as many cells. Text is as it stands in the records, not Markdown."""

    headings: tuple[str, ...]
    rows: tuple[tuple[OutValue, ...], ...]

    def as_csv(self) -> bytes:
        """Return the table as CSV that spreadsheet programs open, and of which no cell runs."""
        return spreadsheet_content(".csv", [OutSheet("", [self.headings, *self.rows])])


def show_table(table: TextTable) -> None:
    """Show a table whole, as text; wide ones scroll within themselves."""
    cells = [["" if cell is None else plain(str(cell)) for cell in row] for row in table.rows]
    st.table(pd.DataFrame(cells, columns=[_heading(heading) for heading in table.headings]), hide_index=True)


def _heading(text: str) -> str:
    """Return a heading in a grey dark enough to read: a table's own is not."""
    return f":gray[{plain(text)}]"
