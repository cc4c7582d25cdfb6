"""Which saved search is open, and who was new in it when it was opened: a choice of the session."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

_OPEN, _NEW = "open_search", "new_in_search"


def open_search(search_id: str) -> None:
    """Open a search in the place of the one that was open."""
    close_search()
    st.session_state[_OPEN] = search_id


def close_search() -> None:
    """Forget which search is open: what is shown is another."""
    for key in (_OPEN, _NEW):
        st.session_state.pop(key, None)


def new_since(look: Callable[[str], frozenset[str]]) -> frozenset[str] | None:
    """Return who is new in the search that is open, asked once when it is opened; ``None`` where none is."""
    search_id = st.session_state.get(_OPEN)
    if search_id is None:
        return None
    if _NEW not in st.session_state:
        st.session_state[_NEW] = look(search_id)
    new: frozenset[str] = st.session_state[_NEW]
    return new
