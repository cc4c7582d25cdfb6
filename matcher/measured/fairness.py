"""What a run says of fairness: how groups fare, and what a swap of identity or words does to a ranking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from matcher.measured.runs import Run

FOUR_FIFTHS = 0.8
"""Under this share of the highest rate, an outcome counts as adverse impact (29 CFR 1607.4 D); a sign, not proof."""

GROUP_METRICS = frozenset({"selected@10", "impact_ratio@10", "exposure_ratio"})
"""Metrics of figures that are about groups; all others of a fairness suite are about swaps."""

Row = Mapping[str, Any]
_SUITE = "fairness"


def group_rows(run: Run) -> tuple[Row, ...]:
    """Return what each group got, a row for each pool, dimension, measure and group."""
    return tuple(
        row
        for one in run.benchmarks
        if one["benchmark"].startswith(_SUITE)
        for name, table in one.get("tables", {}).items()
        if name.endswith("groups")
        for row in table
    )


def swap_figures(run: Run) -> tuple[Row, ...]:
    """Return the figures of swaps."""
    suites = (one for one in run.benchmarks if one["benchmark"].startswith(_SUITE))
    return tuple(figure for one in suites for figure in one["figures"] if figure["metric"] not in GROUP_METRICS)


def notes(run: Run) -> tuple[str, ...]:
    """Return what the lab says of these figures in words."""
    return tuple(note for one in run.benchmarks if one["benchmark"].startswith(_SUITE) for note in one.get("notes", ()))


def ratios(rows: Sequence[Row]) -> list[Row]:
    """Return the ratio of each group to the highest as figures: their ``name``, value and bounds; none without one."""
    bounds = ("value", "low", "high")
    return [
        {"name": f"{row['dimension']}: {row['group']}", "published": False, **dict(zip(bounds, told, strict=True))}
        for row in rows
        if (told := row["to_highest"])
    ]
