"""How the main button of a screen stands out, so that its words can still be read."""

from __future__ import annotations

from typing import Literal

import streamlit as st


def emphasis() -> Literal["primary", "secondary"]:
    """Return the type of a main button: on a dark ground Streamlit writes white on the pale primary colour, at 2 to 1.

    A darker primary colour would make the words of chosen pills too dark instead, which are written in it.
    """
    return "secondary" if st.context.theme.type == "dark" else "primary"
