"""Lawful basis, consent and objection of one person: as they stand, and what the person says now."""

from __future__ import annotations

from datetime import date

import streamlit as st

from matcher.errors import MatcherError
from matcher.lawful import Basis, HeldBasis, Purpose
from matcher.offices import RightsOffice
from matcher.offices.rights_office import RightsStanding
from screen.emphasis import emphasis
from screen.plain_text import chip, plain, quiet
from screen.wording import Words


def show_basis(office: RightsOffice, person_id: str, words: Words) -> None:
    """Show under what the person is held and whether they are ranked, then what can be recorded."""
    standing = office.standing(person_id)
    if standing.exclusion is None:
        st.markdown(f"{chip(words('rights.ranked'), 'green')}")
    else:
        st.markdown(f"{chip(words('rights.not_ranked'), 'orange')} {words(f'held_exclusion.{standing.exclusion}')}")
    st.markdown("\n".join(_basis_line(held, words) for held in standing.bases) or words("rights.no_basis"))
    show_objection(office, person_id, standing, words)
    with st.expander(words("rights.give"), icon=":material/how_to_reg:"):
        _show_giving(office, person_id, words)
    consents = [held.purpose for held in standing.bases if held.basis is Basis.CONSENT]
    if consents:
        with st.expander(words("rights.withdraw"), icon=":material/person_cancel:"):
            _show_withdrawing(office, person_id, consents, words)


def show_objection(office: RightsOffice, person_id: str, standing: RightsStanding, words: Words) -> None:
    """Let the user record an objection to being ranked, or that it is taken back."""
    if standing.objected_on:
        st.markdown(words("rights.objects_since", day=words.day(standing.objected_on)))
        if st.button(words("rights.lift"), key="lift", icon=":material/undo:"):
            office.lift_objection(person_id)
            _done("rights.lifted")
        return
    st.markdown(quiet(words("rights.object_hint")))
    if st.button(words("rights.object"), key="object", icon=":material/front_hand:"):
        office.object(person_id)
        _done("rights.objected")


def _show_giving(office: RightsOffice, person_id: str, words: Words) -> None:
    with st.form("give-consent", border=False):
        purpose = _choose_purpose(list(Purpose), "give-purpose", words)
        how = st.text_input(words("rights.how"), placeholder=words("rights.how_example"), key="consent-how")
        with st.container(horizontal=True):
            on = st.date_input(words("rights.on"), "today", format="DD/MM/YYYY", key="consent-on", width=180)
            expires = st.date_input(words("rights.expires"), None, format="DD/MM/YYYY", key="consent-end", width=180)
        if st.form_submit_button(words("rights.give_now"), type=emphasis()):
            try:
                office.give_consent(person_id, purpose, how, on or date.today(), expires)
            except MatcherError as error:
                st.error(plain(str(error)), icon=":material/error:")
            else:
                _done("rights.given")


def _show_withdrawing(office: RightsOffice, person_id: str, purposes: list[Purpose], words: Words) -> None:
    with st.form("withdraw-consent", border=False):
        purpose = _choose_purpose(purposes, "withdraw-purpose", words)
        on = st.date_input(words("rights.withdrawn_on"), "today", format="DD/MM/YYYY", key="withdrawn-on", width=180)
        if st.form_submit_button(words("rights.withdraw_now"), type=emphasis()):
            try:
                office.withdraw_consent(person_id, purpose, on or date.today())
            except MatcherError as error:
                st.error(plain(str(error)), icon=":material/error:")
            else:
                _done("rights.withdrawn")


def _choose_purpose(purposes: list[Purpose], key: str, words: Words) -> str:
    label = words("rights.purpose")
    return st.selectbox(label, purposes, format_func=lambda purpose: words(f"held_purpose.{purpose}"), key=key)


def _basis_line(held: HeldBasis, words: Words) -> str:
    said = f"- **{words(f'held_purpose.{held.purpose}')}**: {words(f'held_basis.{held.basis}')}"
    consent = held.consent
    told = [words("rights.assumed")] if held.assumed else []
    told += [words("rights.given_on", day=words.day(consent.given_on))] if consent.given_on else []
    told += [plain(consent.given_how)] if consent.given_how else []
    told += [words("rights.ends_on", day=words.day(consent.expires_on))] if consent.expires_on else []
    told += [words("rights.withdrawn_since", day=words.day(consent.withdrawn_on))] if consent.withdrawn_on else []
    return f"{said} {quiet(' · '.join(told))}" if told else said


def _done(code: str) -> None:
    st.session_state["rights-done"] = code
    st.rerun()
