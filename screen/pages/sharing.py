"""Sharing: which candidates and vacancies the recruiters of each organisation see."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from matcher.offices import SharingOffice
from matcher.offices.sharing_office import OrganisationShares
from matcher.stewardship import Right
from screen.attempts import told
from screen.done import show_done
from screen.engine import open_office
from screen.frame import chosen_words
from screen.page_turning import choose_page
from screen.plain_text import chip, plain, quiet
from screen.shared_candidates import show_candidates
from screen.shared_vacancies import show_vacancies
from screen.sharing_dialog import PAGE
from screen.wording import Words

_OPENED = "organisation"
_ON_A_PAGE = 20


def sharing(words: Words) -> None:
    """Draw the page: one organisation where the address names it, else all of them."""
    st.title(words("sharing.title"), anchor=False)
    office = open_office(SharingOffice, words)
    show_done(PAGE, words)
    held = office.organisations()
    if not held:
        show_no_organisation(office, words)
        return
    opened = st.query_params.get(_OPENED)
    chosen = next((one for one in held if one.organisation.id == opened), None)
    if chosen is not None:
        show_one(office, chosen, words)
        return
    if opened:
        st.info(words("sharing.gone"), icon=":material/domain_disabled:")
    show_all(held, words)


def show_no_organisation(office: SharingOffice, words: Words) -> None:
    """Say that there is nobody to share with yet, and who adds an organisation."""
    st.markdown(words("sharing.about"))
    manages = office.actor.may(Right.ACCOUNTS)
    st.info(words("sharing.add_organisation" if manages else "sharing.ask_organisation"), icon=":material/domain_add:")
    if manages:
        st.page_link("screen/pages/accounts.py", label=words("accounts.title"), icon=":material/manage_accounts:")


def show_all(held: Sequence[OrganisationShares], words: Words) -> None:
    """Show every organisation with how much it sees; its button opens it."""
    st.markdown(words("sharing.about"))
    page = choose_page("sharing", len(held), _ON_A_PAGE, words)
    for one in held[page * _ON_A_PAGE : (page + 1) * _ON_A_PAGE]:
        with st.container(border=True, horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            title = f"**{plain(one.organisation.name)}**"
            st.markdown(f"{title}  \n{_how_much(one, words)}", width="stretch")
            st.button(
                words("sharing.open"),
                key=f"open-{one.organisation.id}",
                on_click=lambda name=one.organisation.id: st.query_params.update({_OPENED: name}),
            )


def show_one(office: SharingOffice, chosen: OrganisationShares, words: Words) -> None:
    """Show what one organisation sees, candidates beside vacancies, with what can be changed of it."""
    if st.button(words("sharing.back"), icon=":material/arrow_back:", type="tertiary", key="back"):
        del st.query_params[_OPENED]
        st.rerun()
    st.header(plain(chosen.organisation.name), anchor=False)
    st.markdown(_how_much(chosen, words))
    parts = [words("sharing.candidates"), words("sharing.vacancies")]
    candidates, vacancies = st.tabs(parts, key="sharing-parts")
    with candidates:
        show_candidates(office, chosen.organisation, words)
    with vacancies:
        show_vacancies(office, chosen.organisation, words)


def _how_much(one: OrganisationShares, words: Words) -> str:
    """Return how much an organisation sees, as Markdown."""
    if not one.candidates and not one.vacancies and not one.schemes:
        return chip(words("sharing.nothing"), "gray")
    numbers = {"candidates": words.number(one.candidates), "vacancies": words.number(one.vacancies)}
    said = [words("sharing.counts", **numbers)]
    if one.schemes:
        said.append(words("frame.schemes", schemes=plain(", ".join(one.schemes).upper())))
    return quiet(" · ".join(said))


with told():
    sharing(chosen_words())
