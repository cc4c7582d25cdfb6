"""The right to erasure (GDPR article 17): a person is taken out of everything that the program has written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from matcher.preparation import phrases_of_profile, phrases_of_vacancy
from matcher.records import Candidate
from matcher.stewardship.marks import marks_of, person_mark
from matcher.stewardship.traces import clean_memories, clean_reports
from matcher.store import Store
from matcher.store.held import Burial, Cause, Tombstone
from matcher.trail import Note
from taxonomies.wording import normalise

if TYPE_CHECKING:
    from matcher.store.register import Register

Notes = Callable[[str, Mapping[str, Any]], Note]


@dataclass(frozen=True, slots=True)
class Places:
    """Where the program keeps what it writes."""

    home: Path
    reports: Path


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure took away. ``also_held`` are ids of others with the same name and birth date, who remain.

    ``merged`` counts the records that had been merged into those erased, and went with them.
    """

    candidate_ids: tuple[str, ...]
    merged: int
    past_versions: int
    links: int
    phrases: int
    reports_cut: int
    reports_deleted: int
    also_held: tuple[str, ...]


class Eraser:
    """Erases people."""

    def __init__(self, store: Store, register: Register, places: Places) -> None:
        self._store = store
        self._register = register
        self._places = places

    def erase(self, candidate_ids: Collection[str], cause: Cause, notes: Notes) -> Erased:
        """Erase some people.

        What lies outside the database goes first: were the program stopped in between, the person would still be
        found, and could be erased again.

        Args:
            candidate_ids: whom.
            cause: why.
            notes: gives the entry for the audit log about one of them, with a detail.
        """
        people = {candidate_id: self._store.versions(candidate_id) for candidate_id in candidate_ids}
        gone = [version for versions in people.values() for version in versions]
        kept = self._phrases_of_others(candidate_ids)
        forgotten = clean_memories(self._places.home, kept)
        cut, deleted = clean_reports(self._places.reports, gone)
        alone = self._decided_alone(gone, {normalise(phrase) for phrase in kept})
        stone = Tombstone(date.today(), cause)
        merged = past = 0
        for candidate_id, versions in people.items():
            under = self._store.duplicates.merged_into(candidate_id)
            merged += len(under)
            sent = 1 + len(under) if under else 0  # records as sent, beside the one shown
            past += len(versions) - 1 - sent
            burial = Burial(marks_of(versions, self._register.mark), stone, alone)
            self._register.erase((candidate_id, *under), burial, notes(candidate_id, {"merged": list(under)}))
        self._register.compact()
        return Erased(tuple(people), merged, past, len(alone), forgotten, cut, deleted, self._also_held(gone))

    def _phrases_of_others(self, gone: Collection[str]) -> frozenset[str]:
        others = [phrases_of_profile(held.profile) for held in self._store.profiles() if held.id not in gone]
        vacancies = [phrases_of_vacancy(vacancy) for vacancy in self._store.vacancies()]
        return frozenset().union(*others, *vacancies)

    def _decided_alone(self, gone: Iterable[Candidate], of_others: Collection[str]) -> frozenset[str]:
        """Return the phrases decided about that only these people said, or that hold one of their names."""
        said, names = set[str](), set[str]()
        for version in gone:
            said |= {
                normalise(phrase)
                for profile in (version.profile, version.stated)
                if profile
                for phrase in phrases_of_profile(profile)
            }
            names.add(normalise(version.person.name or ""))
        named = [name for name in names if " " in name]
        decided = self._store.decided_phrases()
        holding = {phrase for phrase in decided if any(f" {name} " in f" {phrase} " for name in named)}
        return frozenset((decided & said) - set(of_others) | holding)

    def _also_held(self, gone: Iterable[Candidate]) -> tuple[str, ...]:
        marks = {person_mark(version, self._register.mark) for version in gone} - {None}
        others = self._store.candidates() if marks else ()
        return tuple(other.id for other in others if person_mark(other, self._register.mark) in marks)
