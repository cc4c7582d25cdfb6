"""The filters: what the user asks of candidates before any are ranked."""

from __future__ import annotations

import streamlit as st

from matcher.filters import CEFR, Filters
from matcher.offices import RecruitingOffice
from matcher.ranking import RankingRequest
from matcher.records import LanguageRequirement
from screen.language_names import language_name
from screen.plain_text import chip, plain, quiet
from screen.wording import Words

LANGUAGES_ASKED = ("nl", "fr", "en", "de")
_NUMBERS = (5, 10, 20, 50)


def choose_filters(office: RecruitingOffice, words: Words) -> tuple[Filters, int]:
    """Show the filters behind one button; return them, and how many candidates to show."""
    st.session_state.setdefault("keep-unknown", True)
    st.session_state.setdefault("number", 10)
    with st.popover(words("filter.button"), icon=":material/tune:", key="filters"):
        schemes = () if office.is_blind else _choose_schemes(office, words)
        st.markdown(quiet(words("filter.language_heading")))
        with st.container(horizontal=True):
            wishes = [_choose_level(code, words) for code in LANGUAGES_ASKED]
        keep = st.toggle(words("filter.keep"), key="keep-unknown", persist_state="session")
        number = st.segmented_control(
            words("filter.number"), _NUMBERS, key="number", required=True, persist_state="session"
        )
    asked = tuple(wish for wish in wishes if wish)
    return Filters(schemes, asked, drop_unknown=not keep), number or _NUMBERS[0]


def restore_filters(request: RankingRequest) -> None:
    """Put the filters back as a search remembers them."""
    levels = {wish.language: wish.cefr for wish in request.filters.languages}
    st.session_state["schemes"] = list(request.filters.schemes)
    for code in LANGUAGES_ASKED:
        st.session_state[_level_key(code)] = levels.get(code)
    st.session_state["keep-unknown"] = not request.filters.drop_unknown
    st.session_state["number"] = request.k


def filter_chips(filters: Filters, words: Words) -> str:
    """Return the filters in force as Markdown chips, or ``""``."""
    texts = [name.upper() for name in filters.schemes]
    texts.extend(f"{language_name(wish.language, words.language)} ≥ {wish.cefr}" for wish in filters.languages)
    if filters.languages:
        texts.append(words("filter.dropped" if filters.drop_unknown else "filter.kept"))
    return " ".join(chip(plain(text), "blue") for text in texts)


def _choose_schemes(office: RecruitingOffice, words: Words) -> tuple[str, ...]:
    counts = dict(office.holdings().candidates)
    schemes = st.pills(
        words("filter.scheme"),
        list(counts),
        selection_mode="multi",
        format_func=lambda name: f"{name.upper()} · {counts[name]}",
        key="schemes",
        persist_state="session",
    )
    return tuple(schemes)


def _choose_level(code: str, words: Words) -> LanguageRequirement | None:
    level = st.selectbox(
        language_name(code, words.language).capitalize(),
        CEFR,
        index=None,
        placeholder=words("filter.any"),
        key=_level_key(code),
        width=130,
        persist_state="session",
    )
    return LanguageRequirement(code, level) if level else None


def _level_key(code: str) -> str:
    return f"level-{code}"
