"""The app: the pages and the frame around them, behind a gate where there are accounts. ``make app`` opens it.

Streamlit runs this file for each page it draws. Its server, which finds the app in here without running it, imports
it as a module.
"""

from __future__ import annotations

import streamlit as st
from starlette.middleware import Middleware

from matcher.errors import MatcherError
from screen.engine import open_ahead
from screen.frame import chosen_words, framed, show_failure, show_signed_out
from screen.navigation import pages_of
from screen.server import ROUTES, Gate
from screen.visitor import Visitor, known_visitor


def draw(visitor: Visitor | None) -> None:
    """Draw the page asked for, or the way to the door."""
    if visitor is None:
        st.navigation([st.Page(show_signed_out, title=chosen_words()("sign_in.title"))], position="hidden").run()
    else:
        page = st.navigation(pages_of(visitor.actor, chosen_words()), position="top")
        with framed(visitor):
            page.run()


if __name__ == "__main__":
    st.set_page_config(page_title="Mobility Matcher", page_icon=":material/handshake:", layout="wide")
    try:
        with known_visitor() as somebody:
            draw(somebody)
    except MatcherError as error:
        show_failure(error)
else:
    open_ahead()
    app = st.App(__file__, routes=ROUTES, middleware=[Middleware(Gate)])
