"""The tables of saved searches, and of who stood in their results when they were last opened."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    DateTime,
    Row,
    String,
    Table,
    Text,
    and_,
    delete,
    insert,
    select,
    update,
)

from matcher.errors import NotFoundError
from matcher.records import Vacancy
from matcher.store.codec import decode, encode
from matcher.store.held import HeldSearch, SearchOwner
from matcher.store.schema import ID, METADATA, NESTED, owned_by

SAVED_SEARCHES = Table(
    "saved_searches",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("name", Text, nullable=False),
    Column("owner", Text, nullable=False, index=True),
    Column("role", String(16), nullable=False),
    Column("organisation", Text),
    Column("vacancy", NESTED, nullable=False),
    Column("is_held", Boolean, nullable=False),
    Column("terms", NESTED, nullable=False),
    Column("opened_at", DateTime(timezone=True), nullable=False),
)
SEEN = Table(
    "saved_search_results",
    METADATA,
    Column("search_id", ID, owned_by("saved_searches.id"), primary_key=True),
    Column("candidate_id", ID, owned_by("candidates.id"), primary_key=True, index=True),
)
_S = SAVED_SEARCHES.c


@dataclass(frozen=True, slots=True)
class Sighting:
    """A saved search in whose results somebody stood when it was last opened."""

    search_id: str
    opened_at: datetime


def save(connection: Connection, search: HeldSearch) -> str:
    """Write a search under a new id, which is returned, with who stands in its results."""
    search_id = uuid4().hex
    row = {
        "id": search_id,
        "name": search.name,
        "owner": search.owner.name,
        "role": search.owner.role,
        "organisation": search.owner.organisation,
        "vacancy": encode(search.vacancy),
        "is_held": search.is_held,
        "terms": dict(search.terms),
        "opened_at": datetime.now(UTC),
    }
    connection.execute(insert(SAVED_SEARCHES), [row])
    _see(connection, search_id, search.seen)
    return search_id


def searches_of(connection: Connection, owner: SearchOwner) -> tuple[HeldSearch, ...]:
    """Read the searches of one owner, the one opened last first."""
    rows = connection.execute(select(SAVED_SEARCHES).where(_is(owner)).order_by(_S.opened_at.desc(), _S.id)).all()
    return tuple(_search(connection, row) for row in rows)


def find_search(connection: Connection, owner: SearchOwner, search_id: str) -> HeldSearch:
    """Read one search of an owner; raises :class:`NotFoundError` for somebody else's as for one that is not there."""
    row = connection.execute(select(SAVED_SEARCHES).where(_is(owner), _S.id == search_id)).one_or_none()
    if row is None:
        raise NotFoundError(f"There is no saved search {search_id[:8]!r}: choose one of the list.")
    return _search(connection, row)


def see(connection: Connection, search_id: str, candidate_ids: Collection[str]) -> None:
    """Write who stands in the results of a search as it is opened now, in the place of who did before."""
    connection.execute(update(SAVED_SEARCHES).where(_S.id == search_id).values(opened_at=datetime.now(UTC)))
    connection.execute(delete(SEEN).where(SEEN.c.search_id == search_id))
    _see(connection, search_id, candidate_ids)


def forget(connection: Connection, search_id: str) -> None:
    """Delete a search with its results."""
    connection.execute(delete(SAVED_SEARCHES).where(_S.id == search_id))


def sightings(connection: Connection, candidate_ids: Sequence[str]) -> tuple[Sighting, ...]:
    """Read the searches in whose results one person, under any of some ids, was seen; oldest first."""
    query = select(_S.id, _S.opened_at).join_from(SEEN, SAVED_SEARCHES).where(SEEN.c.candidate_id.in_(candidate_ids))
    rows = connection.execute(query.distinct().order_by(_S.opened_at, _S.id))
    return tuple(Sighting(search_id, _utc(opened_at)) for search_id, opened_at in rows)


def _is(owner: SearchOwner) -> Any:
    return and_(_S.owner == owner.name, _S.role == owner.role, _S.organisation.is_not_distinct_from(owner.organisation))


def _see(connection: Connection, search_id: str, candidate_ids: Collection[str]) -> None:
    rows = [{"search_id": search_id, "candidate_id": each} for each in sorted(set(candidate_ids))]
    if rows:
        connection.execute(insert(SEEN), rows)


def _search(connection: Connection, row: Row[Any]) -> HeldSearch:
    seen = connection.execute(select(SEEN.c.candidate_id).where(SEEN.c.search_id == row.id)).scalars()
    owner = SearchOwner(row.owner, row.role, row.organisation)
    content = decode(Vacancy, row.vacancy)
    return HeldSearch(row.name, owner, content, row.is_held, row.terms, frozenset(seen), row.id, _utc(row.opened_at))


def _utc(moment: datetime) -> datetime:
    """Return a time with its zone, which SQLite leaves out."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
