"""The bar of a score: its parts one after the other, drawn from the very numbers that made it.

An SVG picture, which no browser lets run anything: ten charts of Vega-Lite were a fifth of what a page of candidates
took to send and to draw.
"""

from __future__ import annotations

from itertools import accumulate

import streamlit as st

from matcher.records import Evidence, Match
from matcher.report import COLOURS
from screen.wording import Words

_PALE, _FULL = 0.4, 1.0  # opacity of a part that is not known, and of one that is
# Without a viewBox the picture takes the width that there is and keeps its height; the ground shows how far 1 is.
_FRAME = '<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="14">{}</svg>'
_GROUND = '<rect width="100%" height="100%" fill="#888888" fill-opacity="0.18"/>'


def show_score_bar(match: Match, words: Words) -> None:
    """Draw the parts of a match on a scale of 0 to 1."""
    st.image(score_bar(match), width="stretch", alt=score_in_words(match, words))


def marker(signal: str) -> str:
    """Return a small square in the colour of a part, as Markdown."""
    return f':color[■]{{foreground="{COLOURS[signal]}"}}'


def score_bar(match: Match) -> str:
    """Return the parts as an SVG picture: rectangles side by side, each as wide as what it adds."""
    starts = accumulate((part.contribution for part in match.evidence), initial=0.0)
    return _FRAME.format(_GROUND + "".join(map(_part, match.evidence, starts)))


def score_in_words(match: Match, words: Words) -> str:
    """Return the score with what each part adds of what it could, for who cannot see the bar."""
    listed = ", ".join(_part_in_words(part, words) for part in match.evidence)
    return words("bar.alt", score=words.percent(match.score), parts=listed)


def _part(part: Evidence, start: float) -> str:
    opacity = _PALE if part.score is None else _FULL
    place = f'x="{start:.4%}" width="{part.contribution:.4%}" height="100%"'
    return f'<rect {place} fill="{COLOURS[part.signal]}" fill-opacity="{opacity}"/>'


def _part_in_words(part: Evidence, words: Words) -> str:
    return f"{words(f'part.{part.signal}')} {words.percent(part.contribution)} / {words.percent(part.weight)}"
