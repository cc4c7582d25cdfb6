"""Audit log: who did what with people's data; whether the log is whole; whether a ranking comes out the same again."""

from __future__ import annotations

import streamlit as st

from matcher.errors import MatcherError, TaxonomyError
from matcher.offices import AuditOffice
from matcher.trail import LogQuery
from screen.engine import open_office
from screen.frame import chosen_words
from screen.log_entries import choose_query, entries_table
from screen.plain_text import plain, quiet
from screen.replays import show_replays
from screen.tables import CSV, show_table
from screen.wording import Words

_ON_A_PAGE = 25


def audit(words: Words) -> None:
    """Draw the page."""
    st.title(words("audit.title"), anchor=False)
    office = open_office(AuditOffice, words)
    st.markdown(words("audit.about"))
    show_check(office, words)
    st.header(words("audit.entries"), anchor=False)
    show_entries(office, choose_query(office.actors(), words), words)
    st.header(words("replay.title"), anchor=False)
    show_replays(office, words)


def show_check(office: AuditOffice, words: Words) -> None:
    """Check the whole log when asked, and say what was found."""
    if not st.button(words("audit.verify"), icon=":material/verified_user:"):
        return
    with st.spinner(words("audit.verifying")):
        found = office.verify()
    if found.faults:
        st.error("\n".join((words("audit.not_whole"), "", *(f"- {plain(fault)}" for fault in found.faults))))
        return
    st.success(words("audit.whole", entries=found.entries), icon=":material/check_circle:")
    if found.start:
        st.markdown(words("audit.pruned", number=found.start.number))
    if found.head:
        st.markdown(words("audit.head", number=found.head.number, hash=f"`{found.head.hash}`"))


def show_entries(office: AuditOffice, query: LogQuery, words: Words) -> None:
    """Show one page of the entries asked for, and offer all of them as a file."""
    total = office.count(query)
    if not total:
        st.info(words("audit.nothing"), icon=":material/filter_alt_off:")
        return
    pages = -(-total // _ON_A_PAGE)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        st.markdown(words("audit.found", number=words.number(total)))
        page = st.number_input(words("audit.page"), 1, pages, key=f"audit-page-{pages}", width=160) if pages > 1 else 1
    show_table(entries_table(office.entries(query, (page - 1) * _ON_A_PAGE, _ON_A_PAGE), words))
    st.download_button(
        words("audit.export"),
        lambda: entries_table(office.export(query), words, whole=True).as_csv(),
        "audit-log.csv",
        CSV,
        on_click="ignore",
        icon=":material/download:",
    )
    st.markdown(quiet(words("audit.export_hint")))


try:
    audit(chosen_words())
except (MatcherError, TaxonomyError) as error:
    st.error(plain(str(error)), icon=":material/error:")
