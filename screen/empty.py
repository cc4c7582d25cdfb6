"""What the pages say where there is nothing to show yet: what to do next."""

from __future__ import annotations

import streamlit as st

from matcher.store import Holdings
from screen.wording import Words

_LOAD_CANDIDATES = "matcher load cohort FILE --scheme palim"
_LOAD_VACANCIES = "matcher load vacancies FILE"


def show_what_to_load(held: Holdings, words: Words) -> None:
    """Say that there are no candidates, perhaps no vacancies either, and which commands load them."""
    if held.vacancies:
        missing, commands = "empty.no_candidates", [_LOAD_CANDIDATES]
    else:
        missing, commands = "empty.nothing", [_LOAD_CANDIDATES, _LOAD_VACANCIES]
    st.info(words(missing), icon=":material/inbox:")
    st.markdown(words("empty.demo"))
    st.code("make demo", language="sh")
    st.markdown(words("empty.own"))
    st.code("\n".join(commands), language="sh")
    st.markdown(words("empty.again"))
