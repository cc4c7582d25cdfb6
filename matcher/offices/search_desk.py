"""Searches that a recruiter keeps, to see later who is new in their results."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import ClassVar

from matcher.errors import NotFoundError
from matcher.filters import Filters
from matcher.offices.asked import require_own_vacancy, require_seeing
from matcher.offices.desk import Desk
from matcher.offices.results import singles_out
from matcher.preparation import Progress, silent
from matcher.ranking import RankingRequest
from matcher.records import Vacancy
from matcher.saved_searches import SavedSearches
from matcher.stewardship import Right
from matcher.store.held import HeldSearch


@dataclass(frozen=True, slots=True)
class SearchRead:
    """A saved search as it can be opened; ``vacancy`` is ``None`` where the store's own is no longer open."""

    id: str
    name: str
    vacancy: Vacancy | None
    is_held: bool
    request: RankingRequest
    opened_at: datetime | None


class SearchDesk(Desk):
    """The actor's own saved searches; nobody else's."""

    right: ClassVar[Right] = Right.CANDIDATES

    def all(self) -> tuple[SearchRead, ...]:
        """Return the searches, the one opened last first."""
        self.actor.require(Right.CANDIDATES)
        return tuple(map(self._read, self._searches.all()))

    def save(self, name: str, vacancy: Vacancy, request: RankingRequest, seen: Collection[str]) -> SearchRead:
        """Keep a search, with the candidates whom its results show now.

        Raises:
            NotFoundError: The vacancy is in the store, but out of reach.
            RefusedError: A blind actor asks for the people of a scheme.
            UsageError: No name, or too many searches.
        """
        self.actor.require(Right.CANDIDATES)
        require_seeing(self.actor, request.filters)
        require_own_vacancy(self._engine, vacancy)
        is_held = self._held(vacancy.id) == vacancy
        return self._read(self._searches.save(name, vacancy, request, self._within(seen), is_held=is_held))

    def open(self, search_id: str, seen: Collection[str]) -> frozenset[str]:
        """Write down whom the results show now; return those whom they did not when the search was last opened.

        Raises:
            NotFoundError: The actor has no such search.
        """
        self.actor.require(Right.CANDIDATES)
        return self._searches.opened(self._searches.find(search_id), self._within(seen))

    def count_new(self, search_id: str, progress: Progress = silent) -> int:
        """Count the candidates who have come into the results of a search since it was last opened.

        Raises:
            NotFoundError: The actor has no such search, or its vacancy is no longer open.
        """
        self.actor.require(Right.CANDIDATES)
        held = self._searches.find(search_id)
        read = self._read(held)
        if read.vacancy is None:
            raise NotFoundError(f"The vacancy of the search {held.name!r} is no longer open: delete the search.")
        if self._is_withheld(read.request.filters, read.vacancy):
            return 0
        found = self._engine.shortlists.for_vacancy(read.vacancy, read.request, None, progress).matches
        return len({match.candidate_id for match in found} - held.seen)

    def forget(self, search_id: str) -> None:
        """Delete a search; raises :class:`NotFoundError` where the actor has no such one."""
        self.actor.require(Right.CANDIDATES)
        self._searches.forget(search_id)

    @cached_property
    def _searches(self) -> SavedSearches:
        return SavedSearches(self._engine.store, self._engine.steward)

    def _read(self, search: HeldSearch) -> SearchRead:
        vacancy = self._held(search.vacancy.id) if search.is_held else search.vacancy
        request = self._searches.request(search)
        return SearchRead(search.id, search.name, vacancy, search.is_held, request, search.opened_at)

    def _held(self, vacancy_id: str) -> Vacancy | None:
        """Return the store's vacancy of that id where it is open and within reach."""
        found = self._engine.store.vacancies(open_on=date.today())
        reach = self._engine.steward.reach
        return next((item for item in found if item.id == vacancy_id and reach.vacancy(item.id)), None)

    def _within(self, candidate_ids: Collection[str]) -> frozenset[str]:
        """Keep those of some candidates who may be ranked: others were never in the results."""
        asked = frozenset(candidate_ids)
        return frozenset(held.id for held in self._engine.shortlists.pool(None).profiles if held.id in asked)

    def _is_withheld(self, filters: Filters, vacancy: Vacancy) -> bool:
        if self.actor.may(Right.LEGAL_FACTS):
            return False
        total = len(self._engine.shortlists.pool(None).profiles)
        return bool(filters.schemes) or singles_out(self._engine.count_candidates(filters, vacancy=vacancy), total)
