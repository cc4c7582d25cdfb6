"""Marks by which any process knows whether the copies that it holds of some tables still say what the tables say.

A table names in its ``info`` the families of copies that are made of it. Whatever writes such a table within
:func:`matcher.store.connection.writing` gives those families a new mark in the same transaction, so no writer can
forget it; SQL in plain words counts for all families.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any
from uuid import uuid4

from sqlalchemy import Column, Connection, String, Table, select, update

from matcher.store.schema import COPIED_AS, ID, METADATA


class Copied(StrEnum):
    """What processes hold copies of."""

    PROFILES = "profiles"
    VACANCIES = "vacancies"
    STANDINGS = "standings"
    LINKS = "links"
    STATUSES = "statuses"


REVISIONS = Table(
    "revisions",
    METADATA,
    Column("family", String(16), primary_key=True),
    # Random, not counted: a database put back from a backup must not look like the one that was there.
    Column("mark", ID, nullable=False),
)

_TOUCHED = "matcher_touched"
_CHANGING = frozenset({"INSERT", "UPDATE", "DELETE", "REPLACE"})


def mark_of(connection: Connection, family: Copied) -> str:
    """Read the mark of a family; it is another one after every change."""
    mark: str = connection.execute(select(REVISIONS.c.mark).where(REVISIONS.c.family == family.value)).scalar_one()
    return mark


def note_touched(connection: Connection, statement: str, context: Any) -> None:
    """Remember of a statement which families it changes; ``context`` is SQLAlchemy's, of its execution."""
    touched = connection.info.setdefault(_TOUCHED, set())
    if context is not None and (context.isinsert or context.isupdate or context.isdelete):
        # By name: a migration writes tables that it describes for itself.
        table = METADATA.tables.get(context.compiled.statement.table.name)
        touched.update(() if table is None else table.info.get(COPIED_AS, ()))
    elif statement.lstrip().partition(" ")[0].upper() in _CHANGING:
        touched.update(Copied)


def begin(connection: Connection) -> None:
    """Forget what an earlier transaction on the same connection touched and took back."""
    connection.info.pop(_TOUCHED, None)


def renew(connection: Connection) -> None:
    """Give every family that was touched a new mark."""
    touched = connection.info.pop(_TOUCHED, set())
    for family in sorted(touched):
        connection.execute(update(REVISIONS).where(REVISIONS.c.family == family.value).values(mark=uuid4().hex))
    connection.info.pop(_TOUCHED, None)
