"""The button on a card that puts a candidate on a shortlist: one click where there is one list, or none yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

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


class _Lists:
    """The shortlists for a vacancy and who is on which, as last read."""

    def __init__(self, vacancy: Vacancy, words: Words) -> None:
        self.office = open_office(ShortlistOffice, words)
        self.vacancy = vacancy
        self.held: Sequence[HeldShortlist] = ()
        self._listed: Mapping[str, frozenset[str]] = {}
        self.read()

    def read(self) -> None:
        """Read them anew."""
        self.held = self.office.lists(self.vacancy.id)
        self._listed = self.office.listed(self.vacancy.id) if self.held else {}

    def with_one(self, candidate_id: str) -> list[HeldShortlist]:
        """Return those that the candidate is on."""
        return [held for held in self.held if held.id in self._listed.get(candidate_id, ())]

    def without(self, candidate_id: str) -> list[HeldShortlist]:
        """Return those that the candidate is not on."""
        return [held for held in self.held if held.id not in self._listed.get(candidate_id, ())]

    def add(self, list_id: str, match: Match) -> None:
        """Put a candidate on one of the lists, or where no id is given on a new one."""
        name = self.vacancy.title[:LONGEST_NAME]
        self.office.add(list_id or self.office.make(name, self.vacancy).id, match, self.vacancy)
        self.read()


_at_hand: ContextVar[_Lists | None] = ContextVar("lists_at_hand", default=None)


@contextmanager
def lists_at_hand(vacancy: Vacancy, words: Words) -> Iterator[None]:
    """Read the lists for a vacancy once for all the buttons drawn inside; one that later draws itself reads anew."""
    before = _at_hand.set(_Lists(vacancy, words) if current_actor().may(Right.SHORTLIST) else None)
    try:
        yield
    finally:
        _at_hand.reset(before)


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
        lists = _at_hand.get() or _Lists(vacancy, words)
        standing, offer = st.empty(), st.empty()
        if lists.without(match.candidate_id) or not lists.held:
            chosen = _chosen(lists, match.candidate_id, offer, words)
            if chosen is not None:
                lists.add(chosen, match)
                offer.empty()
        if on := lists.with_one(match.candidate_id):
            chips = (chip(plain(words("add_to_list.on_list", name=held.name)), "green") for held in on)
            standing.markdown(" ".join(chips), width="content")


def _chosen(lists: _Lists, candidate_id: str, offer: DeltaGenerator, words: Words) -> str | None:
    """Offer what a click can do: return the id of the list chosen, ``""`` for a new one, or ``None`` so far."""
    left = lists.without(candidate_id)
    if len(lists.held) > 1:
        with offer.container(width="content"):
            return _one_of(left, candidate_id, words)
    name = left[0].name if left else words("add_to_list.new")
    key = f"shortlist-{candidate_id}"
    clicked = offer.button(words("add_to_list.button"), key=key, icon=_ICON, help=plain(name))
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
