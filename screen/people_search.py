"""Finding one person by name, reference or number; the choice stands in the address, by the random id alone."""

from __future__ import annotations

import streamlit as st

from matcher.offices.people import MOST, PeopleOffice, PersonFound
from screen.plain_text import plain, quiet
from screen.search_field import search_field
from screen.wording import Words

_PERSON = "person"


def choose_person(office: PeopleOffice, words: Words) -> PersonFound | None:
    """Let the user search and choose a person; return who is chosen, or ``None`` as long as nobody is."""
    if chosen := st.query_params.get(_PERSON):
        person = office.who(chosen)
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.header(plain(person.name or words("people.no_name")), anchor=False, width="content")
            st.button(words("people.other"), icon=":material/person_search:", key="other-person", on_click=_leave)
        st.markdown(quiet(words("people.number", blind=plain(person.blind), scheme=plain(person.scheme.upper()))))
        return person
    asked = search_field(words("people.search"), "people-asked", words)
    if asked:
        _show_found(office, asked, words)
    else:
        st.info(words("people.hint"), icon=":material/person_search:")
    return None


def _show_found(office: PeopleOffice, asked: str, words: Words) -> None:
    people = office.search(asked)
    if not people.found:
        st.info(words("people.none"), icon=":material/person_off:")
        return
    said = "people.some" if people.found > MOST else "people.found"
    st.markdown(quiet(words(said, number=people.found, shown=len(people.shown))))
    for person in people.shown:
        with st.container(border=True, horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            known = words("people.number", blind=plain(person.blind), scheme=plain(person.scheme.upper()))
            st.markdown(f"**{plain(person.name or words('people.no_name'))}**  \n{quiet(known)}", width="stretch")
            st.button(words("people.choose"), key=f"choose-{person.id}", on_click=_choose, args=(person.id,))


def _choose(person_id: str) -> None:
    st.query_params[_PERSON] = person_id


def _leave() -> None:
    del st.query_params[_PERSON]
