"""The filters: what the user asks of candidates before any are ranked."""

from __future__ import annotations

import streamlit as st

from matcher.filters import CEFR, Filters
from matcher.records import LanguageRequirement
from matcher.store import Holdings
from screen.language_names import language_name
from screen.plain_text import chip, plain
from screen.wording import Words

LANGUAGES_ASKED = ("nl", "fr", "en", "de")
_NUMBERS = (5, 10, 20, 50)


def choose_filters(held: Holdings, words: Words) -> tuple[Filters, int]:
    """Show the filters behind one button; return them, and how many candidates to show."""
    counts = dict(held.candidates)
    with st.popover(words("filter.button"), icon=":material/tune:", key="filters"):
        schemes = st.pills(
            words("filter.scheme"),
            list(counts),
            selection_mode="multi",
            format_func=lambda name: f"{name.upper()} · {counts[name]}",
            key="schemes",
        )
        st.markdown(f":small[{words('filter.language_heading')}]")
        with st.container(horizontal=True):
            wishes = [_choose_level(code, words) for code in LANGUAGES_ASKED]
        keep = st.toggle(words("filter.keep"), value=True, key="keep-unknown")
        number = st.segmented_control(words("filter.number"), _NUMBERS, default=10, key="number", required=True)
    asked = tuple(wish for wish in wishes if wish)
    return Filters(tuple(schemes), asked, drop_unknown=not keep), number or _NUMBERS[0]


def filter_chips(filters: Filters, words: Words) -> str:
    """Return the filters in force as Markdown chips, or ``""``."""
    texts = [name.upper() for name in filters.schemes]
    texts.extend(f"{language_name(wish.language, words.language)} ≥ {wish.cefr}" for wish in filters.languages)
    if filters.languages:
        texts.append(words("filter.dropped" if filters.drop_unknown else "filter.kept"))
    return " ".join(chip(plain(text), "blue") for text in texts)


def _choose_level(code: str, words: Words) -> LanguageRequirement | None:
    level = st.selectbox(
        language_name(code, words.language).capitalize(),
        CEFR,
        index=None,
        placeholder=words("filter.any"),
        key=f"level-{code}",
        width=130,
    )
    return LanguageRequirement(code, level) if level else None
