"""Long lists some at a time: the rows of other pages never leave the server."""

from __future__ import annotations

import streamlit as st

from screen.plain_text import quiet
from screen.wording import Words

_WAYS = (
    (-1, "turning.before", ":material/chevron_left:"),
    (1, "turning.after", ":material/chevron_right:"),
)


def choose_page(name: str, rows: int, size: int, words: Words) -> int:
    """Let the user turn pages; return the page (from 0). One page only says how long the list is.

    Args:
        name: of the list, for the keys of the widgets.
        rows: how many there are in all.
        size: how many stand on a page.
        words: of the language chosen.
    """
    pages = max(1, -(-rows // size))
    key = f"page-{name}"
    page = min(int(st.session_state.get(key, 0)), pages - 1)
    st.session_state[key] = page
    if not rows:
        return 0
    first = page * size + 1
    shown = words("turning.shown", first=first, last=min(rows, (page + 1) * size), rows=words.number(rows))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(quiet(shown), width="content")
        if pages > 1:
            for step, label, icon in _WAYS:
                st.button(
                    words(label),
                    key=f"{key}{step:+}",
                    icon=icon,
                    disabled=not 0 <= page + step < pages,
                    on_click=_turn,
                    args=(key, step),
                )
    return page


def _turn(key: str, step: int) -> None:
    st.session_state[key] += step
