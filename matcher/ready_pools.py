"""Pools that stand ready to be ranked: linked, encoded and put in columns once, and shared by all who rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import RLock

import numpy as np

from matcher.evidence import Pool, Relations
from matcher.facets import Facets
from matcher.preparation import Preparer, Progress
from matcher.retrieval import Retriever
from matcher.store import HeldProfile, LinkChoices

_KEPT = 2  # the store's own people, and those of a ranking that is being repeated

Choices = tuple[LinkChoices, ...]
"""What people decided that phrases mean, of each kind."""


@dataclass(frozen=True, slots=True)
class ReadyPool:
    """Profiles with all that is worked out of them; row n of everything is the n-th profile."""

    profiles: Sequence[HeldProfile]
    choices: Choices
    pool: Pool
    facets: Facets
    retriever: Retriever


class ReadyPools:
    """Makes profiles ready. What did not change since is taken over, so that one new person costs one person."""

    def __init__(self, preparer: Preparer, relations: Relations) -> None:
        self._preparer = preparer
        self._relations = relations
        self._ready: tuple[ReadyPool, ...] = ()
        self._lock = RLock()

    def of(self, profiles: Sequence[HeldProfile], progress: Progress) -> ReadyPool:
        """Return profiles made ready; one thread does it while others that ask wait."""
        choices = self._preparer.choices_in_force()
        found = _found(self._ready, profiles, choices)
        if found is None:
            with self._lock:
                found = _found(self._ready, profiles, choices)
                if found is None:
                    found = self._made(profiles, choices, progress)
                    self._ready = (found, *self._ready[: _KEPT - 1])
        return found

    def follow(self, profiles: Sequence[HeldProfile], progress: Progress) -> None:
        """Keep nothing but these profiles ready, if anything was: those who are gone leave the memory at once."""
        with self._lock:
            if self._ready:
                self._ready = (self.of(profiles, progress),)

    def _made(self, profiles: Sequence[HeldProfile], choices: Choices, progress: Progress) -> ReadyPool:
        before = next((ready for ready in self._ready if ready.choices == choices), None)
        places = {held.id: row for row, held in enumerate(before.profiles)} if before else {}
        rows = [
            places[held.id] if before and held.id in places and before.profiles[places[held.id]] is held else None
            for held in profiles
        ]
        new = [held for held, row in zip(profiles, rows, strict=True) if row is None]
        pool = self._preparer.pool([(held.id, held.profile) for held in new], progress)
        if before is not None and len(new) < len(profiles):
            pool = _joined(before.pool, rows, pool)
        facets = Facets(profiles, pool, self._relations)
        return ReadyPool(profiles, choices, pool, facets, Retriever(pool, self._relations))


def _found(ready: Sequence[ReadyPool], profiles: Sequence[HeldProfile], choices: Choices) -> ReadyPool | None:
    return next((one for one in ready if one.choices == choices and _same(one.profiles, profiles)), None)


def _same(some: Sequence[HeldProfile], others: Sequence[HeldProfile]) -> bool:
    """Tell whether both are the very same profiles: the store gives the same objects for as long as nothing changes."""
    return some is others or (len(some) == len(others) and all(a is b for a, b in zip(some, others, strict=True)))


def _joined(before: Pool, rows: Sequence[int | None], new: Pool) -> Pool:
    """Return one pool of rows of the one before and, where those are ``None``, of the new ones in their order."""
    fresh = iter(range(len(before), len(before) + len(new)))
    order = np.array([next(fresh) if row is None else row for row in rows], dtype=np.int64)
    return before.joined(new).of(order)
