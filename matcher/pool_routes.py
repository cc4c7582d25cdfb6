"""To whom of everybody held a vacancy's legal way is open: what the law finds of each, kept for all vacancies.

It narrows a pool where a user asks for that, and counts; no score reads it. The answers are those of
:func:`matcher.eligibility.route` beside each match. At fifty million profiles such columns are kept beside each shard
of them and follow its changes, as they do here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock

import numpy as np

from matcher.eligibility import (
    CODE_OF,
    HIDDEN,
    Answers,
    CandidateColumns,
    CandidateFacts,
    Law,
    VacancyFacts,
    verdict_table,
)
from matcher.errors import IdentityKeyError
from matcher.legal_facts import facts_held
from matcher.preparation import Progress
from matcher.records import Answer, LegalStatus
from matcher.store import HeldProfile, HeldStatus, Store
from taxonomies.belgium.tables import LegalTables


@dataclass(frozen=True, slots=True)
class LawAsked:
    """The law that somebody asks about: its tables, the day, and whether they may see what it turns on."""

    tables: LegalTables
    day: date
    sees_facts: bool

    def law(self) -> Law:
        """Return the law itself."""
        return Law(self.tables, self.day, frozenset() if self.sees_facts else HIDDEN)


@dataclass(frozen=True, slots=True)
class _People:
    """The facts of everybody, and what they were read from: true for as long as these are the very same objects."""

    profiles: Sequence[HeldProfile]
    statuses: Mapping[str, HeldStatus]
    facts: tuple[CandidateFacts, ...]


class PoolRoutes:
    """The answers of the law for whole pools. Many threads may ask at once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._people: _People | None = None
        self._columns: dict[bool, tuple[LawAsked, CandidateColumns]] = {}
        self._lock = Lock()

    def answers(
        self, profiles: Sequence[HeldProfile], vacancy: VacancyFacts, asked: LawAsked, progress: Progress
    ) -> Answers:
        """Return for each profile whether a way to be hired is open: 0 no, 1 unknown, 2 yes; shape (profiles,).

        All are unknown where the key that opens legal facts is not at hand.
        """
        try:
            columns = self.columns(profiles, asked, progress)
        except IdentityKeyError:
            return np.full(len(profiles), CODE_OF[Answer.UNKNOWN], dtype=np.int8)
        return verdict_table(columns, [vacancy]).routes[:, 0]

    def columns(self, profiles: Sequence[HeldProfile], asked: LawAsked, progress: Progress) -> CandidateColumns:
        """Return what the law finds of everybody; only who changed is looked at again.

        Raises:
            IdentityKeyError: The key that opens legal facts is not at hand.
        """
        statuses = self._store.all_legal_statuses()
        with self._lock:  # one thread works it out while others that ask wait
            people = self._people = _followed(self._people, profiles, statuses)
            known = self._columns.get(asked.sees_facts)
            if known is None or known[0] != asked or known[1].candidates is not people.facts:
                before = known or self._columns.get(not asked.sees_facts)
                columns = CandidateColumns(asked.law(), people.facts, before[1] if before else None)
                columns.ask_everything(lambda done, total: progress("law", done, total))
                known = self._columns[asked.sees_facts] = (asked, columns)
        return known[1]

    def forget(self) -> None:
        """Hold nothing of anybody."""
        with self._lock:
            self._people, self._columns = None, {}


def _followed(before: _People | None, profiles: Sequence[HeldProfile], statuses: Mapping[str, HeldStatus]) -> _People:
    """Return the facts of everybody; those of who did not change stay the very same objects."""
    if before and before.profiles is profiles and before.statuses is statuses:
        return before
    rows = {held.id: row for row, held in enumerate(before.profiles)} if before else {}

    def facts(held: HeldProfile) -> CandidateFacts:
        status, row = statuses.get(held.id), rows.get(held.id)
        if before and row is not None and before.profiles[row] is held and before.statuses.get(held.id) is status:
            return before.facts[row]
        return facts_held(held.id, status or HeldStatus(held.scheme, LegalStatus(), None), held.profile)

    return _People(profiles, statuses, tuple(map(facts, profiles)))
