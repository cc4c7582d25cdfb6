"""One person: find, enter or change a record by hand, see what changed, and settle duplicates."""

from __future__ import annotations

import streamlit as st

from matcher.errors import MatcherError, TaxonomyError
from matcher.lawful import Basis
from matcher.offices import PersonOffice
from screen.duplicates import show_duplicates
from screen.emphasis import emphasis
from screen.engine import open_office
from screen.frame import chosen_words
from screen.people_search import choose_person
from screen.person_form import ask_fields, show_outcome, show_refusal
from screen.plain_text import plain, quiet
from screen.wording import Words


def person(words: Words) -> None:
    """Draw the page: one record where one is chosen, else the search, a new record and duplicates."""
    st.title(words("person.title"), anchor=False)
    office = open_office(PersonOffice, words)
    chosen = choose_person(office, words)
    if chosen is None:
        with st.expander(words("person.new"), icon=":material/person_add:"):
            show_new(office, words)
        with st.expander(words("person.twins"), icon=":material/group:"):
            show_duplicates(office, words)
        return
    parts = ("person.record", "person.history", "person.twins")
    record, history, twins = st.tabs([words(part) for part in parts], key="person-parts")
    with record:
        show_record(office, chosen.id, words)
    with history:
        show_history(office, chosen.id, words)
    with twins:
        show_duplicates(office, words, chosen.id)


def show_record(office: PersonOffice, person_id: str, words: Words) -> None:
    """Show the record as a form; what is changed in it is checked as a row of a file is."""
    opened = office.open(person_id)
    drawn = f"drawn-{person_id}"
    if st.session_state.get(drawn, opened.mark) != opened.mark:
        st.info(words("person.changed_since"), icon=":material/update:")
    st.session_state[drawn] = opened.mark
    st.markdown(quiet(words("person.from", reference=plain(opened.reference), source=plain(opened.source))))
    with st.form(f"record-{person_id}", border=False):
        # The fields of a record that was changed meanwhile begin anew: nobody overwrites what they never saw.
        after = ask_fields(opened.texts, f"edit-{person_id}-{opened.mark}", words)
        save, check = _save_or_check(words)
    if save or check:
        try:
            with st.spinner(words("person.saving")):
                report = office.edit(person_id, opened.texts, after, dry_run=check)
        except MatcherError as error:
            show_refusal(error, words)
        else:
            show_outcome(report, words, dry_run=check)
            st.session_state[drawn] = office.open(person_id).mark
    if opened.extra:
        with st.expander(words("person.extra")):
            st.markdown("\n".join(f"- {quiet(plain(heading))} {plain(cell)}" for heading, cell in opened.extra))


def show_history(office: PersonOffice, person_id: str, words: Words) -> None:
    """Show what each change of the record changed, the latest first."""
    steps = office.history(person_id)
    if not steps:
        st.info(words("person.no_history"), icon=":material/history:")
    for number, step in enumerate(steps):
        st.markdown(f"**{words('person.change', number=len(steps) - number)}**")
        lines = [
            f"- {plain(change.field)}: {quiet(plain(change.was or '–'))} → {plain(change.now or '–')}"
            if change.was or change.now
            else f"- {plain(change.field)}"
            for change in step
        ]
        st.markdown("\n".join(lines))


def _save_or_check(words: Words) -> tuple[bool, bool]:
    """Show the two ways to send a form; tell which was taken."""
    with st.container(horizontal=True):
        save = st.form_submit_button(words("person.save"), type=emphasis(), icon=":material/save:")
        check = st.form_submit_button(words("person.check"), icon=":material/fact_check:")
    return save, check


def show_new(office: PersonOffice, words: Words) -> None:
    """Let the user enter somebody who came without a file."""
    schemes = {scheme.name: scheme for scheme in office.schemes()}
    with st.form("new-person", border=False):
        with st.container(horizontal=True):
            scheme = st.selectbox(
                words("papers.scheme"),
                list(schemes),
                format_func=lambda name: schemes[name].called(words.language).title,
                key="new-scheme",
            )
            basis = st.selectbox(
                words("person.basis"), ["", *Basis], format_func=lambda one: _basis(one, words), key="new-basis"
            )
            reference = st.text_input(words("person.reference"), key="new-reference")
        texts = ask_fields({}, "new", words)
        save, check = _save_or_check(words)
    if save or check:
        try:
            with st.spinner(words("person.saving")):
                report = office.add(scheme, texts, basis=basis, reference=reference, dry_run=check)
        except MatcherError as error:
            show_refusal(error, words)
            return
        show_outcome(report, words, dry_run=check)
        (row,) = report.rows
        if row.id and save:
            st.button(words("person.open_new"), key="open-new", on_click=_open, args=(row.id,))
        if report.likely_duplicates:
            st.warning(words("person.may_be_held", number=report.likely_duplicates), icon=":material/group:")


def _basis(basis: str, words: Words) -> str:
    return words(f"held_basis.{basis}") if basis else words("person.scheme_basis")


def _open(person_id: str) -> None:
    st.query_params["person"] = person_id


try:
    person(chosen_words())
except (MatcherError, TaxonomyError) as error:
    st.error(plain(str(error)), icon=":material/error:")
