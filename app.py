"""The app: the pages, and the frame around them. ``make app`` opens it."""

from __future__ import annotations

import streamlit as st

from screen.frame import chosen_words, show_footer, show_header

st.set_page_config(page_title="Mobility Matcher", page_icon=":material/handshake:", layout="wide")
words = chosen_words()
page = st.navigation(
    [st.Page("screen/pages/find_candidates.py", title=words("find.title"), icon=":material/person_search:")],
    position="top",
)
with st.container(horizontal_alignment="center"), st.container(width=1040):
    show_header()
    page.run()
    show_footer()
