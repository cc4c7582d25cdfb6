"""Bringing a database to this version's tables. Alembic is imported only where there is something to do."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from matcher.errors import StoreError
from matcher.store.connection import reading, sweep, writing
from matcher.store.keys import KeySource
from matcher.store.schema import REVISION

MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(engine: Engine, keys: KeySource) -> None:
    """Create the tables or migrate them, in one transaction; ``keys`` encrypt what older versions wrote plain.

    Raises:
        StoreError: The database was written by a newer version, or could not be migrated.
    """
    with reading(engine) as connection:
        if stored_revision(connection) == REVISION:
            return
    with writing(engine) as connection:
        # Asked again behind the write lock: another process may have migrated in between.
        stored = stored_revision(connection)
        _migrate(connection, stored, keys)
    if stored is not None:
        sweep(engine)  # what a step moved or encrypted must not stay behind as it was


def stored_revision(connection: Connection) -> str | None:
    """Return the revision that a database is at, or ``None`` for one that holds nothing yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _migrate(connection: Connection, stored: str | None, keys: KeySource) -> None:
    from alembic import command  # slow to import, and an up-to-date database needs none of it
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    known = {script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}
    if stored is not None and stored not in known:
        where = connection.engine.url.render_as_string(hide_password=True)
        message = (
            f"The database {where} is at revision {stored}, newer than the {REVISION} that this version of matcher "
            "knows: update matcher, or name another database in MATCHER_DATABASE_URL."
        )
        raise StoreError(message)
    config = Config(attributes={"connection": connection, "keys": keys})
    # A percent sign in the path would be read as a placeholder.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    command.upgrade(config, "head")
