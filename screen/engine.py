"""The engine behind the pages: opened once for the whole process, shared by every session."""

from __future__ import annotations

import streamlit as st

from matcher.engine import Matcher
from matcher.settings import Settings
from screen.words import Words


def open_engine(words: Words) -> Matcher:
    """Return the engine over the home that the environment names; the first session to ask waits for it."""
    with st.spinner(words("frame.loading")):
        return _opened()


@st.cache_resource(show_spinner=False)
def _opened() -> Matcher:
    return Matcher(Settings()).opened()
