"""Which candidates an organisation sees: whole schemes, and people one by one."""

from __future__ import annotations

import streamlit as st

from matcher.offices import SharingOffice
from matcher.offices.sharing_office import PAGE as ON_A_PAGE
from matcher.offices.sharing_office import SchemeShare
from matcher.stewardship import blind_name
from matcher.store import HeldProfile
from matcher.store.held_accounts import Organisation, ShareKind
from screen.page_turning import choose_page
from screen.plain_text import chip, plain, quiet
from screen.sharing_dialog import Proposal, ask_sharing
from screen.wording import Words


def show_candidates(office: SharingOffice, organisation: Organisation, words: Words) -> None:
    """Show the schemes, then those shared one by one, each with the button that changes it."""
    st.markdown(words("sharing.candidates_hint"))
    schemes = office.schemes(organisation.id)
    if not schemes:
        st.info(words("sharing.no_candidates"), icon=":material/inbox:")
    for scheme in schemes:
        _show_scheme(scheme, organisation, words)
    st.subheader(words("sharing.one_by_one"), anchor=False)
    _ask_one(organisation, words)
    _show_singles(office, organisation, words)


def _show_scheme(scheme: SchemeShare, organisation: Organisation, words: Words) -> None:
    name = scheme.name.upper()
    with st.container(border=True, horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        shared = f" {chip(words('sharing.is_shared'), 'green')}" if scheme.shared else ""
        said = words("sharing.scheme_size", number=words.number(scheme.candidates))
        st.markdown(f"**{plain(name)}**{shared}  \n{quiet(said)}", width="stretch")
        if st.button(words(_label(scheme.shared)), key=f"scheme-{scheme.name}"):
            ask_sharing(Proposal(ShareKind.SCHEME, {scheme.name: name}, organisation, scheme.shared), words)


def _ask_one(organisation: Organisation, words: Words) -> None:
    with st.form("one-candidate", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        asked = st.text_input(words("sharing.reference"), max_chars=100, key="reference")
        wanted = st.form_submit_button(words("sharing.share_one"), icon=":material/person_add:")
    name = (asked or "").strip()
    if wanted and name:
        ask_sharing(Proposal(ShareKind.CANDIDATE, {name: name}, organisation, is_back=False), words)


def _show_singles(office: SharingOffice, organisation: Organisation, words: Words) -> None:
    number = office.candidates(organisation.id).found
    if not number:
        st.markdown(quiet(words("sharing.nobody_single")))
    page = choose_page("shared-candidates", number, ON_A_PAGE, words)
    for held in office.candidates(organisation.id, page).shown:
        with st.container(border=True, horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.markdown(f"**{blind_name(held.id)}**  \n{quiet(plain(_about(held)))}", width="stretch")
            if st.button(words("sharing.take_back"), key=f"candidate-{held.id}"):
                called = f"{blind_name(held.id)} · {_about(held)}"
                ask_sharing(Proposal(ShareKind.CANDIDATE, {held.id: called}, organisation, is_back=True), words)


def _about(held: HeldProfile) -> str:
    return " · ".join((held.scheme.upper(), *held.profile.occupations[:1]))


def _label(shared: bool) -> str:
    return "sharing.take_back" if shared else "sharing.share"
