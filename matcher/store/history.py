"""The tables of what records said before they changed, whole as they were.

A past candidate holds identity and status too, so its content is sealed as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Connection, DateTime, Integer, Table, delete, insert, select

from matcher.records import Candidate, Vacancy
from matcher.store.codec import decode, encode
from matcher.store.schema import ID, METADATA, NESTED, owned_by, sealed
from matcher.store.vault import Vault

CANDIDATE_HISTORY = Table(
    "candidate_history",
    METADATA,
    Column("entry", Integer, primary_key=True),
    Column("record_id", ID, owned_by("candidates.id"), nullable=False, index=True),
    Column("replaced_at", DateTime(timezone=True), nullable=False),
    sealed("content", "record_id", nullable=False),
)

VACANCY_HISTORY = Table(
    "vacancy_history",
    METADATA,
    Column("entry", Integer, primary_key=True),
    Column("record_id", ID, owned_by("vacancies.id"), nullable=False, index=True),
    Column("replaced_at", DateTime(timezone=True), nullable=False),
    Column("content", NESTED, nullable=False),
)


_PAST_CANDIDATE = f"{CANDIDATE_HISTORY.name}.content"


def keep_candidates(connection: Connection, vault: Vault, records: Iterable[Candidate]) -> None:
    """Write down candidates as they are before they are replaced."""
    _keep(
        connection,
        CANDIDATE_HISTORY,
        ((item.id, vault.seal(_PAST_CANDIDATE, item.id, encode(item))) for item in records),
    )


def keep_vacancies(connection: Connection, records: Iterable[Vacancy]) -> None:
    """Write down vacancies as they are before they are replaced."""
    _keep(connection, VACANCY_HISTORY, ((item.id, encode(item)) for item in records))


def past_candidates(connection: Connection, vault: Vault, candidate_id: str) -> tuple[Candidate, ...]:
    """Read what a candidate's record said before, oldest first."""
    contents = _past(connection, CANDIDATE_HISTORY, candidate_id)
    return tuple(decode(Candidate, vault.unseal(_PAST_CANDIDATE, candidate_id, content)) for content in contents)


def past_vacancies(connection: Connection, vacancy_id: str) -> tuple[Vacancy, ...]:
    """Read what a vacancy said before, oldest first."""
    return tuple(decode(Vacancy, content) for content in _past(connection, VACANCY_HISTORY, vacancy_id))


def forget_after_first(connection: Connection, candidate_id: str, since: datetime | None) -> None:
    """Delete what a candidate's record said before each change made since a moment, but for the first of them."""
    table = CANDIDATE_HISTORY.c
    query = select(table.entry).where(table.record_id == candidate_id)
    if since is not None:
        query = query.where(table.replaced_at >= since)
    later = connection.execute(query.order_by(table.entry).offset(1)).scalars().all()
    connection.execute(delete(CANDIDATE_HISTORY).where(table.entry.in_(later)))


def _keep(connection: Connection, table: Table, contents: Iterable[tuple[str, Any]]) -> None:
    now = datetime.now(UTC)
    rows = [{"record_id": record_id, "replaced_at": now, "content": content} for record_id, content in contents]
    if rows:
        connection.execute(insert(table), rows)


def _past(connection: Connection, table: Table, record_id: str) -> Sequence[Any]:
    query = select(table.c.content).where(table.c.record_id == record_id).order_by(table.c.entry)
    return connection.execute(query).scalars().all()
