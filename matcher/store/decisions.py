"""The table of what people decide about two records that may be one person."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import Column, Connection, DateTime, String, Table, Text, insert, select, update

from matcher.errors import NotFoundError
from matcher.store.held import DuplicateDecision
from matcher.store.lookup import SHORTEST_ID
from matcher.store.schema import ID, METADATA, NESTED, owned_by

DUPLICATE_DECISIONS = Table(
    "duplicate_decisions",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("decision", String(16), nullable=False),
    Column("left_id", ID, owned_by("candidates.id"), nullable=False, index=True),
    Column("right_id", ID, owned_by("candidates.id"), nullable=False, index=True),
    Column("taken", NESTED, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("made_at", DateTime(timezone=True), nullable=False),
    Column("undone_by", Text),
    Column("undone_at", DateTime(timezone=True)),
)
_D = DUPLICATE_DECISIONS.c

MERGE, KEEP_BOTH = "merge", "keep_both"


def decide(connection: Connection, decision: DuplicateDecision) -> DuplicateDecision:
    """Write a decision down, under an id and with the time that it gets here."""
    row = {
        "id": uuid4().hex,
        "decision": decision.decision,
        "left_id": decision.left,
        "right_id": decision.right,
        "taken": list(decision.taken),
        "made_by": decision.made_by,
        "made_at": datetime.now(UTC),
    }
    connection.execute(insert(DUPLICATE_DECISIONS), [row])
    return find_decision(connection, str(row["id"]))


def undo_decision(connection: Connection, decision_id: str, who: str) -> None:
    """Write down that a decision no longer holds; it stays on record."""
    values = {"undone_by": who, "undone_at": datetime.now(UTC)}
    connection.execute(update(DUPLICATE_DECISIONS).where(_D.id == decision_id).values(values))


def read_decisions(connection: Connection) -> tuple[DuplicateDecision, ...]:
    """Read all decisions, undone ones too, oldest first."""
    rows = connection.execute(select(DUPLICATE_DECISIONS).order_by(_D.made_at, _D.id)).mappings()
    return tuple(
        DuplicateDecision(
            decision=row["decision"],
            left=row["left_id"],
            right=row["right_id"],
            made_by=row["made_by"],
            taken=tuple(row["taken"]),
            id=row["id"],
            made_at=row["made_at"],
            undone_by=row["undone_by"],
            undone_at=row["undone_at"],
        )
        for row in rows
    )


def find_decision(connection: Connection, name: str) -> DuplicateDecision:
    """Read the decision with that id, or whose id begins so.

    Raises:
        NotFoundError: None has it, or several have.
    """
    held = read_decisions(connection)
    named = [each for each in held if len(name) >= SHORTEST_ID and each.id.startswith(name)]
    if len(named) == 1:
        return named[0]
    if named:
        raise NotFoundError(f"Several decisions begin with {name!r}: give more digits of the one you mean.")
    last = ", ".join(each.id[:8] for each in reversed(held[-3:]))
    nearest = f"the latest are {last}" if last else "none was made yet"
    raise NotFoundError(f"There is no decision {name!r} about duplicates: {nearest}.")
