"""The bar of a score: its parts one after the other, drawn from the very numbers that made it.

Written as HTML: ten charts of Vega-Lite were a fifth of what a page of candidates took to send and to draw.
"""

from __future__ import annotations

from html import escape

import streamlit as st

from matcher.records import Evidence, Match
from matcher.report import COLOURS
from screen.wording import Words

_PALE, _FULL = 0.4, 1.0  # opacity of a part that is not known, and of one that is
# The ground shows how far 1 is.
_GROUND = "display:flex;height:14px;margin:6px 0 2px;background:#8888882e"


def show_score_bar(match: Match, words: Words) -> None:
    """Draw the parts of a match on a scale of 0 to 1."""
    st.html(score_bar(match, words))


def marker(signal: str) -> str:
    """Return a small square in the colour of a part, as Markdown."""
    return f':color[■]{{foreground="{COLOURS[signal]}"}}'


def score_bar(match: Match, words: Words) -> str:
    """Return the parts as HTML: one picture with its words for who cannot see it, and each part's beside the mouse."""
    listed = ", ".join(f"{_name(part, words)} {words.percent(part.contribution)}" for part in match.evidence)
    alt = words("bar.alt", score=words.percent(match.score), parts=listed)
    parts = "".join(_part(part, words) for part in match.evidence)
    return f'<div role="img" aria-label="{escape(alt)}" style="{_GROUND}">{parts}</div>'


def _part(part: Evidence, words: Words) -> str:
    said = f"{_name(part, words)}: {words.percent(part.contribution)} / {words.percent(part.weight)}"
    opacity = _PALE if part.score is None else _FULL
    style = f"width:{part.contribution:.4%};background:{COLOURS[part.signal]};opacity:{opacity}"
    return f'<span title="{escape(said)}" style="{style}"></span>'


def _name(part: Evidence, words: Words) -> str:
    return words(f"part.{part.signal}")
