"""Erasing a person: only after their number was typed, for nothing brings them back."""

from __future__ import annotations

import streamlit as st

from matcher.errors import MatcherError
from matcher.offices import RightsOffice
from matcher.offices.people import PersonFound
from screen.emphasis import emphasis
from screen.page_turning import choose_page
from screen.plain_text import plain, quiet
from screen.wording import Words

_ROWS = 20


def show_erasure(office: RightsOffice, person: PersonFound, words: Words) -> None:
    """Say what an erasure takes away, and erase the person once their number was typed."""
    st.warning(words("rights.erase_hint"), icon=":material/delete_forever:")
    with st.form("erase", border=False):
        typed = st.text_input(words("rights.type_number", blind=plain(person.blind)), key="typed-number")
        sure = st.form_submit_button(words("rights.erase_now"), type=emphasis(), icon=":material/delete_forever:")
    if sure:
        try:
            with st.spinner(words("rights.erasing")):
                erased = office.erase(person.id, typed)
        except MatcherError as error:
            st.error(plain(str(error)), icon=":material/error:")
            return
        del st.query_params["person"]
        also = "rights.erased_also" if erased.also_held else "rights.erased"
        st.session_state["rights-done"] = also
        st.rerun()


def show_due(office: RightsOffice, words: Words) -> None:
    """List whom the retention rules want erased, some at a time; each opens with one click."""
    due = office.due()
    st.header(words("rights.due"), anchor=False)
    if not due:
        st.markdown(words("rights.nobody_due"))
        return
    st.markdown(words("rights.due_hint", number=len(due)))
    page = choose_page("due", len(due), _ROWS, words)
    for item in due[page * _ROWS : (page + 1) * _ROWS]:
        with st.container(border=True, horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            why = words("rights.due_since", day=words.day(item.since), months=item.months)
            st.markdown(f"**{plain(item.blind)}** · {plain(item.scheme.upper())}  \n{quiet(why)}", width="stretch")
            st.button(words("people.choose"), key=f"due-{item.id}", on_click=_open, args=(item.id,))


def _open(person_id: str) -> None:
    st.query_params["person"] = person_id
