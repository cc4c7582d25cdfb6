"""The problems of a cohort: cells that a person mends in place, and remarks that no cell answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import pandas as pd
import streamlit as st

from matcher.intake.corrections import Correction
from matcher.offices.load_orders import CellProblem, CohortTrial
from matcher.records import Problem, RowOutcome
from screen.plain_text import plain, quiet
from screen.told import in_page_words
from screen.wording import Words

Place = tuple[str, str | None, int, str]


def mend_cells(cells: Sequence[CellProblem], mended: Mapping[Place, str], words: Words) -> dict[Place, str]:
    """Let the user write the right value of each cell; return what is written otherwise than in the file.

    Args:
        cells: what is wrong, row by row.
        mended: what was written before.
        words: of the language chosen.
    """
    if not cells:
        return {}
    st.header(words("load.mend", number=len(cells)), anchor=False)
    st.markdown(quiet(words("load.mend_hint")))
    effects = (words("load.effect_left_out"), words("load.effect_rejected"))
    table = pd.DataFrame(
        {
            "place": [_place(cell.file, cell.sheet, cell.row) for cell in cells],
            "heading": [cell.heading for cell in cells],
            "value": [cell.value for cell in cells],
            "correct": [mended.get(cell.place, cell.value) for cell in cells],
            "problem": [_sentences(cell.problem, cell.remedy, words) for cell in cells],
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
        key=f"load-cells-{hash(tuple(cell.place for cell in cells))}",
        alt=words("load.mend_hint"),
    )
    written = zip(cells, edited["correct"], strict=True)
    return {cell.place: text or "" for cell, text in written if (text or "") != cell.value}


def show_mended(corrections: Collection[Correction], read: CohortTrial, after: CohortTrial, words: Words) -> None:
    """Say how many cells are mended, and which of those that were changed are still not right."""
    if not corrections:
        return
    changed = {(item.file, item.sheet, item.row, item.heading) for item in corrections}
    wrong = [cell for cell in after.cells if cell.place in changed]
    still = {cell.place for cell in after.cells}
    all_of_them = changed | still | {cell.place for cell in read.cells}
    mended = words.number(len(all_of_them - still))
    st.markdown(words("load.mended", number=mended, all=words.number(len(all_of_them))))
    for cell in wrong:
        told = plain(_sentences(cell.problem, cell.remedy, words))
        st.warning(words("load.still", row=cell.row, heading=plain(cell.heading), told=told), icon=":material/edit:")


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
                words("load.problem"): [in_page_words(problem.problem, words) for problem in remarks],
                words("load.remedy"): [in_page_words(problem.remedy, words) for problem in remarks],
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


def _sentences(problem: str, remedy: str, words: Words) -> str:
    """Return what is wrong and what helps, as two sentences."""
    said = (in_page_words(text, words) for text in (problem, remedy))
    return " ".join(f"{text[:1].upper()}{text[1:]}." for text in said)


def _place(file: str, sheet: str | None, row: int | None) -> str:
    """Return where a row stands, as a spreadsheet shows it."""
    return " · ".join(part for part in (str(row) if row else "", sheet or "", "" if row else file) if part)
