"""The rows of all candidates, held for as long as nothing changes: only those that changed are made anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from threading import Lock

import numpy as np

from matcher.cohorts.rows import CohortRow, RowMaker
from matcher.evidence import Phrases, Pool
from matcher.preparation import Preparer, Progress
from matcher.records import ConceptLink
from matcher.store import HeldProfile, LinkChoices, Store
from taxonomies.concepts import Taxonomy

Prepared = Callable[[Sequence[HeldProfile], Progress], Pool]
"""Gives profiles with their phrases linked, in their order."""

_Held = tuple[HeldProfile, frozenset[str], CohortRow]
_NOTHING: frozenset[str] = frozenset()


class CohortHolding:
    """Rows by candidate id, shared by everybody who looks: who may see which is not settled here."""

    def __init__(self, store: Store, preparer: Callable[[], Preparer], prepared: Prepared, taxonomy: Taxonomy) -> None:
        self._store = store
        self._preparer = preparer
        self._prepared = prepared
        self._maker = RowMaker(taxonomy)
        self._lock = Lock()
        self._profiles: Sequence[HeldProfile] | None = None
        self._choices: tuple[LinkChoices, ...] = ()
        self._held: dict[str, _Held] = {}
        self._rows: tuple[CohortRow, ...] = ()

    def rows(self, progress: Progress) -> tuple[CohortRow, ...]:
        """Return the row of every candidate, by id, as the store says now.

        The store gives the very same profiles for as long as none of them changes, and so do these rows.
        """
        with self._lock:  # one thread reads, the others wait for what it read
            profiles, choices = self._store.profiles(), self._preparer().choices_in_force()
            if profiles is not self._profiles or choices != self._choices:
                self._read(profiles, choices, progress)
            return self._rows

    def forget(self) -> None:
        """Hold nothing, such as when somebody was erased."""
        with self._lock:
            self._profiles, self._held, self._rows = None, {}, ()

    def _read(self, profiles: Sequence[HeldProfile], choices: tuple[LinkChoices, ...], progress: Progress) -> None:
        before = self._held if choices == self._choices else {}
        told, pool = self._store.facts_told(), self._prepared(profiles, progress)
        titles, skills = _by_owner(pool.titles, len(profiles)), _by_owner(pool.skills, len(profiles))
        kept: dict[str, _Held] = {}
        for number, held in enumerate(profiles):
            known, facts = before.get(held.id), told.get(held.id, _NOTHING)
            if known is not None and known[0] is held and known[1] == facts:
                kept[held.id] = known
            else:
                kept[held.id] = (held, facts, self._maker.row(held, titles[number], skills[number], facts))
        self._profiles, self._choices, self._held = profiles, choices, kept
        self._rows = tuple(row for _, _, row in kept.values())


def _by_owner(phrases: Phrases, owners: int) -> list[tuple[ConceptLink, ...]]:
    """Return the links of the phrases of each record."""
    bounds = np.searchsorted(phrases.owners, np.arange(owners + 1)).tolist()
    return [phrases.links[start:end] for start, end in pairwise(bounds)]
