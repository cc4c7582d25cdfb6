"""Counts as bars, so that the eye sees at once which groups are large. What is hidden has no bar."""

from __future__ import annotations

import altair as alt
import pandas as pd

from matcher.statistics import Release
from screen.counted import group_name
from screen.wording import Words

_BAR, _GAP, _AXIS, _LEGEND_ROW = 11, 12, 60, 24  # pixels
_LEGEND_COLUMNS = 2
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
    """Return a horizontal bar for each group in their order, or one for each of its parts, named in a legend below.

    Parts stand under each other and are not stacked: a stack would look like a whole, though some of it is hidden.
    """
    parts = list(dict.fromkeys(table["part"]))
    drawn = [group for group in groups if group in set(table["group"])]
    tooltips = [
        alt.Tooltip(f"{name}:{kind}", title=" ") for name, kind in (("group", "N"), ("part", "N"), ("count", "Q"))
    ]
    chart: alt.Chart = (
        alt.Chart(table)
        .mark_bar(color=_COLOURS[0])
        .encode(
            x=alt.X("count:Q", title=words("statistics.axis"), axis=alt.Axis(tickMinStep=5)),
            y=alt.Y("group:N", sort=drawn, title=None, axis=alt.Axis(labelLimit=220)),
            tooltip=tooltips,
        )
        .properties(height=_height(len(drawn), len(parts)), background="transparent")
    )
    if parts == [""]:
        return chart
    legend = alt.Legend(orient="bottom", title=None, columns=_LEGEND_COLUMNS, labelLimit=300)
    colours: alt.Chart = chart.encode(
        yOffset=alt.YOffset("part:N", sort=parts),
        color=alt.Color("part:N", sort=parts, scale=alt.Scale(domain=parts, range=list(_COLOURS)), legend=legend),
    )
    return colours


def _height(groups: int, parts: int) -> int:
    """Return how many pixels the bars, the axis and the legend take together."""
    legend = 0 if parts == 1 else _LEGEND_ROW * (-(-parts // _LEGEND_COLUMNS) + 1)
    return groups * (_GAP + _BAR * (parts if parts > 1 else 2)) + _AXIS + legend
