"""The bar of a score: its parts one after the other, drawn from the very numbers that made it."""

from __future__ import annotations

from typing import Any

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
    st.vega_lite_chart(
        spec=score_bar(bar_rows(match, words)),
        width="stretch",
        alt=words("bar.alt", score=words.percent(match.score), parts=", ".join(listed)),
    )


def marker(signal: str) -> str:
    """Return a small square in the colour of a part, as Markdown."""
    return f':color[■]{{foreground="{COLOURS[signal]}"}}'


def bar_rows(match: Match, words: Words) -> list[dict[str, Any]]:
    """Return one row a part, in the order of the evidence."""
    return [
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


def score_bar(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the parts over a track that shows how far 1 is, as Vega-Lite.

    Written out: altair checks each chart against Vega-Lite's whole schema, which took half the time of a page of them.
    """
    scale = {"domain": [0, 1]}
    colour = {"domain": list(COLOURS), "range": list(COLOURS.values())}
    track = {
        "data": {"values": [{"full": 1.0}]},
        "mark": {"type": "bar", "height": _HEIGHT, "color": "#888888", "opacity": 0.18},
        "encoding": {"x": {"field": "full", "type": "quantitative", "axis": None, "scale": scale}},
    }
    parts = {
        "data": {"values": rows},
        "mark": {"type": "bar", "height": _HEIGHT},
        "encoding": {
            "x": {"field": "contribution", "type": "quantitative", "stack": "zero", "axis": None, "scale": scale},
            "color": {"field": "signal", "type": "nominal", "scale": colour, "legend": None},
            "opacity": {"field": "opacity", "type": "quantitative", "scale": None},
            "order": {"field": "order", "type": "quantitative"},
            "tooltip": [
                {"field": "part", "type": "nominal", "title": " "},
                {"field": "said", "type": "nominal", "title": "  "},
            ],
        },
    }
    frame = {"height": _HEIGHT, "padding": 0, "background": "transparent", "config": {"view": {"stroke": None}}}
    return {"layer": [track, parts], **frame}
