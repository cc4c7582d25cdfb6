"""What became of a file: how many records came in, which did not and why, nothing left out."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from matcher.records import LoadReport, Problem
from screen.wording import Words

_SHOWN = 500  # problems in the table; the file itself is the place to mend more


def show_vacancy_load(report: LoadReport, words: Words, *, dry_run: bool) -> None:
    """Show the counts, then every problem with its place and remedy."""
    counts = {name: getattr(report, name) for name in ("read", "created", "updated", "unchanged", "rejected")}
    said = words("vacancies.load_would" if dry_run else "vacancies.load_done", **counts)
    if report.accepted and not report.rejected:
        st.success(said, icon=":material/check_circle:")
    else:
        st.warning(said, icon=":material/warning:")
    if report.problems:
        st.markdown(words("vacancies.load_problems", number=len(report.problems)))
        rows = [_row(problem, words) for problem in report.problems[:_SHOWN]]
        st.dataframe(pd.DataFrame(rows), hide_index=True, key="problems", alt=words("vacancies.load_problems_alt"))


def _row(problem: Problem, words: Words) -> dict[str, str]:
    place = " ".join(str(part) for part in (problem.sheet, problem.row) if part is not None)
    return {
        words("vacancies.load_place"): place or problem.file,
        words("vacancies.load_column"): problem.column or "",
        words("vacancies.load_value"): problem.value or "",
        words("vacancies.load_problem"): problem.problem,
        words("vacancies.load_remedy"): problem.remedy,
    }
