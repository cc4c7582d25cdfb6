"""The rows of all candidates, held for as long as nothing changes: only those that changed are made anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from threading import Lock

from matcher.cohorts.rows import CohortRow, RowMaker
from matcher.preparation import Preparer, Progress
from matcher.store import HeldProfile, LinkChoices, Store
from taxonomies.concepts import Taxonomy

_BATCH = 1_000  # profiles linked at once
_STEP = "reading profiles"

_Held = tuple[HeldProfile, frozenset[str], CohortRow]


class CohortHolding:
    """Rows by candidate id, shared by everybody who looks: who may see which is not settled here."""

    def __init__(self, store: Store, preparer: Callable[[], Preparer], taxonomy: Taxonomy) -> None:
        self._store = store
        self._preparer = preparer
        self._maker = RowMaker(taxonomy)
        self._lock = Lock()
        self._revision = -1
        self._choices: tuple[LinkChoices, ...] = ()
        self._held: dict[str, _Held] = {}
        self._rows: tuple[CohortRow, ...] = ()

    def rows(self, progress: Progress) -> tuple[CohortRow, ...]:
        """Return the row of every candidate, by id, as the store says now."""
        with self._lock:  # one thread reads, the others wait for what it read
            revision = self._store.register().revision()
            if revision != self._revision:
                self._read(progress)
                self._revision = revision
            return self._rows

    def forget(self) -> None:
        """Hold nothing, such as when somebody was erased."""
        with self._lock:
            self._revision, self._held, self._rows = -1, {}, ()

    def _read(self, progress: Progress) -> None:
        choices = self._preparer().choices_in_force()
        before = self._held if choices == self._choices else {}
        told = self._store.facts_told()
        profiles = self._store.profiles()
        kept: dict[str, _Held] = {}
        new: list[HeldProfile] = []
        for held in profiles:
            known = before.get(held.id)
            if known is not None and known[:2] == (held, told.get(held.id, frozenset())):
                kept[held.id] = known
            else:
                new.append(held)
        for start in range(0, len(new), _BATCH):
            kept |= self._made(new[start : start + _BATCH], told)
            progress(_STEP, min(start + _BATCH, len(new)), len(new))
        self._held, self._choices = kept, choices
        self._rows = tuple(kept[held.id][2] for held in profiles)

    def _made(self, profiles: Sequence[HeldProfile], told: Mapping[str, frozenset[str]]) -> dict[str, _Held]:
        linked = self._preparer().links([(held.id, held.profile) for held in profiles])
        made: dict[str, _Held] = {}
        for held, (titles, skills) in zip(profiles, linked, strict=True):
            facts = told.get(held.id, frozenset())
            made[held.id] = (held, facts, self._maker.row(held, titles, skills, facts))
        return made
