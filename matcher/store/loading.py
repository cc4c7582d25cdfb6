"""One load: what came is compared with what is held, and all of it is written or none."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeAlias
from uuid import uuid4

from sqlalchemy import Connection, Engine

from matcher.errors import StoreError
from matcher.records import Candidate, Record, Source, Vacancy
from matcher.store.codec import content_hash
from matcher.store.connection import reading, writing
from matcher.store.held import Counts

CONTRADICTIONS_NAMED = 5


@dataclass(frozen=True, slots=True)
class Held:
    """A record that the store has: its id and the hash of its content."""

    id: str
    content_hash: str


@dataclass(frozen=True, slots=True)
class Arrival(Generic[Record]):
    """A record on its way in, with the hash of its content."""

    record: Record
    content_hash: str


class Family(Protocol[Record]):
    """How one kind of record is held."""

    def held(self, connection: Connection, keys: Collection[str]) -> dict[str, Held]:
        """Read what is held under those keys, by key."""

    def insert(self, connection: Connection, arrivals: Sequence[Arrival[Record]]) -> None:
        """Write records that are new."""

    def replace(self, connection: Connection, arrivals: Sequence[Arrival[Record]]) -> None:
        """Overwrite records that changed and keep what they said before."""


@dataclass(frozen=True, slots=True)
class Plan(Generic[Record]):
    """What a load would do. Records to create or update carry the id they are held under."""

    created: tuple[Arrival[Record], ...]
    updated: tuple[Arrival[Record], ...]
    unchanged: int
    unchanged_ids: Mapping[str, str]

    @property
    def counts(self) -> Counts:
        """How many records each part of the plan concerns."""
        return Counts(len(self.created), len(self.updated), self.unchanged)

    @property
    def ids(self) -> dict[str, str]:
        """The id that each record of the load is held under, by key."""
        changed = (arrival.record for arrival in (*self.created, *self.updated))
        return {**self.unchanged_ids, **{record.key: record.id for record in changed}}


Afterwards: TypeAlias = Callable[[Connection, Mapping[str, str], Counts], None]
"""What else a load writes in its transaction: it is given the id of each record by key, and the counts."""


def load(
    engine: Engine,
    family: Family[Record],
    records: Iterable[Record],
    *,
    dry_run: bool,
    afterwards: Afterwards | None = None,
) -> Counts:
    """Load records in one transaction, or with ``dry_run`` only count what would become of them.

    A record that says the same as the one held counts as unchanged and keeps the source it was first read from.

    Raises:
        StoreError: One key stands for two different records, or a record holds what no database keeps.
    """
    # Everything that needs no database is done first: the write lock is held as briefly as possible.
    arrivals = [_arrival(record) for record in records]
    distinct = _by_key(arrivals)
    repeated = len(arrivals) - len(distinct)
    if dry_run:
        with reading(engine) as connection:
            return _plan(distinct, family.held(connection, distinct.keys()), repeated).counts
    with writing(engine) as connection:
        plan = _plan(distinct, family.held(connection, distinct.keys()), repeated)
        family.insert(connection, plan.created)
        family.replace(connection, plan.updated)
        if afterwards is not None:
            afterwards(connection, plan.ids, plan.counts)
    return plan.counts


def _arrival(record: Record) -> Arrival[Record]:
    try:
        return Arrival(record, content_hash(record))
    except ValueError as error:
        message = f"{_place(record)} holds what no database can keep ({error}): correct the row and load again."
        raise StoreError(message) from error


def _by_key(arrivals: Sequence[Arrival[Record]]) -> dict[str, Arrival[Record]]:
    """Return one arrival a key; a repeated identical row is the same record, two different ones are refused."""
    distinct: dict[str, Arrival[Record]] = {}
    contradictions = []
    for arrival in arrivals:
        first = distinct.setdefault(arrival.record.key, arrival)
        if first.content_hash != arrival.content_hash:
            contradictions.append(f"{_place(first.record)} and {_where(arrival.record.source)}")
    if contradictions:
        named = "; ".join(contradictions[:CONTRADICTIONS_NAMED])
        more = len(contradictions) - CONTRADICTIONS_NAMED
        named += f"; and {more} more" if more > 0 else ""
        raise StoreError(f"The same reference stands for different records: {named}. Give each row its own reference.")
    return distinct


def _plan(distinct: Mapping[str, Arrival[Record]], held: Mapping[str, Held], repeated: int) -> Plan[Record]:
    created, updated, unchanged = [], [], {}
    for key, arrival in distinct.items():
        known = held.get(key)
        if known is None:
            created.append(_under(uuid4().hex, arrival))
        elif known.content_hash != arrival.content_hash:
            updated.append(_under(known.id, arrival))
        else:
            unchanged[key] = known.id
    return Plan(tuple(created), tuple(updated), repeated + len(unchanged), unchanged)


def _under(record_id: str, arrival: Arrival[Record]) -> Arrival[Record]:
    return Arrival(replace(arrival.record, id=record_id), arrival.content_hash)


def _place(record: Candidate | Vacancy) -> str:
    return f"{record.key!r} in {_where(record.source)}"


def _where(source: Source) -> str:
    sheet = f", sheet {source.sheet}" if source.sheet else ""
    row = f", row {source.row}" if source.row is not None else ""
    return f"{source.file}{sheet}{row}"
