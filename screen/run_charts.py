"""Figures with their intervals, as dots on a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

_ROW = 26  # pixels of one figure
_MEASURED, _PUBLISHED = "circle", "square"
_BLUE, _ORANGE = "#0072B2", "#D55E00"


def dots_table(figures: Sequence[Mapping[str, Any]], engine: str, by: str) -> pd.DataFrame:
    """Return a line a figure: what it is of (its field ``by``, the engine where that is empty), bounds, its mark."""
    rows = [
        {
            "name": figure[by] or engine,
            "value": figure["value"],
            "low": figure["value"] if figure["published"] else figure["low"],
            "high": figure["value"] if figure["published"] else figure["high"],
            "mark": _PUBLISHED if figure["published"] else _MEASURED,
            "said": f"{figure['value']:.3f}",
        }
        for figure in figures
    ]
    return pd.DataFrame(rows, columns=["name", "value", "low", "high", "mark", "said"])


def dots_chart(table: pd.DataFrame, at: float | None = None) -> alt.LayerChart | alt.FacetChart:
    """Return the figures in their order, with a dashed line at a value where one is asked for.

    A figure from elsewhere is a square, and one that was measured a dot with its interval.
    """
    names = alt.Y("name:N", sort=list(table["name"]), title=None, axis=alt.Axis(labelLimit=260))
    plot = alt.Chart(table)
    layers: list[alt.Chart] = [
        plot.mark_rule(color=_BLUE, strokeWidth=2).encode(x=alt.X("low:Q", title=None), x2="high:Q", y=names),
        plot.mark_point(filled=True, size=80, opacity=1).encode(
            x=alt.X("value:Q", title=None, scale=alt.Scale(zero=True)),
            y=names,
            shape=alt.Shape("mark:N", scale=None),
            color=alt.Color(
                "mark:N", scale=alt.Scale(domain=[_MEASURED, _PUBLISHED], range=[_BLUE, _ORANGE]), legend=None
            ),
            tooltip=[alt.Tooltip("name:N", title=" "), alt.Tooltip("said:N", title="  ")],
        ),
    ]
    if at is not None:
        line = pd.DataFrame({"at": [at]})
        layers.append(alt.Chart(line).mark_rule(strokeDash=[4, 4], color=_ORANGE).encode(x="at:Q"))
    return alt.layer(*layers).properties(height=_ROW * max(len(table), 1) + 40, background="transparent")
