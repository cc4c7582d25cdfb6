"""Choices that outlive a change of their labels: Streamlit forgets a choice whose label is written otherwise.

It finds the value of a select box by the words shown, which are others in another language.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypedDict

import streamlit as st


class Kept(TypedDict):
    """What a widget takes to be steady."""

    key: str
    on_change: Callable[[str], None]
    args: tuple[str]


def steady(key: str) -> Kept:
    """Put a widget's choice back, and return what the widget takes so that the next one is remembered."""
    if _shadow(key) in st.session_state:
        st.session_state[key] = st.session_state[_shadow(key)]
    return {"key": key, "on_change": _remember, "args": (key,)}


def set_steady(key: str, value: Any) -> None:
    """Make a choice for the user."""
    st.session_state[key] = st.session_state[_shadow(key)] = value


def forget_steady(key: str) -> None:
    """Forget a choice."""
    for name in (key, _shadow(key)):
        st.session_state.pop(name, None)


def _remember(key: str) -> None:
    st.session_state[_shadow(key)] = st.session_state[key]


def _shadow(key: str) -> str:
    return f"steady-{key}"
