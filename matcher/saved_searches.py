"""Searches that somebody keeps, and which candidates have come into their results since they were last opened."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from matcher.errors import UsageError
from matcher.lawful import Purpose
from matcher.ranking import RankingRequest
from matcher.records import Vacancy
from matcher.shortlists import request_of, request_words
from matcher.stewardship import Steward
from matcher.store import Store
from matcher.store.held import HeldSearch, SearchOwner
from matcher.trail import Action

if TYPE_CHECKING:
    from matcher.store.search_desk import Noted

MOST_SEARCHES = 100
"""More than anybody looks through; the oldest must go before another is kept."""

_LONGEST_NAME = 120


class SavedSearches:
    """The saved searches of one actor, each kept with its entry in the audit log."""

    def __init__(self, store: Store, steward: Steward) -> None:
        self._desk = store.searches
        self._steward = steward
        actor = steward.actor
        self._owner = SearchOwner(actor.name, actor.role.value, actor.organisation)

    def all(self) -> tuple[HeldSearch, ...]:
        """Return the actor's searches, the one opened last first."""
        return self._desk.of(self._owner)

    def find(self, search_id: str) -> HeldSearch:
        """Return one of the actor's searches; raises :class:`NotFoundError` where there is none."""
        return self._desk.find(self._owner, search_id)

    @staticmethod
    def request(search: HeldSearch) -> RankingRequest:
        """Return what a search asks of the ranking."""
        return request_of(search.terms)

    def save(
        self, name: str, vacancy: Vacancy, request: RankingRequest, seen: Collection[str], *, is_held: bool
    ) -> HeldSearch:
        """Keep a search with who stands in its results now.

        Args:
            name: what the actor calls it.
            vacancy: searched for.
            request: the filters, and how many are shown.
            seen: ids of the candidates in the results.
            is_held: whether the vacancy is the store's own as it stands, to be read anew when the search is opened.

        Raises:
            UsageError: No name, or too many searches.
        """
        called = " ".join(name.split())[:_LONGEST_NAME]
        if not called:
            raise UsageError("A saved search needs a name: write one, such as the title of the vacancy.")
        if len(self.all()) >= MOST_SEARCHES:
            raise UsageError(f"There are {MOST_SEARCHES} saved searches already: delete one first.")
        made = HeldSearch(called, self._owner, vacancy, is_held, request_words(request), frozenset(seen))
        return self.find(self._desk.save(made, self._noted("saved", len(made.seen))))

    def opened(self, search: HeldSearch, seen: Collection[str]) -> frozenset[str]:
        """Write down who stands in the results now; return those who did not when the search was last opened."""
        found = frozenset(seen)
        self._desk.see(search, found, self._noted("opened", len(found)))
        return found - search.seen

    def forget(self, search_id: str) -> None:
        """Delete a search; raises :class:`NotFoundError` where there is none."""
        self._desk.forget(self.find(search_id), self._noted("deleted", 0))

    def _noted(self, step: str, candidates: int) -> Noted:
        detail = {"search": step, "candidates": candidates}
        note = self._steward.audit.note(Action.VIEW, "", Purpose.MATCHING.value, detail)
        return self._steward.register.on_search(note)
