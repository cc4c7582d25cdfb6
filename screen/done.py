"""What the click before did, said once above the page that it changed."""

from __future__ import annotations

import streamlit as st

from screen.plain_text import plain
from screen.wording import Words


def draw_done(page: str, code: str, **values: str | int) -> None:
    """Draw the page anew, to say above it what was done; ``values`` are plain text for the words of the code."""
    st.session_state[_key(page)] = (code, values)
    st.rerun()


def show_done(page: str, words: Words) -> None:
    """Say what was done, if anything was. Its place is there in any case: else what stands below would begin anew."""
    with st.container():
        if done := st.session_state.pop(_key(page), None):
            code, values = done
            st.success(plain(words(code, **values)), icon=":material/check_circle:")


def _key(page: str) -> str:
    return f"{page}-done"
