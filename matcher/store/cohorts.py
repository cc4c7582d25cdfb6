"""The spine: one random id a candidate, and the scheme it came with. Every other table of a candidate hangs on it."""

from __future__ import annotations

from sqlalchemy import Column, Connection, String, Table, UniqueConstraint, func, select

from matcher.store.schema import ID, METADATA

CANDIDATES = Table(
    "candidates",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("scheme", String(64), nullable=False, index=True),
    UniqueConstraint("id", "scheme"),
)


def count_by_scheme(connection: Connection) -> tuple[tuple[str, int], ...]:
    """Count the candidates of each scheme, by scheme name."""
    query = select(CANDIDATES.c.scheme, func.count()).group_by(CANDIDATES.c.scheme).order_by(CANDIDATES.c.scheme)
    return tuple((scheme, number) for scheme, number in connection.execute(query))


def schemes_held(connection: Connection) -> tuple[str, ...]:
    """Name the schemes that have candidates."""
    return tuple(connection.execute(select(CANDIDATES.c.scheme).distinct()).scalars())


def holds_candidate(connection: Connection, candidate_id: str) -> bool:
    """Tell whether a candidate has that whole id."""
    return connection.execute(select(CANDIDATES.c.id).where(CANDIDATES.c.id == candidate_id)).first() is not None
