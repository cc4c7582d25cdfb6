"""The views of one run: figures beside baselines, fairness, what moved since another run, conditions."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from matcher.measured import Run, RunNote
from matcher.measured.fairness import FOUR_FIFTHS, Row, group_rows, notes, ratios, swap_figures
from matcher.offices import QualityOffice
from screen.plain_text import plain, quiet
from screen.run_charts import dots_chart, dots_table
from screen.run_tables import (
    against_table,
    conditions_table,
    groups_table,
    moves_table,
    overview_table,
    swaps_table,
    without_fairness,
)
from screen.tables import show_table
from screen.wording import Words

_POOLS = ("comparable", "everybody")
_FIRST_MEASURE = "selected@10"
_AGAINST = "against"


def show_figures(run: Run, words: Words) -> None:
    """Show all benchmarks in a line each, then one of them with its baselines, parts and tests."""
    st.header(words("run_figures.overview"), anchor=False)
    show_table(overview_table(run, words))
    st.header(words("run_figures.one"), anchor=False)
    names = [one["benchmark"] for one in without_fairness(run)] or [one["benchmark"] for one in run.benchmarks]
    with st.container(horizontal=True):
        chosen = st.selectbox(words("run_figures.benchmark"), names, key="benchmark")
        one = run.benchmark(chosen) or run.benchmarks[0]
        metrics = list(dict.fromkeys(figure["metric"] for figure in one["figures"]))
        metric = st.selectbox(words("run_figures.metric"), metrics, key="metric")
    st.markdown(plain(one.get("about", "")))
    if "skipped" in one:
        st.warning(words("run_figures.skipped", why=plain(one["skipped"])), icon=":material/block:")
        return
    _show_metric([figure for figure in one["figures"] if figure["metric"] == metric], words)
    if against := one.get("tables", {}).get(_AGAINST):
        st.subheader(words("run_figures.against"), anchor=False)
        show_table(against_table(against, words))
    _show_notes(one.get("notes", ()), words)


def show_fairness_run(run: Run, words: Words) -> None:
    """Show how groups fare among comparable people or all, and what swaps do."""
    rows, swaps = group_rows(run), swap_figures(run)
    if not rows and not swaps:
        st.info(words("fairness_run.none"), icon=":material/balance:")
        return
    if rows:
        st.header(words("fairness_run.groups"), anchor=False)
        st.markdown(words("fairness_run.hint"))
        _show_groups(rows, words)
    if swaps:
        st.header(words("fairness_run.swaps"), anchor=False)
        st.markdown(words("fairness_run.swaps_hint"))
        show_table(swaps_table(swaps, words))
    _show_notes(notes(run), words)


def show_comparison(office: QualityOffice, run: Run, others: Sequence[RunNote], words: Words) -> None:
    """Show what moved since another run."""
    if not others:
        st.info(words("moved.only_one"), icon=":material/compare_arrows:")
        return
    earlier = st.selectbox(words("moved.with"), [note.name for note in others], key="earlier")
    found = office.compare(earlier, run.name)
    significant = [move for move in found.moves if move.is_significant]
    counts = {"compared": found.compared, "moved": len(found.moves), "significant": len(significant)}
    st.markdown(f"**{words('moved.count', **counts)}**")
    st.markdown(quiet(words("moved.hint")))
    if found.only_one:
        st.markdown(words("moved.only_in_one", names=plain(", ".join(found.only_one))))
    if not found.moves:
        st.info(words("moved.nothing"), icon=":material/check:")
        return
    if st.toggle(words("moved.significant_only"), value=bool(significant), key="significant-only"):
        if not significant:
            st.info(words("moved.none_significant"), icon=":material/check:")
            return
        show_table(moves_table(significant, words))
    else:
        show_table(moves_table(found.moves, words))


def show_conditions(run: Run, words: Words) -> None:
    """Show under what conditions the run was made."""
    st.header(words("quality_view.conditions"), anchor=False)
    show_table(conditions_table(run, words))


def _show_metric(figures: Sequence[Row], words: Words) -> None:
    """Show one metric of every system, and the engine's by part of the data."""
    whole = [figure for figure in figures if not figure["part"]]
    parts = [figure for figure in figures if figure["part"] and not figure["system"]]
    title = words("run_figures.chart", metric=figures[0]["metric"] if figures else "")
    engine = words("run_figures.engine")
    if whole:
        st.altair_chart(dots_chart(dots_table(whole, engine, "system")), alt=title)
        st.markdown(quiet(words("run_figures.legend")))
    if parts:
        st.subheader(words("run_figures.slices"), anchor=False)
        st.altair_chart(dots_chart(dots_table(parts, engine, "part")), alt=title)


def _show_groups(rows: Sequence[Row], words: Words) -> None:
    """Let the user choose among whom and by what measure, and show each group beside the highest."""
    measures = list(dict.fromkeys(row["measure"] for row in rows))
    with st.container(horizontal=True):
        pool = st.segmented_control(
            words("fairness_run.pool"),
            _POOLS,
            default=_POOLS[0],
            format_func=lambda name: words(f"fairness_pool.{name}"),
            key="fairness-pool",
            required=True,
        )
        first = measures.index(_FIRST_MEASURE) if _FIRST_MEASURE in measures else 0
        measure = st.selectbox(words("fairness_run.measure"), measures, index=first, key="fairness-measure")
    some = [row for row in rows if (row["pool"], row["measure"]) == (pool, measure)]
    chart = dots_chart(dots_table(ratios(some), "", "name"), at=FOUR_FIFTHS)
    st.altair_chart(chart, alt=words("fairness_run.chart", measure=measure or ""))
    show_table(groups_table(some, words))


def _show_notes(told: Sequence[str], words: Words) -> None:
    """Show what the lab says in words, in its own English."""
    if told:
        with st.expander(words("run_figures.notes"), icon=":material/notes:"):
            for note in told:
                st.markdown(plain(note))
