"""The way to a database: its URL, its file, its settings, and transactions whose failures are told in one sentence."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from matcher.errors import StoreError
from matcher.store import revisions
from matcher.store.schema import METADATA

BUSY_TIMEOUT = 30.0
"""Seconds that a writer waits for another process to finish writing."""

_WRITES, _SWEEPS = "matcher_writes", "matcher_sweeps"
_POSTGRES_LOCK = 6_208_190_151
"""The number on which writers to one PostgreSQL database wait for each other; any that other programs do not use."""


def connect(url: str) -> Engine:
    """Return an engine for a SQLite or PostgreSQL URL; the folder of a SQLite file is made where it is missing.

    Raises:
        StoreError: The URL cannot be understood, its driver is missing or its folder cannot be made.
    """
    target = _understood(url)
    options: dict[str, Any] = {"json_serializer": partial(json.dumps, ensure_ascii=False, separators=(",", ":"))}
    if target.get_backend_name() == "sqlite":
        _prepare_file(target)
        options["connect_args"] = {"timeout": BUSY_TIMEOUT}
    try:
        engine = create_engine(target, **options)
    except (ImportError, NoSuchModuleError) as error:
        message = (
            f"The driver of {_shown(target)} is not installed ({error}): for PostgreSQL, "
            "pip install 'mobility-matcher[postgres]'."
        )
        raise StoreError(message) from error
    if target.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _settle_sqlite)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "before_cursor_execute", _notice)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that sees one state of the database and writes nothing.

    On PostgreSQL that takes ``REPEATABLE READ``, where each statement would else see a state of its own.

    Raises:
        StoreError: The database cannot be read.
    """
    with _failures_named(engine), _snapshots(engine).connect() as connection:
        yield connection


def sweep(engine: Engine) -> None:
    """Rewrite the database without what was deleted or replaced, which files may else keep for long.

    Raises:
        StoreError: Another process keeps the database busy.
    """
    is_sqlite = engine.dialect.name == "sqlite"
    # A SQLite connection here stands outside transactions until one begins, and must not be told so by SQLAlchemy.
    outside = {_SWEEPS: True} | ({} if is_sqlite else {"isolation_level": "AUTOCOMMIT"})
    with _failures_named(engine), engine.execution_options(**outside).connect() as connection:
        if is_sqlite:
            connection.exec_driver_sql("VACUUM")
            if connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar():
                raise StoreError(_kept_busy(engine))
        else:
            connection.exec_driver_sql(f"VACUUM (FULL) {', '.join(METADATA.tables)}")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that is the only writer; it is kept whole at the end, or not at all if anything fails.

    Raises:
        StoreError: The database cannot be written, or another process keeps it busy for too long.
    """
    with _failures_named(engine), engine.execution_options(**{_WRITES: True}).begin() as connection:
        revisions.begin(connection)
        yield connection
        revisions.renew(connection)


def _snapshots(engine: Engine) -> Engine:
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


@contextmanager
def _failures_named(engine: Engine) -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OverflowError) as error:
        cause = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        where = _shown(engine.url)
        if "database is locked" in cause:
            message = _kept_busy(engine)
        else:
            message = f"The database {where} could not be used ({cause}): check the address and the file it names."
        raise StoreError(message) from error


def _kept_busy(engine: Engine) -> str:
    return (
        f"The database {_shown(engine.url)} was kept busy by another process for too long: try again when it is done."
    )


def _understood(url: str) -> URL:
    try:
        target = make_url(url)
    except ArgumentError as error:
        raise StoreError(
            f"{url!r} is no database URL: write it as sqlite:///FILE or postgresql://HOST/NAME."
        ) from error
    if target.drivername in ("postgres", "postgresql"):
        return target.set(drivername="postgresql+psycopg")
    if target.get_backend_name() not in ("sqlite", "postgresql"):
        message = (
            f"{_shown(target)} is a database this program does not speak: use sqlite:///FILE or postgresql://HOST/NAME."
        )
        raise StoreError(message)
    return target


def _prepare_file(target: URL) -> None:
    name = target.database
    if not name or name == ":memory:" or name.startswith("file:"):
        return
    path = Path(name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            # Names and residence statuses will stand in it: it is its owner's alone until someone decides otherwise.
            path.touch(mode=0o600)
    except OSError as error:
        raise StoreError(
            f"The database file {path} could not be made ({error.strerror}): choose another place."
        ) from error


def _settle_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # Without this the driver begins transactions itself, and only at the first write: a load would compare outside it.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    # What is erased or encrypted anew must not stay readable in free pages.
    connection.execute("PRAGMA secure_delete = ON")
    _write_ahead(connection)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on; SQLite does not wait for other openers here, so this does."""
    deadline = time.monotonic() + BUSY_TIMEOUT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get(_SWEEPS, False):
        return
    writes = options.get(_WRITES, False)
    if connection.dialect.name == "sqlite":
        # IMMEDIATE takes the write lock before anything is compared, so two loads can never plan on the same state.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
    elif writes:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_POSTGRES_LOCK})")


def _notice(
    connection: Connection, _cursor: object, statement: str, _values: object, context: object, _many: object
) -> None:
    if connection.get_execution_options().get(_WRITES, False):
        revisions.note_touched(connection, statement, context)


def _shown(target: URL) -> str:
    return target.render_as_string(hide_password=True)
