"""Comparing two or three candidates side by side."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from matcher.distance import distance
from matcher.reasons import in_words
from matcher.records import Match, Vacancy
from matcher.stewardship import blind_name
from screen.candidate import essential_skills, language_gaps, reasons
from screen.law import law_line
from screen.plain_text import plain, quiet
from screen.score_bar import show_score_bar
from screen.wording import Words

MOST = 3
"""Candidates that fit beside one another."""


def marked_to_compare() -> int:
    """Count the candidates marked, for whatever vacancy."""
    return sum(bool(value) for name, value in st.session_state.items() if str(name).startswith("compare-"))


def compare_box(match: Match, marked: int, words: Words) -> None:
    """Show the box that marks a candidate for comparing; once three are marked, the others cannot be."""
    key = _key(match)
    full = marked >= MOST and not st.session_state.get(key)
    st.checkbox(words("compare.mark"), key=key, disabled=full, help=words("compare.full") if full else None)


def compare_bar(matches: Sequence[Match], vacancy: Vacancy, words: Words) -> None:
    """Show the button that compares the candidates marked."""
    marked = [match for match in matches if st.session_state.get(_key(match))]
    label = words("compare.button", number=len(marked)) if marked else words("compare.hint")
    if st.button(label, key="compare", icon=":material/compare:", disabled=len(marked) < 2):
        st.dialog(words("compare.title"), width="large")(_show)(marked, vacancy, words)


def _show(marked: Sequence[Match], vacancy: Vacancy, words: Words) -> None:
    st.markdown(words("profile.for", vacancy=plain(vacancy.title)))
    for column, match in zip(st.columns(len(marked), gap="medium", border=True), marked, strict=True):
        with column:
            st.subheader(f"{blind_name(match.candidate_id)} · {words.percent(match.score)}", anchor=False)
            show_score_bar(match, words)
            st.markdown(f"**{plain(in_words(distance(match), words.language))}**")
            said = (essential_skills(match, vacancy, words), language_gaps(match, words), reasons(match, words))
            for piece in filter(None, (*said, law_line(match, words))):
                st.markdown(piece)
            st.markdown(quiet(words("card.known", share=words.percent(match.completeness))))
    st.markdown(f"**{words('frame.decides')}**")


def _key(match: Match) -> str:
    return f"compare-{match.candidate_id}"
