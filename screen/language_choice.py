"""Adding a language that a vacancy asks: which, at what level, and whether it must be."""

from __future__ import annotations

import streamlit as st

from matcher.filters import CEFR
from matcher.records import LanguageRequirement
from screen.language_names import language_name
from screen.steady import set_steady
from screen.wording import Words

_OFFERED = ("nl", "fr", "en", "de", "ar", "es", "it", "pt", "tr", "pl", "ro", "ru", "uk")


def choose_language(known: str, chosen: str, words: Words) -> None:
    """Show the fields and the button that adds a language to the list under two keys of the session."""
    with st.popover(words("edit.add_language"), icon=":material/add:", key=f"adding-{chosen}"):
        language = st.selectbox(
            words("edit.language"),
            _OFFERED,
            format_func=lambda code: language_name(code, words.language).capitalize(),
            key=f"language-{chosen}",
        )
        level = st.selectbox(
            words("edit.level"), CEFR, index=None, placeholder=words("filter.any"), key=f"cefr-{chosen}"
        )
        essential = not st.toggle(words("edit.plus"), key=f"plus-{chosen}")
        asked = LanguageRequirement(language, level, essential=essential)
        st.button(
            words("edit.add"), key=f"add-{chosen}", on_click=_add, args=(known, chosen, asked), icon=":material/add:"
        )


def _add(known: str, chosen: str, asked: LanguageRequirement) -> None:
    """Put a language in the place of what was asked of the same one."""
    for key in (known, chosen):
        others = [item for item in st.session_state[key] if item.language != asked.language]
        set_steady(key, [*others, asked])
