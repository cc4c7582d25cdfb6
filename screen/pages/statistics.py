"""Statistics: how many candidates there are in each group, and nothing of any of them."""

from __future__ import annotations

import streamlit as st

from matcher.errors import MatcherError, TaxonomyError
from matcher.offices import ResearchOffice
from matcher.statistics import CROSSED_WITH, DIMENSIONS, Release
from screen.counted import TOGETHER, capital, counts_table, group_name
from screen.counts_chart import bars_table, counts_chart
from screen.emphasis import emphasis
from screen.engine import open_office
from screen.frame import chosen_words
from screen.plain_text import plain
from screen.progress import progress_bar
from screen.tables import CSV, show_table
from screen.wording import Words


def statistics(words: Words) -> None:
    """Draw the page."""
    st.title(words("statistics.title"), anchor=False)
    office = open_office(ResearchOffice, words)
    with progress_bar(words("statistics.counting")) as progress:
        release = office.statistics(progress)
    if not release.shown:
        st.info(words("statistics.nobody"), icon=":material/inbox:")
        return
    st.markdown(about(release, words))
    rows, columns = choose_table(release, words)
    show_counts(release, rows, columns, words)
    with st.expander(words("statistics.why"), icon=":material/shield_person:"):
        for code in ("statistics.why_small", "statistics.why_still", "statistics.why_logged"):
            st.markdown(words(code))


def about(release: Release, words: Words) -> str:
    """Say of whom the numbers are, of which day, and what a dash means."""
    everybody, day = release.count(), words.day(release.made_on)
    if everybody is None:
        return words("statistics.about_schemes", day=day)
    return words("statistics.about", people=words.number(everybody), day=day)


def choose_table(release: Release, words: Words) -> tuple[str, str]:
    """Let the user choose one of the tables that are released; there are no others, and no filter."""
    limited = release.count() is None
    with st.container(horizontal=True, vertical_alignment="bottom"):
        rows = st.selectbox(
            words("statistics.rows"), DIMENSIONS, format_func=lambda name: choice(name, words), key="count-by"
        )
        crossed = [name for name in CROSSED_WITH[: 1 if limited else None] if name != rows]
        offered = crossed if limited and rows != CROSSED_WITH[0] else [TOGETHER, *([] if limited else crossed)]
        columns = st.selectbox(
            words("statistics.columns"),
            offered,
            format_func=lambda name: choice(name, words),
            key="count-beside",
        )
    return rows, columns


def choice(name: str, words: Words) -> str:
    """Return what a dimension is called in a list, with a capital."""
    return capital(words(f"counted_by.{name}" if name else "statistics.together"))


def show_counts(release: Release, rows: str, columns: str, words: Words) -> None:
    """Show the chosen table as bars and as numbers, and offer the same numbers as a file."""
    named, bars = words(f"counted_by.{rows}"), bars_table(release, rows, columns, words)
    st.header(words("statistics.chart", rows=named), anchor=False)
    if not bars.empty:
        groups = [group_name(rows, group, words) for group in release.groups(rows)]
        st.altair_chart(counts_chart(bars, groups, words), alt=words("statistics.chart", rows=named))
    table = counts_table(release, rows, columns, words)
    show_table(table)
    name = "-".join(part for part in ("statistics", rows, columns, release.made_on.isoformat()) if part)
    st.download_button(
        words("statistics.download"),
        table.as_csv(),
        f"{name}.csv",
        CSV,
        on_click="ignore",
        type=emphasis(),
        icon=":material/download:",
    )


try:
    statistics(chosen_words())
except (MatcherError, TaxonomyError) as error:
    st.error(plain(str(error)), icon=":material/error:")
