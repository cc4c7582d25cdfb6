"""Counts as bars, so that the eye sees at once which groups are large. What is hidden has no bar."""

from __future__ import annotations

import altair as alt
import pandas as pd

from matcher.statistics import Release
from screen.counted import group_name
from screen.wording import Words

_ROW = 34  # pixels of one group
# Told apart also without colour vision (Okabe and Ito 2008), and from both backgrounds.
_COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")


def bars_table(release: Release, rows: str, columns: str, words: Words) -> pd.DataFrame:
    """Return one line for each bar, or piece of a bar, that may be shown."""
    across = release.groups(columns) if columns else ("",)
    found = []
    for group in release.groups(rows):
        for other in across:
            count = release.count((rows, group), *([(columns, other)] if other else []))
            if count is not None:
                named = group_name(columns, other, words) if other else ""
                found.append({"group": group_name(rows, group, words), "part": named, "count": count})
    return pd.DataFrame(found, columns=["group", "part", "count"])


def counts_chart(table: pd.DataFrame, groups: list[str], words: Words) -> alt.Chart:
    """Return horizontal bars, the groups in their order; the parts of a bar are named in a legend below."""
    legend = alt.Legend(orient="bottom", title=None, columns=2, labelLimit=300)
    parts = list(dict.fromkeys(table["part"]))
    chart: alt.Chart = (
        alt.Chart(table)
        .mark_bar(height=18, color=_COLOURS[0])
        .encode(
            x=alt.X("count:Q", title=words("statistics.axis"), axis=alt.Axis(tickMinStep=5)),
            y=alt.Y("group:N", sort=groups, title=None, axis=alt.Axis(labelLimit=220)),
            tooltip=[
                alt.Tooltip("group:N", title=" "),
                alt.Tooltip("part:N", title="  "),
                alt.Tooltip("count:Q", title="   "),
            ],
        )
        .properties(height=_ROW * max(len(set(table["group"])), 1) + 60, background="transparent")
    )
    if parts == [""]:
        return chart
    colours: alt.Chart = chart.encode(
        color=alt.Color("part:N", sort=parts, scale=alt.Scale(domain=parts, range=list(_COLOURS)), legend=legend)
    )
    return colours
