"""What stands around every page: name and language switch above, attribution below."""

from __future__ import annotations

import streamlit as st

from matcher.reasons import LANGUAGES
from screen.plain_text import quiet
from screen.wording import Words

_SHOWN = ("nl", "fr", "en", "de")


def chosen_words() -> Words:
    """Return the words of the language chosen; before any is, of the one in the address, else the browser's."""
    if "language" not in st.session_state:
        st.session_state["language"] = _first_language()
    return Words(st.session_state["language"])


def show_header() -> None:
    """Show the name of the app and the language switch."""
    words = chosen_words()
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.markdown(":primary[:material/handshake: **Mobility Matcher**]", width="content")
        st.segmented_control(
            words("frame.language"),
            _SHOWN,
            key="language",
            format_func=str.upper,
            required=True,
            label_visibility="collapsed",
        )
    st.query_params["language"] = chosen_words().language


def show_footer() -> None:
    """Say who decides, and whose classification is used."""
    words = chosen_words()
    st.divider()
    st.markdown(f"{quiet(words('frame.decides'))}  \n{quiet(words('frame.esco'))}")


def _first_language() -> str:
    for tag in (st.query_params.get("language"), st.context.locale):
        if tag and tag[:2].lower() in LANGUAGES:
            return tag[:2].lower()
    return "en"
