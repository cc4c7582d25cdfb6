"""The field above a list that narrows it by a few words."""

from __future__ import annotations

import streamlit as st

from screen.wording import Words


def search_field(label: str, key: str, words: Words) -> str:
    """Show the field; return what is typed in it, or ``""``."""
    asked = st.text_input(label, key=key, type="search", placeholder=words("frame.search"), icon=":material/search:")
    return asked or ""
