"""The table of tombstones: keyed digests that know an erased person again, and hold nothing about them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Column, Connection, Date, String, Table, delete, insert, select

from matcher.store.bulk import in_portions
from matcher.store.held import Cause, Tombstone
from matcher.store.schema import METADATA

TOMBSTONES = Table(
    "tombstones",
    METADATA,
    Column("mark", String(64), primary_key=True),
    Column("erased_on", Date, nullable=False),
    Column("cause", String(32), nullable=False),
)


def bury(connection: Connection, marks: Collection[str], stone: Tombstone) -> None:
    """Leave the marks of an erased person; a mark that stands already gets the new date."""
    dig_up(connection, marks)
    if marks:
        row = {"erased_on": stone.erased_on, "cause": stone.cause.value}
        connection.execute(insert(TOMBSTONES), [{"mark": mark, **row} for mark in sorted(set(marks))])


def tombstones(connection: Connection, marks: Sequence[str]) -> dict[str, Tombstone]:
    """Read the tombstones of those marks that have one."""
    found = {}
    for some in in_portions(marks):
        for row in connection.execute(select(TOMBSTONES).where(TOMBSTONES.c.mark.in_(some))):
            found[row.mark] = Tombstone(row.erased_on, Cause(row.cause))
    return found


def dig_up(connection: Connection, marks: Collection[str]) -> None:
    """Take marks away: there is a new basis to hold the person."""
    for some in in_portions(sorted(set(marks))):
        connection.execute(delete(TOMBSTONES).where(TOMBSTONES.c.mark.in_(some)))
