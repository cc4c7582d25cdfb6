"""The desk for saved searches: one transaction for each thing asked, together with its entry in the audit log."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sqlalchemy import Connection, Engine

from matcher.store import searches
from matcher.store.connection import reading, writing
from matcher.store.held import HeldSearch, SearchOwner
from matcher.store.searches import Sighting

Noted: TypeAlias = Callable[[Connection, str], None]
"""Writes the entry about the search with that id in the transaction of the act."""


@dataclass(frozen=True, slots=True)
class SearchDesk:
    """Saved searches, each seen by its owner alone."""

    engine: Engine

    def of(self, owner: SearchOwner) -> tuple[HeldSearch, ...]:
        """Read the searches of one owner, the one opened last first."""
        with reading(self.engine) as connection:
            return searches.searches_of(connection, owner)

    def find(self, owner: SearchOwner, search_id: str) -> HeldSearch:
        """Read one search; raises :class:`NotFoundError` where its owner has none under that id."""
        with reading(self.engine) as connection:
            return searches.find_search(connection, owner, search_id)

    def save(self, search: HeldSearch, noted: Noted) -> str:
        """Keep a search under a new id, which is returned."""
        with writing(self.engine) as connection:
            search_id = searches.save(connection, search)
            noted(connection, search_id)
            return search_id

    def see(self, search: HeldSearch, candidate_ids: Collection[str], noted: Noted) -> None:
        """Write down that a search is opened now, and who stands in its results."""
        with writing(self.engine) as connection:
            searches.find_search(connection, search.owner, search.id)
            searches.see(connection, search.id, candidate_ids)
            noted(connection, search.id)

    def forget(self, search: HeldSearch, noted: Noted) -> None:
        """Delete a search; raises :class:`NotFoundError` where its owner has none under that id."""
        with writing(self.engine) as connection:
            searches.find_search(connection, search.owner, search.id)
            searches.forget(connection, search.id)
            noted(connection, search.id)

    def sightings(self, candidate_ids: Sequence[str]) -> tuple[Sighting, ...]:
        """Read the searches in whose results one person was seen, for their export."""
        with reading(self.engine) as connection:
            return searches.sightings(connection, candidate_ids)
