"""The register beside the records: lawful bases, objections, tombstones, the audit log and what was ranked.

Each act is written in one transaction together with its entry in the audit log: there is no act without an entry.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, Engine

from matcher.errors import StoreError
from matcher.lawful import Declaration, Exclusion, HeldBasis, Purpose, Standing, exclusions, joined
from matcher.store import (
    audit,
    bases,
    cohorts,
    erasing,
    links,
    merges,
    rankings,
    tombstones,
    vacancies,
    vacancy_dates,
)
from matcher.store.connection import reading, sweep, writing
from matcher.store.copies import Copies
from matcher.store.duplicate_desk import Recorded
from matcher.store.held import Burial, Counts, DuplicateDecision, LinkDecision, SetDates, Tombstone
from matcher.store.held_rankings import RankingRecord
from matcher.store.loading import Afterwards
from matcher.store.revisions import Copied
from matcher.store.search_desk import Noted
from matcher.trail import Action, Entry, KeyedDigest, LogQuery, Note, Sealed

_CHANGE_NOTHING = (Action.VIEW, Action.RANKING, Action.EXPORT, Action.LOGIN, Action.ACCOUNT)


@dataclass(frozen=True, slots=True)
class Log:
    """The audit log as it stands: entries in their order, and the seals at its two ends."""

    entries: tuple[Entry, ...]
    head: Sealed | None
    start: Sealed | None


@dataclass(frozen=True, slots=True)
class Register:
    """One transaction for each thing asked.

    ``seal`` seals the log and what was ranked; ``mark`` makes what erased people are known again by, and raises
    :class:`matcher.errors.IdentityKeyError` where the key to identities is not at hand.
    """

    engine: Engine
    copies: Copies
    seal: KeyedDigest
    mark: KeyedDigest

    def on_cohort(self, note: Note, declaration: Declaration, readmitted: Collection[str] = ()) -> Afterwards:
        """Return what a load of a cohort writes besides: everybody's basis, and the entry with the counts.

        ``readmitted`` are marks of erased people that are taken away, for the load brings them back.
        """

        def write(connection: Connection, ids: Mapping[str, str], counts: Counts) -> None:
            bases.declare(connection, ids, declaration)
            tombstones.dig_up(connection, readmitted)
            self._append(connection, _counted(note, counts))

        return write

    def on_vacancies(self, note: Note) -> Afterwards:
        """Return what a load of vacancies writes besides: the entry with the counts."""

        def write(connection: Connection, _ids: Mapping[str, str], counts: Counts) -> None:
            self._append(connection, _counted(note, counts))

        return write

    def on_decision(self, note: Note) -> Recorded:
        """Return what a decision about duplicates writes besides: the entry, about the record that is kept."""

        def write(connection: Connection, made: DuplicateDecision) -> None:
            detail = {"decision": made.id, "about": made.decision, "other": made.right}
            self._append(connection, replace(note, subject=made.left, detail={**note.detail, **detail}))

        return write

    def decide_link(self, decision: LinkDecision, note: Note) -> LinkDecision:
        """Write what somebody decided that a phrase means."""
        with writing(self.engine) as connection:
            made = links.decide(connection, decision)
            self._append(connection, _about(note, made))
            return made

    def undo_link(self, decision_id: str, who: str, note: Note) -> LinkDecision:
        """Take a decision about a phrase back; raises :class:`NotFoundError` or :class:`UsageError`."""
        with writing(self.engine) as connection:
            undone = links.undo_decision(connection, decision_id, who)
            self._append(connection, _about(note, undone))
            return undone

    def on_search(self, note: Note) -> Noted:
        """Return what an act on a saved search writes besides: the entry, about that search."""

        def write(connection: Connection, search_id: str) -> None:
            self._append(connection, replace(note, subject=search_id))

        return write

    def record(self, note: Note) -> None:
        """Write an act in the audit log."""
        with writing(self.engine) as connection:
            self._append(connection, note)

    def log(self, *, subject: str | None = None) -> Log:
        """Read the audit log, or the entries about one subject."""
        with reading(self.engine) as connection:
            found = tuple(audit.entries(connection, subject=subject))
            return Log(found, audit.read_seal(connection, audit.HEAD), audit.read_seal(connection, audit.START))

    def log_page(self, query: LogQuery, first: int, number: int | None) -> tuple[Entry, ...]:
        """Read some entries of the audit log, the newest first, without checking them."""
        with reading(self.engine) as connection:
            return audit.page(connection, query, first, number)

    def log_count(self, query: LogQuery) -> int:
        """Count the entries of the audit log that a query lets pass."""
        with reading(self.engine) as connection:
            return audit.count(connection, query)

    def log_actors(self) -> tuple[str, ...]:
        """Read the names of all who acted."""
        with reading(self.engine) as connection:
            return audit.actors(connection)

    def prune(self, before: date, note: Note) -> tuple[int, int]:
        """Delete entries and rankings older than a day, leaving a sealed start; return how many of each."""
        with writing(self.engine) as connection:
            known = audit.read_seal(connection, audit.START)
            start = audit.prune(connection, before, self.seal)
            entries = 0 if start is None else start.number - (known.number if known else 0)
            dropped = rankings.drop_rankings(connection, before)
            if start is not None:
                detail = {"before": before.isoformat(), "entries": entries, "through": start.number, "hash": start.hash}
                self._append(connection, replace(note, detail={**note.detail, **detail, "rankings": dropped}))
            return entries, dropped

    def standings(self, purpose: Purpose) -> dict[str, Standing]:
        """Read what decides whether somebody may be used for a purpose, by id; who is not named has no basis."""
        with reading(self.engine) as connection:
            return self.copies.of(
                connection, Copied.STANDINGS, lambda _before: _standings(connection, purpose), purpose
            )

    def exclusions(self, purpose: Purpose, days: tuple[date, ...]) -> dict[str, Exclusion | None]:
        """Read why each may not be used for a purpose on one of some days, by id; who is not named has no basis.

        What it says of one day is held for as long as nothing changes; asking about other days works it out anew.
        """
        if len(days) > 1:
            return exclusions(self.standings(purpose), days)
        with reading(self.engine) as connection:
            return self.copies.of(
                connection,
                Copied.STANDINGS,
                lambda _before: exclusions(_standings(connection, purpose), days),
                (purpose, days),
            )

    def standing(self, candidate_id: str, purpose: Purpose) -> Standing:
        """Read what decides whether one person may be used for a purpose."""
        with reading(self.engine) as connection:
            parts = dict(_persons(connection)).get(candidate_id, [candidate_id])
            return joined([bases.standing_of(connection, part, purpose) for part in parts])

    def bases(self, candidate_id: str) -> tuple[HeldBasis, ...]:
        """Read the bases under which one person is held."""
        with reading(self.engine) as connection:
            return bases.bases_of(connection, candidate_id)

    def put_basis(self, candidate_id: str, basis: HeldBasis, note: Note) -> None:
        """Write one person's basis for one purpose."""
        with writing(self.engine) as connection:
            bases.put_basis(connection, candidate_id, basis)
            self._append(connection, note)

    def objection(self, candidate_id: str) -> date | None:
        """Read since when a person objects to being ranked."""
        with reading(self.engine) as connection:
            return bases.objection_of(connection, candidate_id)

    def object(self, candidate_id: str, on: date, note: Note) -> None:
        """Write that a person objects to being ranked."""
        with writing(self.engine) as connection:
            bases.object_to_ranking(connection, candidate_id, on)
            self._append(connection, note)

    def lift_objection(self, candidate_id: str, note: Note) -> bool:
        """Take an objection back; tell whether there was one."""
        with writing(self.engine) as connection:
            lifted = bases.lift_objection(connection, candidate_id)
            if lifted:
                self._append(connection, note)
            return lifted

    def revision(self) -> int:
        """Return a number that grows whenever somebody changes records, here or in another process.

        It is that of the newest entry in the audit log about a change: no record changes without one.
        """
        with reading(self.engine) as connection:
            return audit.newest(connection, without=_CHANGE_NOTHING)

    def vacancy_dates(self) -> dict[str, SetDates]:
        """Read the dates that people set for vacancies, by id."""
        with reading(self.engine) as connection:
            return vacancy_dates.dates_set(connection)

    def dates_in_files(self, ids: Collection[str]) -> dict[str, tuple[date | None, date | None]]:
        """Read when vacancies open and close as their files last said, by id."""
        with reading(self.engine) as connection:
            return vacancies.dates_in_files(connection, ids)

    def set_vacancy_dates(self, vacancy_id: str, dates: SetDates | None, note: Note) -> None:
        """Write from when to when a vacancy is open, whatever its file says, or that it follows its file again."""
        with writing(self.engine) as connection:
            vacancy_dates.set_dates(connection, vacancy_id, dates)
            self._append(connection, note)

    def last_changes(self) -> tuple[tuple[str, str, date], ...]:
        """Read id, scheme and day of the last change of every candidate, oldest change first.

        Of records that were merged only the one that is shown is named, with the latest change of any.
        """
        with reading(self.engine) as connection:
            changes = {candidate_id: (scheme, day) for candidate_id, scheme, day in cohorts.last_changes(connection)}
            for top, parts in _persons(connection):
                days = [changes.pop(part)[1] for part in parts[1:] if part in changes]
                if top in changes:
                    changes[top] = (changes[top][0], max([changes[top][1], *days]))
        found = ((candidate_id, scheme, day) for candidate_id, (scheme, day) in changes.items())
        return tuple(sorted(found, key=lambda change: (change[2], change[0])))

    def tombstones(self, marks: Sequence[str]) -> dict[str, Tombstone]:
        """Read the tombstones of those marks that have one."""
        with reading(self.engine) as connection:
            return tombstones.tombstones(connection, marks)

    def erase(self, candidate_ids: Sequence[str], burial: Burial, note: Note) -> None:
        """Remove the records of one person from every table, leaving the marks of the burial."""
        with writing(self.engine) as connection:
            erasing.erase(connection, candidate_ids, burial)
            self._append(connection, note)

    def compact(self) -> None:
        """Give the place of removed rows back, so that no byte of them is left in the database's files.

        Raises:
            StoreError: Another process keeps the database in use.
        """
        try:
            sweep(self.engine)
        except StoreError as error:
            message = (
                f"What was erased is gone from the tables, but free space may still hold it. {error} Then run "
                "`matcher erase --compact`."
            )
            raise StoreError(message) from error

    def keep_ranking(self, ranking: RankingRecord, note: Note) -> None:
        """Write what was ranked, and the entry with its digests."""
        with writing(self.engine) as connection:
            rankings.keep_ranking(connection, ranking)
            self._append(connection, note)

    def ranking(self, name: str) -> RankingRecord:
        """Read a ranking by its id or the first digits of it; raises :class:`NotFoundError`."""
        with reading(self.engine) as connection:
            return rankings.read_ranking(connection, name)

    def appearances(self, candidate_id: str) -> tuple[rankings.Appearance, ...]:
        """Read every line of a ranking in which a person stood."""
        with reading(self.engine) as connection:
            return rankings.appearances(connection, candidate_id)

    def _append(self, connection: Connection, note: Note) -> None:
        audit.append(connection, [note], self.seal)


def _standings(connection: Connection, purpose: Purpose) -> dict[str, Standing]:
    held = bases.standings(connection, purpose)
    return held | {top: joined([held.get(each, Standing()) for each in parts]) for top, parts in _persons(connection)}


def _persons(connection: Connection) -> list[tuple[str, list[str]]]:
    """Read the records that were merged, person by person: the id that is shown, and all ids with that one first."""
    parts: dict[str, list[str]] = {}
    for record_id, top in sorted(merges.tops(connection).items()):
        parts.setdefault(top, [top]).append(record_id)
    return list(parts.items())


def _counted(note: Note, counts: Counts) -> Note:
    numbers = {"created": counts.created, "updated": counts.updated, "unchanged": counts.unchanged}
    return replace(note, detail={**note.detail, **numbers})


def _about(note: Note, decision: LinkDecision) -> Note:
    """Say what a decision about a phrase was, without the phrase: the words may be a person's."""
    outcome = "rejected" if decision.uri is None else "confirmed"
    detail = {"decision": decision.id, "kind": decision.kind, "outcome": outcome}
    return replace(note, subject=decision.candidate_id or decision.id, detail={**note.detail, **detail})
