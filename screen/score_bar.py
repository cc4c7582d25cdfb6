"""The bar of a score: its parts one after the other, drawn from the very numbers that made it."""

from __future__ import annotations

import altair as alt
import pandas as pd
import streamlit as st

from matcher.records import Match
from matcher.report import COLOURS
from screen.wording import Words

_HEIGHT = 14  # pixels
_PALE, _FULL = 0.4, 1.0  # opacity of a part that is not known, and of one that is


def show_score_bar(match: Match, words: Words) -> None:
    """Draw the parts of a match on a scale of 0 to 1."""
    parts = [(part.signal, words(f"part.{part.signal}"), part) for part in match.evidence]
    listed = [f"{name} {words.percent(part.contribution)}" for _, name, part in parts]
    st.altair_chart(
        score_bar(bar_table(match, words)),
        alt=words("bar.alt", score=words.percent(match.score), parts=", ".join(listed)),
    )


def marker(signal: str) -> str:
    """Return a small square in the colour of a part, as Markdown."""
    return f':color[■]{{foreground="{COLOURS[signal]}"}}'


def bar_table(match: Match, words: Words) -> pd.DataFrame:
    """Return one row a part, in the order of the evidence."""
    rows = [
        {
            "order": number,
            "signal": part.signal,
            "part": words(f"part.{part.signal}"),
            "contribution": part.contribution,
            "opacity": _PALE if part.score is None else _FULL,
            "said": f"{words.percent(part.contribution)} / {words.percent(part.weight)}",
        }
        for number, part in enumerate(match.evidence)
    ]
    return pd.DataFrame(rows)


def score_bar(table: pd.DataFrame) -> alt.LayerChart:
    """Return the parts over a track that shows how far 1 is."""
    share = alt.Scale(domain=[0, 1])
    track = alt.Chart(pd.DataFrame({"full": [1.0]})).mark_bar(height=_HEIGHT, color="#888888", opacity=0.18)
    parts = (
        alt.Chart(table)
        .mark_bar(height=_HEIGHT)
        .encode(
            x=alt.X("contribution:Q", stack="zero", axis=None, scale=share),
            color=alt.Color(
                "signal:N", scale=alt.Scale(domain=list(COLOURS), range=list(COLOURS.values())), legend=None
            ),
            opacity=alt.Opacity("opacity:Q", scale=None),
            order=alt.Order("order:Q"),
            tooltip=[alt.Tooltip("part:N", title=" "), alt.Tooltip("said:N", title="  ")],
        )
    )
    chart: alt.LayerChart = alt.layer(
        track.encode(x=alt.X("full:Q", axis=None, scale=share)),
        parts,
        height=_HEIGHT,
        padding=0,
        background="transparent",
    ).configure_view(stroke=None)
    return chart
