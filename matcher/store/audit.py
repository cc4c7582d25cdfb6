"""The tables of the audit log: entries in a hash chain, and the seals at its two ends."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Integer,
    Select,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
)

from matcher.store.schema import METADATA
from matcher.trail import FIRST, SIGNED_IN, Action, Entry, KeyedDigest, LogQuery, Note, Sealed

AUDIT_LOG = Table(
    "audit_log",
    METADATA,
    # Never given by the database: a number that it skipped would look like a removed entry.
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False, index=True),
    Column("actor", Text, nullable=False),
    Column("role", String(32), nullable=False),
    Column("action", String(32), nullable=False),
    Column("subject", Text, nullable=False, index=True),
    Column("purpose", String(64), nullable=False),
    # Text, for a database that knows JSON writes it another way, and the hash is over the words as written.
    Column("detail", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

AUDIT_SEALS = Table(
    "audit_seals",
    METADATA,
    Column("place", String(8), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("hash", String(64), nullable=False),
    Column("seal", String(64), nullable=False),
)

HEAD, START = "head", "start"


def append(connection: Connection, notes: Sequence[Note], digest: KeyedDigest) -> None:
    """Write acts at the end of the log and seal its new head; the connection must be the only writer."""
    head = read_seal(connection, HEAD)
    number, previous = (head.number, head.hash) if head else _last(connection)
    # A head that was not sealed here is never sealed again: that would hide whatever was done to it.
    whole = head.holds(digest) if head else number == 0
    rows = []
    for note in notes:
        number, at = number + 1, datetime.now(UTC).isoformat(timespec="microseconds")
        entry = Entry.of(number, at, note, previous)
        rows.append(asdict(entry))
        previous = entry.hash
    if rows:
        connection.execute(insert(AUDIT_LOG), rows)
        sealed = Sealed.of(number, previous, digest) if whole else Sealed(number, previous, "")
        put_seal(connection, HEAD, sealed)


def entries(connection: Connection, *, subject: str | None = None) -> Iterator[Entry]:
    """Read entries in their order, all or those about one subject."""
    query = select(AUDIT_LOG).order_by(AUDIT_LOG.c.number)
    if subject is not None:
        query = query.where(AUDIT_LOG.c.subject == subject)
    return (Entry(*row) for row in connection.execute(query))


def page(connection: Connection, query: LogQuery, first: int, number: int | None) -> tuple[Entry, ...]:
    """Read what a query lets pass, the newest entry first: ``number`` of them (all where ``None``) from a place on."""
    asked = select(AUDIT_LOG).where(*_conditions(query)).order_by(AUDIT_LOG.c.number.desc())
    if number is not None:
        asked = asked.offset(first).limit(number)
    return tuple(Entry(*row) for row in connection.execute(asked))


def count(connection: Connection, query: LogQuery) -> int:
    """Count the entries that a query lets pass."""
    return connection.execute(select(func.count()).select_from(AUDIT_LOG).where(*_conditions(query))).scalar_one()


def actors(connection: Connection) -> tuple[str, ...]:
    """Read the names of all who acted, sorted."""
    return tuple(sorted(connection.execute(select(AUDIT_LOG.c.actor).distinct()).scalars()))


def last_signed_in(connection: Connection, subjects: Select[Any]) -> dict[str, datetime]:
    """Read when somebody last signed in to each of the accounts that ``subjects`` selects the ids of, by id (UTC).

    Those are left out to whom nobody ever did, or only before the log was pruned.
    """
    columns = AUDIT_LOG.c
    is_login = columns.subject.in_(subjects) & (columns.action == Action.LOGIN.value)
    succeeded = columns.detail.contains(f'"step":"{SIGNED_IN}"', autoescape=True)
    query = select(columns.subject, func.max(columns.at).label("at")).where(is_login, succeeded)
    rows = connection.execute(query.group_by(columns.subject))
    return {row.subject: datetime.fromisoformat(row.at) for row in rows}


def newest(connection: Connection, *, without: Collection[str]) -> int:
    """Read the number of the newest entry about another action than those, 0 where there is none."""
    query = select(AUDIT_LOG.c.number).where(AUDIT_LOG.c.action.not_in(without)).order_by(AUDIT_LOG.c.number.desc())
    return connection.execute(query.limit(1)).scalar() or 0


def prune(connection: Connection, before: date, digest: KeyedDigest) -> Sealed | None:
    """Delete the entries at the beginning that are older than a day (UTC), leaving the last one's hash under seal.

    Returns:
        The new start of the log, or ``None`` where no entry is that old.
    """
    young = select(func.min(AUDIT_LOG.c.number)).where(AUDIT_LOG.c.at >= before.isoformat())
    first_kept = connection.execute(young).scalar()
    old = select(AUDIT_LOG).order_by(AUDIT_LOG.c.number.desc()).limit(1)
    last = connection.execute(old if first_kept is None else old.where(AUDIT_LOG.c.number < first_kept)).first()
    if last is None:
        return None
    start = Sealed.of(last.number, last.hash, digest)
    connection.execute(delete(AUDIT_LOG).where(AUDIT_LOG.c.number <= last.number))
    put_seal(connection, START, start)
    return start


def read_seal(connection: Connection, place: str) -> Sealed | None:
    """Read the sealed head or start of the log."""
    row = connection.execute(select(AUDIT_SEALS).where(AUDIT_SEALS.c.place == place)).first()
    return None if row is None else Sealed(row.number, row.hash, row.seal)


def put_seal(connection: Connection, place: str, sealed: Sealed) -> None:
    """Write the sealed head or start of the log."""
    connection.execute(delete(AUDIT_SEALS).where(AUDIT_SEALS.c.place == place))
    row = {"place": place, "number": sealed.number, "hash": sealed.hash, "seal": sealed.seal}
    connection.execute(insert(AUDIT_SEALS), [row])


def _conditions(query: LogQuery) -> Iterator[ColumnElement[bool]]:
    columns = AUDIT_LOG.c
    if query.since:
        yield columns.at >= query.since.isoformat()
    if query.until:
        yield columns.at < (query.until + timedelta(days=1)).isoformat()
    if query.action:
        yield columns.action == query.action
    if query.actor:
        yield columns.actor == query.actor
    if query.subject:
        yield columns.subject.startswith(query.subject, autoescape=True)


def _last(connection: Connection) -> tuple[int, str]:
    query = select(AUDIT_LOG.c.number, AUDIT_LOG.c.hash).order_by(AUDIT_LOG.c.number.desc()).limit(1)
    found = connection.execute(query).first()
    return (0, FIRST) if found is None else (found.number, found.hash)
