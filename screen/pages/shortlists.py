"""Shortlists: the candidates somebody chose, how far each came, what was said of them, and the list as a file."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from matcher.offices import ShortlistOffice
from matcher.stewardship import Right
from matcher.store.held_shortlists import HeldEntry, HeldShortlist
from screen.attempts import told
from screen.engine import open_office
from screen.frame import chosen_words
from screen.plain_text import plain, quiet
from screen.shortlist_acts import show_bulk, show_export, show_undo, take_list_away
from screen.shortlist_card import show_entry
from screen.shortlist_dialogs import ask_name, ask_rename, ask_reveal, ask_update
from screen.shortlist_view import ShortlistView, choose_view
from screen.shortlist_words import day_of
from screen.vacancy import vacancy_line
from screen.wording import Words

_PAGE = 10


def shortlists(words: Words) -> None:
    """Draw the page."""
    st.title(words("shortlists.title"), anchor=False)
    office = open_office(ShortlistOffice, words)
    show_undo(office, words)
    lists = office.lists()
    if not lists:
        st.info(words("shortlists.none"), icon=":material/playlist_add:")
        with st.container(horizontal=True):
            st.page_link(
                "screen/pages/find_candidates.py", label=words("shortlists.find"), icon=":material/person_search:"
            )
            _offer_new(words)
        return
    held = choose_list(lists, words)
    entries = office.entries(held.id, words.language)
    show_heading(office, held, words)
    if not entries:
        st.info(words("shortlists.empty"), icon=":material/playlist_add:")
        return
    view = choose_view(held, entries, words)
    show_entries(office, held, entries, view, words)


def choose_list(lists: Sequence[HeldShortlist], words: Words) -> HeldShortlist:
    """Let the user choose a list; the choice stands in the address, so that it can be sent."""
    by_id = {held.id: held for held in lists}
    sent = st.query_params.get("shortlist", "")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            words("shortlists.choose"),
            list(by_id),
            index=list(by_id).index(sent) if sent in by_id else 0,
            format_func=lambda list_id: _line(by_id[list_id], words),
        )
        _offer_new(words)
    st.query_params["shortlist"] = chosen
    return by_id[chosen]


def show_heading(office: ShortlistOffice, held: HeldShortlist, words: Words) -> None:
    """Show what the list is of, and what can be done with the list itself."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        with st.container(gap=None, width="content"):
            st.header(plain(held.name), anchor=False)
            of = vacancy_line(held.vacancy, words) if held.vacancy else words("shortlists.any_vacancy")
            made = words("shortlists.made", day=words.day(day_of(held.made_at)), who=held.made_by)
            st.markdown(quiet(f"{plain(of)}  \n{plain(made)}"))
        with st.popover(words("shortlists.more"), icon=":material/more_horiz:"):
            if st.button(words("shortlists.rename"), icon=":material/edit:", type="tertiary"):
                ask_rename(held, words)
            if st.button(words("shortlists.remove_list"), icon=":material/delete:", type="tertiary"):
                take_list_away(office, held)


def show_entries(
    office: ShortlistOffice, held: HeldShortlist, entries: Sequence[HeldEntry], view: ShortlistView, words: Words
) -> None:
    """Show the entries of the view, ten at a time, under what can be done with several at once."""
    shown = view.of(entries)
    if not shown:
        st.info(words("shortlists.nobody"), icon=":material/filter_alt_off:")
        return
    pages = -(-len(shown) // _PAGE)
    turned = st.session_state["list-page"] = min(st.session_state.get("list-page") or 1, pages)
    first = (turned - 1) * _PAGE
    page = shown[first : first + _PAGE]
    order = words(f"list_order.{view.order.value}")
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.markdown(
            f"**{words('shortlists.shown', shown=len(shown), total=len(entries), order=order)}**", width="content"
        )
        show_export(office, held, shown, view, words)
    show_bulk(office, held, page, words)
    st.markdown(quiet(words("entry.as_added")))
    for place, entry in enumerate(page, start=first + 1):
        with st.container(border=True):
            show_entry(place, entry, view, words)
            _show_actions(office, entry, words)
    if pages > 1:
        st.pagination(pages, key="list-page")


def _show_actions(office: ShortlistOffice, entry: HeldEntry, words: Words) -> None:
    if not entry.standing:
        return
    with st.container(horizontal=True, horizontal_alignment="right"):
        if office.actor.may(Right.REVEAL) and st.button(
            words("reveal.title"), key=f"reveal-{entry.id}", icon=":material/visibility:", type="tertiary"
        ):
            ask_reveal(entry, words)
        if st.button(words("shortlists.update"), key=f"update-{entry.id}", icon=":material/edit_note:"):
            ask_update(entry, words)


def _offer_new(words: Words) -> None:
    if st.button(words("shortlists.new"), icon=":material/add:"):
        ask_name(words)


def _line(held: HeldShortlist, words: Words) -> str:
    """Return name, vacancy and number of candidates; the name once where it is the vacancy's title."""
    vacancy = vacancy_line(held.vacancy, words) if held.vacancy else words("shortlists.any_vacancy")
    named = vacancy if held.vacancy and held.vacancy.title == held.name else f"{held.name} · {vacancy}"
    return f"{named} · {held.entries}"


with told():
    shortlists(chosen_words())
