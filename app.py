"""The app: the pages, and the frame around them. ``make app`` opens it."""

from __future__ import annotations

import streamlit as st

from screen.frame import chosen_words, show_footer, show_header
from screen.navigation import pages_of
from screen.visitor import current_actor

st.set_page_config(page_title="Mobility Matcher", page_icon=":material/handshake:", layout="wide")
page = st.navigation(pages_of(current_actor(), chosen_words()), position="top")
with st.container(horizontal_alignment="center"), st.container(width=1040):
    show_header()
    page.run()
    show_footer()
