"""The spine: one random id a candidate, and the scheme it came with. Every other table of a candidate hangs on it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, Date, String, Table, UniqueConstraint, func, select, update

from matcher.records import Candidate
from matcher.store.bulk import in_portions
from matcher.store.revisions import Copied
from matcher.store.schema import COPIED_AS, ID, METADATA

CANDIDATES = Table(
    "candidates",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("scheme", String(64), nullable=False, index=True),
    # The day on which what is held of them last changed: retention is counted from it.
    Column("changed_on", Date),
    UniqueConstraint("id", "scheme"),
    # Legal statuses and decisions about somebody's words go with them.
    info={COPIED_AS: (Copied.PROFILES, Copied.STANDINGS, Copied.LINKS, Copied.STATUSES)},
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


def spine_row(candidate: Candidate) -> dict[str, Any]:
    """Return the candidate's row in ``candidates``, new today."""
    return {"id": candidate.id, "scheme": candidate.scheme, "changed_on": date.today()}


def mark_changed(connection: Connection, ids: Sequence[str]) -> None:
    """Write that candidates changed today."""
    for some in in_portions(ids):
        connection.execute(update(CANDIDATES).where(CANDIDATES.c.id.in_(some)).values(changed_on=date.today()))


def last_changes(connection: Connection) -> tuple[tuple[str, str, date], ...]:
    """Read id, scheme and day of the last change of every candidate of whom it is known, oldest change first."""
    query = select(CANDIDATES.c.id, CANDIDATES.c.scheme, CANDIDATES.c.changed_on)
    query = query.where(CANDIDATES.c.changed_on.is_not(None)).order_by(CANDIDATES.c.changed_on, CANDIDATES.c.id)
    return tuple(tuple(row) for row in connection.execute(query))
