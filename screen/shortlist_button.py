"""The button on a card that puts a candidate on a shortlist: one click where there is one list, or none yet."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from matcher.offices import ShortlistOffice
from matcher.offices.shortlist_shelf import LONGEST_NAME
from matcher.records import Match, Vacancy
from matcher.stewardship import Right
from matcher.store.held_shortlists import HeldShortlist
from screen.attempts import told
from screen.emphasis import emphasis
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
        standing, offer = st.container(width="content"), st.empty()
        names = [held.name for held in lists if held.id in on]
        left = [held for held in lists if held.id not in on]
        chosen = _chosen(left, lists, match.candidate_id, offer, words) if left or not lists else None
        if chosen is not None:
            held = next((one for one in left if one.id == chosen), None) or office.make(
                vacancy.title[:LONGEST_NAME], vacancy
            )
            office.add(held.id, match, vacancy)
            names.append(held.name)
            offer.empty()
        if names:
            chips = (chip(plain(words("add_to_list.on_list", name=name)), "green") for name in names)
            standing.markdown(" ".join(chips), width="content")


def _chosen(
    left: list[HeldShortlist], lists: Sequence[HeldShortlist], candidate_id: str, offer: DeltaGenerator, words: Words
) -> str | None:
    """Offer what a click can do: return the id of the list chosen, ``""`` for a new one, or ``None`` so far."""
    with offer.container(width="content"):
        if len(lists) > 1:
            return _one_of(left, candidate_id, words)
        name = left[0].name if left else words("add_to_list.new")
        clicked = st.button(words("add_to_list.button"), key=f"shortlist-{candidate_id}", icon=_ICON, help=plain(name))
        return (left[0].id if left else "") if clicked else None


def _one_of(left: list[HeldShortlist], candidate_id: str, words: Words) -> str | None:
    """Let the user choose one of several lists; return its id once they have."""
    with st.popover(words("add_to_list.button"), icon=_ICON, key=f"shortlist-{candidate_id}"):
        chosen = st.radio(
            words("add_to_list.choose"),
            left,
            format_func=lambda held: held.name,
            key=f"shortlist-of-{candidate_id}",
        )
        return (
            chosen.id
            if st.button(words("add_to_list.add"), key=f"shortlist-to-{candidate_id}", type=emphasis())
            else None
        )
