"""The tables of what records said before they changed, whole as they were.

A past candidate holds identity and status too: these tables are for whoever may see all of a candidate.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import Column, Connection, DateTime, Integer, Table, insert, select

from matcher.records import Candidate, Record, Vacancy
from matcher.store.codec import decode, encode
from matcher.store.schema import ID, METADATA, NESTED, owned_by

CANDIDATE_HISTORY = Table(
    "candidate_history",
    METADATA,
    Column("entry", Integer, primary_key=True),
    Column("record_id", ID, owned_by("candidates.id"), nullable=False, index=True),
    Column("replaced_at", DateTime(timezone=True), nullable=False),
    Column("content", NESTED, nullable=False),
)

VACANCY_HISTORY = Table(
    "vacancy_history",
    METADATA,
    Column("entry", Integer, primary_key=True),
    Column("record_id", ID, owned_by("vacancies.id"), nullable=False, index=True),
    Column("replaced_at", DateTime(timezone=True), nullable=False),
    Column("content", NESTED, nullable=False),
)


def keep(connection: Connection, table: Table, records: Iterable[Candidate | Vacancy]) -> None:
    """Write down records as they are before they are replaced."""
    now = datetime.now(UTC)
    rows = [{"record_id": record.id, "replaced_at": now, "content": encode(record)} for record in records]
    if rows:
        connection.execute(insert(table), rows)


def read_history(connection: Connection, table: Table, noun: type[Record], record_id: str) -> tuple[Record, ...]:
    """Read what a record said before, oldest first."""
    query = select(table.c.content).where(table.c.record_id == record_id).order_by(table.c.entry)
    return tuple(decode(noun, content) for content in connection.execute(query).scalars())
