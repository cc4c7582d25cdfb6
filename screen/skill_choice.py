"""Adding a skill: concepts of ESCO as somebody types, or the words as they are written."""

from __future__ import annotations

import streamlit as st

from matcher.offices import RecruitingOffice
from screen.engine import open_office
from screen.wording import Words

_LONGEST = 120  # characters of a skill


@st.fragment
def choose_skill(known: str, chosen: str, words: Words) -> None:
    """Show the field and what it finds; a fragment, so that typing redraws nothing else.

    Args:
        known: key in the session of the skills that are listed.
        chosen: key of the list that a new one joins.
        words: of the language chosen.
    """
    office = open_office(RecruitingOffice, words)
    field, picked = f"typed-{chosen}", f"picked-{chosen}"
    typed = st.text_input(
        words("edit.add_skill"),
        key=field,
        type="search",
        live=True,
        placeholder=words("edit.add_skill_hint"),
    )
    typed = " ".join((typed or "").split())[:_LONGEST]
    if not typed:
        return
    labels = [item.label for item in office.drafts.suggest_skills(typed, words.language)]
    options = list(dict.fromkeys([*labels, typed]))
    st.pills(words("edit.suggested"), options, key=picked, on_change=_add, args=(known, chosen, field, picked))
    if st.session_state.pop("added", False):
        st.rerun()


def _add(known: str, chosen: str, field: str, picked: str) -> None:
    text = st.session_state[picked]
    if text and text not in st.session_state[known]:
        st.session_state[known] = [*st.session_state[known], text]
    if text and text not in st.session_state[chosen]:
        st.session_state[chosen] = [*st.session_state[chosen], text]
    st.session_state[picked] = None
    st.session_state[field] = ""
    st.session_state["added"] = True
