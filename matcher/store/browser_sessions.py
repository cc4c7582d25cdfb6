"""The table of browsers that somebody is signed in with. What a cookie holds is kept as a hash alone."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, Connection, String, Table, delete, func, insert, select, update

from matcher.store.held_accounts import BrowserSession
from matcher.store.schema import ID, METADATA, MOMENT, owned_by

BROWSER_SESSIONS = Table(
    "browser_sessions",
    METADATA,
    Column("token_hash", String(64), primary_key=True),
    Column("account_id", ID, owned_by("accounts.id"), nullable=False, index=True),
    Column("opened_at", MOMENT, nullable=False),
    Column("seen_at", MOMENT, nullable=False),
)

_S = BROWSER_SESSIONS.c


def open_session(connection: Connection, session: BrowserSession) -> None:
    """Write a new session."""
    row = {
        "token_hash": session.token_hash,
        "account_id": session.account_id,
        "opened_at": session.opened_at.isoformat(),
        "seen_at": session.seen_at.isoformat(),
    }
    connection.execute(insert(BROWSER_SESSIONS), [row])


def read_session(connection: Connection, token_hash: str) -> BrowserSession | None:
    """Read a session, expired or not."""
    row = connection.execute(select(BROWSER_SESSIONS).where(_S.token_hash == token_hash)).first()
    if row is None:
        return None
    times = datetime.fromisoformat(row.opened_at), datetime.fromisoformat(row.seen_at)
    return BrowserSession(row.token_hash, row.account_id, *times)


def see_session(connection: Connection, token_hash: str, at: datetime) -> None:
    """Write when a session was last used."""
    connection.execute(update(BROWSER_SESSIONS).where(_S.token_hash == token_hash).values({"seen_at": at.isoformat()}))


def close_session(connection: Connection, token_hash: str) -> None:
    """Remove a session."""
    connection.execute(delete(BROWSER_SESSIONS).where(_S.token_hash == token_hash))


def close_sessions_of(connection: Connection, account_id: str) -> None:
    """Remove every session of an account."""
    connection.execute(delete(BROWSER_SESSIONS).where(_S.account_id == account_id))


def count_alive(connection: Connection, opened_after: datetime, seen_after: datetime) -> dict[str, int]:
    """Count the sessions of each account, by its id, that are neither too old nor unused for too long."""
    alive = (_S.opened_at > opened_after.isoformat()) & (_S.seen_at > seen_after.isoformat())
    query = select(_S.account_id, func.count().label("number")).where(alive).group_by(_S.account_id)
    return {row.account_id: row.number for row in connection.execute(query)}


def drop_stale(connection: Connection, opened_before: datetime, seen_before: datetime) -> None:
    """Remove the sessions that are too old, or were not used for too long."""
    stale = (_S.opened_at < opened_before.isoformat()) | (_S.seen_at < seen_before.isoformat())
    connection.execute(delete(BROWSER_SESSIONS).where(stale))
