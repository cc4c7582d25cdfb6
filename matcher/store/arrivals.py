"""When each candidate first arrived: of two records of one person, the older one is kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import Column, Connection, DateTime, Table, insert, select

from matcher.store.schema import ID, METADATA, owned_by

ARRIVALS = Table(
    "arrivals",
    METADATA,
    Column("candidate_id", ID, owned_by("candidates.id"), primary_key=True),
    Column("arrived_at", DateTime(timezone=True), nullable=False),
)


def note_arrivals(connection: Connection, candidate_ids: Iterable[str]) -> None:
    """Write down that candidates arrived now."""
    now = datetime.now(UTC)
    connection.execute(insert(ARRIVALS), [{"candidate_id": each, "arrived_at": now} for each in candidate_ids])


def older_of(connection: Connection, one: str, other: str) -> str:
    """Return the id that arrived first; one without a date came before dates were noted, and of two the first asked."""
    query = select(ARRIVALS.c.candidate_id, ARRIVALS.c.arrived_at).where(ARRIVALS.c.candidate_id.in_([one, other]))
    arrived = {each: at.replace(tzinfo=None) for each, at in connection.execute(query)}
    return min((one, other), key=lambda each: arrived.get(each, datetime.min))
