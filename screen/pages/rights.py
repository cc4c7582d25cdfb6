"""Rights: under what people are held, what they say about it, a copy, erasure, and papers to hand out."""

from __future__ import annotations

import streamlit as st

from matcher.errors import MatcherError, TaxonomyError
from matcher.offices import RightsOffice
from screen.consent import show_basis
from screen.emphasis import emphasis
from screen.engine import open_office
from screen.erasure import show_due, show_erasure
from screen.frame import chosen_words
from screen.papers import show_papers, show_scheme_notice
from screen.people_search import choose_person
from screen.plain_text import plain, quiet
from screen.wording import Words


def rights(words: Words) -> None:
    """Draw the page: one person's rights where one is chosen, else what concerns whole schemes."""
    st.title(words("rights.title"), anchor=False)
    office = open_office(RightsOffice, words)
    show_done(words)
    person = choose_person(office, words)
    if person is None:
        show_scheme_notice(office, words)
        show_due(office, words)
        return
    parts = ("rights.basis", "rights.papers", "rights.copy", "rights.erase")
    basis, papers, copy, erase = st.tabs([words(part) for part in parts], key="rights-parts")
    with basis:
        show_basis(office, person.id, words)
    with papers:
        show_papers(office, person, words)
    with copy:
        show_copy(office, person.id, words)
    with erase:
        show_erasure(office, person, words)


def show_copy(office: RightsOffice, person_id: str, words: Words) -> None:
    """Offer everything that is held about the person, made when it is asked for."""
    st.markdown(words("rights.copy_hint"))
    st.download_button(
        words("rights.copy_get"),
        lambda: office.export(person_id),
        file_name=f"{person_id[:8]}.json",
        mime="application/json",
        icon=":material/download:",
        type=emphasis(),
        key="copy",
        on_click="ignore",
    )
    st.markdown(quiet(words("rights.copy_safe")))


def show_done(words: Words) -> None:
    """Say once what the click before did.

    Its place is there also when nothing is said: were it not, the tabs below would move up and begin anew.
    """
    with st.container():
        if done := st.session_state.pop("rights-done", None):
            st.success(words(done), icon=":material/check_circle:")


try:
    rights(chosen_words())
except (MatcherError, TaxonomyError) as error:
    st.error(plain(str(error)), icon=":material/error:")
