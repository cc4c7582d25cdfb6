"""The views of one run: figures beside baselines, fairness, what moved since another run, conditions."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from matcher.measured import Run, RunNote
from matcher.measured.fairness import FOUR_FIFTHS, group_rows, notes, swap_figures
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
)
from screen.tables import show_table
from screen.wording import Words

_POOLS = ("comparable", "everybody")
_AGAINST = "against"


def show_figures(run: Run, words: Words) -> None:
    """Show all benchmarks in a line each, then one of them with its baselines, parts and tests."""
    st.header(words("run_figures.overview"), anchor=False)
    show_table(overview_table(run, words))
    st.header(words("run_figures.one"), anchor=False)
    names = [one["benchmark"] for one in run.benchmarks]
    with st.container(horizontal=True):
        chosen = st.selectbox(words("run_figures.benchmark"), names, key="benchmark")
        one = run.benchmark(chosen) or run.benchmarks[0]
        metrics = list(dict.fromkeys(figure["metric"] for figure in one["figures"]))
        metric = st.selectbox(words("run_figures.metric"), metrics, key="metric")
    st.markdown(plain(one.get("about", "")))
    if "skipped" in one:
        st.warning(words("run_figures.skipped", why=plain(one["skipped"])), icon=":material/block:")
        return
    same = [figure for figure in one["figures"] if figure["metric"] == metric]
    whole = [figure for figure in same if not figure["part"]]
    parts = [figure for figure in same if figure["part"] and not figure["system"]]
    title = words("run_figures.chart", metric=plain(metric or ""))
    if whole:
        st.altair_chart(dots_chart(dots_table(whole, words("run_figures.engine"), "system")), alt=title)
        st.markdown(quiet(words("run_figures.legend")))
    if parts:
        st.subheader(words("run_figures.slices"), anchor=False)
        st.altair_chart(dots_chart(dots_table(parts, words("run_figures.engine"), "part")), alt=title)
    if against := one.get("tables", {}).get(_AGAINST):
        st.subheader(words("run_figures.against"), anchor=False)
        show_table(against_table(against, words))
    show_notes(one.get("notes", ()), words)


def show_fairness_run(run: Run, words: Words) -> None:
    """Show how groups fare among comparable people or all, and what swaps do."""
    rows, swaps = group_rows(run), swap_figures(run)
    if not rows and not swaps:
        st.info(words("fairness_run.none"), icon=":material/balance:")
        return
    if rows:
        st.header(words("fairness_run.groups"), anchor=False)
        st.markdown(words("fairness_run.hint"))
        with st.container(horizontal=True):
            pool = st.segmented_control(
                words("fairness_run.pool"),
                _POOLS,
                default=_POOLS[0],
                format_func=lambda name: words(f"fairness_pool.{name}"),
                key="fairness-pool",
                required=True,
            )
            measures = list(dict.fromkeys(row["measure"] for row in rows))
            measure = st.selectbox(words("fairness_run.measure"), measures, key="fairness-measure")
        some = [row for row in rows if (row["pool"], row["measure"]) == (pool, measure)]
        told = [
            {"name": f"{row['dimension']}: {row['group']}", "published": False}
            | dict(zip(("value", "low", "high"), row["to_highest"], strict=True))
            for row in some
            if row["to_highest"]
        ]
        st.altair_chart(
            dots_chart(dots_table(told, "", "name"), at=FOUR_FIFTHS),
            alt=words("fairness_run.chart", measure=plain(measure or "")),
        )
        show_table(groups_table(some, words))
    if swaps:
        st.header(words("fairness_run.swaps"), anchor=False)
        st.markdown(words("fairness_run.swaps_hint"))
        show_table(swaps_table(swaps, words))
    show_notes(notes(run), words)


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


def show_notes(told: Sequence[str], words: Words) -> None:
    """Show what the lab says in words, in its own English."""
    if told:
        with st.expander(words("run_figures.notes"), icon=":material/notes:"):
            for note in told:
                st.markdown(plain(note))
