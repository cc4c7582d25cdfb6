"""The button on a card that puts a candidate on a shortlist: one click where there is one list, or none yet."""

from __future__ import annotations

import streamlit as st

from matcher.offices import ShortlistOffice
from matcher.offices.shortlist_shelf import LONGEST_NAME
from matcher.records import Match, Vacancy
from matcher.stewardship import Right
from matcher.store.held_shortlists import HeldShortlist
from screen.attempts import told
from screen.engine import open_office
from screen.plain_text import chip, plain
from screen.visitor import current_actor
from screen.wording import Words

_ICON = ":material/playlist_add:"


def show_add(match: Match, vacancy: Vacancy, words: Words) -> None:
    """Show the button, or on which lists for the vacancy the candidate is; nothing to who may keep no shortlists.

    A click redraws the button alone, not the ranking around it.

    Args:
        match: what the engine found, which is kept as it stands.
        vacancy: what the candidate was ranked for.
        words: of the language chosen.
    """
    if current_actor().may(Right.SHORTLIST):
        _show_add(match, vacancy, words)


@st.fragment
def _show_add(match: Match, vacancy: Vacancy, words: Words) -> None:
    with told(), st.container(horizontal=True, vertical_alignment="center", gap="small", width="content"):
        office = open_office(ShortlistOffice, words)
        lists = office.lists(vacancy.id)
        on = office.listed(match.candidate_id, vacancy.id)
        for held in lists:
            if held.id in on:
                st.markdown(chip(plain(words("add_to_list.on_list", name=held.name)), "green"), width="content")
        left = [held for held in lists if held.id not in on]
        if left or not lists:
            chosen = _chosen_list(left, match.candidate_id, words) if len(lists) > 1 else _only_list(left, match, words)
            if chosen is not None:
                list_id = chosen or office.make(vacancy.title[:LONGEST_NAME], vacancy).id
                office.add(list_id, match, vacancy)
                st.rerun(scope="fragment")


def _only_list(left: list[HeldShortlist], match: Match, words: Words) -> str | None:
    """Offer the only list there is, or to make the first; return its id, ``""`` for the new one, once clicked."""
    name = left[0].name if left else words("add_to_list.new")
    clicked = st.button(words("add_to_list.button"), key=f"add-{match.candidate_id}", icon=_ICON, help=plain(name))
    return (left[0].id if left else "") if clicked else None


def _chosen_list(left: list[HeldShortlist], candidate_id: str, words: Words) -> str | None:
    """Let the user choose one of several lists; return its id once they have."""
    with st.popover(words("add_to_list.button"), icon=_ICON, key=f"add-{candidate_id}"):
        chosen = st.radio(
            words("add_to_list.choose"),
            left,
            format_func=lambda held: held.name,
            key=f"add-list-{candidate_id}",
        )
        return chosen.id if st.button(words("add_to_list.add"), key=f"add-to-{candidate_id}", type="primary") else None
