"""The problems of a cohort: cells that a person mends in place, and remarks that no cell answers."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd
import streamlit as st

from matcher.intake.corrections import Correction
from matcher.offices.load_orders import CellProblem, CohortTrial
from matcher.records import Problem, RowOutcome
from screen.plain_text import plain, quiet
from screen.wording import Words

_ROW_HEIGHT = 56  # pixels: two lines of what is wrong


def mend_cells(cells: Sequence[CellProblem], key: str, words: Words) -> tuple[Correction, ...]:
    """Let the user write the right value of each cell; return the corrections."""
    if not cells:
        return ()
    st.header(words("load.mend", number=len(cells)), anchor=False)
    st.markdown(quiet(words("load.mend_hint")))
    effects = (words("load.effect_left_out"), words("load.effect_rejected"))
    table = pd.DataFrame(
        {
            "place": [_place(cell.file, cell.sheet, cell.row) for cell in cells],
            "heading": [cell.heading for cell in cells],
            "value": [cell.value for cell in cells],
            "correct": [cell.value for cell in cells],
            "problem": [f"{cell.problem}. {cell.remedy[:1].upper()}{cell.remedy[1:]}." for cell in cells],
            "effect": [effects[cell.rejects] for cell in cells],
        }
    )
    shown = [name for name in table.columns if name != "correct"]
    edited = st.data_editor(
        table,
        column_config={
            "place": st.column_config.TextColumn(words("load.row")),
            "heading": st.column_config.TextColumn(words("load.heading")),
            "problem": st.column_config.TextColumn(words("load.problem"), width="large"),
            "effect": st.column_config.TextColumn(words("load.effect")),
            "value": st.column_config.TextColumn(words("load.value")),
            "correct": st.column_config.TextColumn(words("load.correct")),
        },
        disabled=shown,
        hide_index=True,
        row_height=_ROW_HEIGHT,
        key=f"load-cells-{key}",
        alt=words("load.mend_hint"),
    )
    written = zip(cells, edited["correct"], strict=True)
    return tuple(cell.correction(text or "") for cell, text in written if (text or "") != cell.value)


def show_mended(
    corrections: Collection[Correction], cells: Sequence[CellProblem], after: CohortTrial, words: Words
) -> None:
    """Say how many cells are mended, and which of those that were changed are still not right."""
    changed = {(item.file, item.sheet, item.row, item.heading) for item in corrections}
    wrong = [cell for cell in after.cells if cell.place in changed]
    places = {cell.place for cell in cells}
    mended = places - {cell.place for cell in after.cells}
    if changed:
        st.markdown(words("load.mended", number=len(mended), all=len(places)))
    for cell in wrong:
        said = {"heading": plain(cell.heading), "problem": plain(cell.problem), "remedy": plain(cell.remedy)}
        st.warning(words("load.still", row=cell.row, **said), icon=":material/edit:")


def show_remarks(remarks: Sequence[Problem], words: Words) -> None:
    """Show the problems that cannot be mended in a cell."""
    if not remarks:
        return
    with st.expander(words("load.remarks", number=len(remarks))):
        table = pd.DataFrame(
            {
                words("load.row"): [_place(problem.file, problem.sheet, problem.row) for problem in remarks],
                words("load.heading"): [problem.column or "" for problem in remarks],
                words("load.value"): [problem.value or "" for problem in remarks],
                words("load.problem"): [problem.problem for problem in remarks],
                words("load.remedy"): [problem.remedy for problem in remarks],
            }
        )
        st.dataframe(table, hide_index=True)


def show_changes(rows: Sequence[RowOutcome], words: Words) -> None:
    """Show what a load changes for people who are held already, field by field."""
    changed = [(row, change) for row in rows for change in row.changes]
    if not changed:
        return
    hidden = words("load.private")
    with st.expander(words("load.changes", number=sum(bool(row.changes) for row in rows))):
        table = pd.DataFrame(
            {
                words("load.row"): [_place("", row.sheet, row.row) for row, _ in changed],
                words("load.field"): [change.field for _, change in changed],
                words("load.was"): [hidden if change.was is None else change.was for _, change in changed],
                words("load.now"): [hidden if change.was is None else change.now for _, change in changed],
            }
        )
        st.dataframe(table, hide_index=True)


def _place(file: str, sheet: str | None, row: int | None) -> str:
    """Return where a row stands, as a spreadsheet shows it."""
    return " · ".join(part for part in (str(row) if row else "", sheet or "", "" if row else file) if part)
