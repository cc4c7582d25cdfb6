"""Candidates whole: the spine joined with identity, status and profile, for callers that may see a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, insert, or_, select

from matcher.records import Candidate, Leg, LegalStatus, Person, ProfessionalProfile, Source
from matcher.store.bulk import collection_paused, in_portions, replace_rows
from matcher.store.codec import decode, from_columns
from matcher.store.cohorts import CANDIDATES
from matcher.store.history import CANDIDATE_HISTORY, keep
from matcher.store.identity import PERSONS, person_row
from matcher.store.loading import Arrival, Held
from matcher.store.lookup import Entry
from matcher.store.profiles import PROFILES, profile_row
from matcher.store.status import LEGAL_STATUSES, status_row


@dataclass(frozen=True, slots=True)
class CandidateFamily:
    """How the candidates of one scheme are held, for :func:`matcher.store.loading.load`."""

    scheme: str

    def held(self, connection: Connection) -> dict[str, Held]:
        """Read id and content hash of each candidate of the scheme, by the sender's key."""
        query = select(PERSONS.c.key, PERSONS.c.candidate_id, PERSONS.c.content_hash)
        rows = connection.execute(query.where(PERSONS.c.scheme == self.scheme))
        return {key: Held(record_id, content_hash) for key, record_id, content_hash in rows}

    def insert(self, connection: Connection, arrivals: Sequence[Arrival[Candidate]]) -> None:
        """Write new candidates, whose ids are set."""
        if not arrivals:
            return
        records = [arrival.record for arrival in arrivals]
        connection.execute(insert(CANDIDATES), [{"id": item.id, "scheme": item.scheme} for item in records])
        connection.execute(insert(PERSONS), [person_row(item.record, item.content_hash) for item in arrivals])
        connection.execute(insert(LEGAL_STATUSES), [status_row(record) for record in records])
        connection.execute(insert(PROFILES), [profile_row(record) for record in records])

    def replace(self, connection: Connection, arrivals: Sequence[Arrival[Candidate]]) -> None:
        """Overwrite candidates by id, their previous content going to the history."""
        records = [arrival.record for arrival in arrivals]
        for ids in in_portions([record.id for record in records]):
            keep(connection, CANDIDATE_HISTORY, read_candidates(connection, _whole().where(CANDIDATES.c.id.in_(ids))))
        replace_rows(connection, PERSONS, [person_row(item.record, item.content_hash) for item in arrivals])
        replace_rows(connection, LEGAL_STATUSES, [status_row(record) for record in records])
        replace_rows(connection, PROFILES, [profile_row(record) for record in records])


def candidates_of(connection: Connection, scheme: str | None) -> tuple[Candidate, ...]:
    """Read the candidates of one scheme or of all, by scheme and key."""
    query = _whole().order_by(PERSONS.c.scheme, PERSONS.c.key)
    if scheme is not None:
        query = query.where(CANDIDATES.c.scheme == scheme)
    with collection_paused():
        return tuple(read_candidates(connection, query))


def candidate_by_id(connection: Connection, candidate_id: str) -> Candidate:
    """Read one candidate that the store is known to hold."""
    return next(read_candidates(connection, _whole().where(CANDIDATES.c.id == candidate_id)))


def candidate_entries(connection: Connection, name: str | None) -> list[Entry]:
    """Read what candidates can be called by: those with that key or an id that starts so, or all."""
    query = select(PERSONS.c.candidate_id, PERSONS.c.key, PERSONS.c.scheme).order_by(PERSONS.c.scheme, PERSONS.c.key)
    if name is not None:
        query = query.where(or_(PERSONS.c.candidate_id.startswith(name, autoescape=True), PERSONS.c.key == name))
    return [Entry(*row) for row in connection.execute(query)]


def read_candidates(connection: Connection, query: Select[Any]) -> Iterator[Candidate]:
    """Read what a query over the joined tables finds."""
    return map(_candidate, connection.execute(query).mappings())


def _whole() -> Select[Any]:
    tables = CANDIDATES.join(PERSONS, PERSONS.c.candidate_id == CANDIDATES.c.id).join(LEGAL_STATUSES).join(PROFILES)
    columns = [CANDIDATES.c.id, CANDIDATES.c.scheme]
    for table in (PERSONS, LEGAL_STATUSES, PROFILES):
        columns += [column for column in table.columns if column.name not in ("candidate_id", "scheme")]
    return select(*columns).select_from(tables)


def _candidate(row: Mapping[Any, Any]) -> Candidate:
    return Candidate(
        id=row["id"],
        key=row["key"],
        scheme=row["scheme"],
        source=decode(Source, row["source"]),
        person=from_columns(Person, row),
        status=from_columns(LegalStatus, row),
        profile=from_columns(ProfessionalProfile, row),
        leg=None if row["leg"] is None else decode(Leg, row["leg"]),
        extra=tuple((header, cell) for header, cell in row["extra"] or ()),
        stated=None if row["stated"] is None else decode(ProfessionalProfile, row["stated"]),
    )
