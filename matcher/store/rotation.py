"""Changing the key: every sealed value is opened with the old key and sealed with the new one, all or none of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Table, bindparam, delete, func, select, update

from matcher.errors import IdentityKeyError, StoreError
from matcher.store.cipher import Cipher
from matcher.store.cohorts import CANDIDATES
from matcher.store.connection import reading, sweep, writing
from matcher.store.held import KeyStatus, Progress
from matcher.store.keys import IdentityKey, KeySource
from matcher.store.schema import METADATA, SEALED_FOR
from matcher.store.vault import IDENTITY_KEYS, Vault, record_key

_PORTION = 1_000  # rows opened and sealed at a time


def rotate(engine: Engine, keys: KeySource, progress: Progress) -> str:
    """Seal everything with the newest key, or with a new one where the newest is in use; return the key's id.

    Raises:
        StoreError: The database stays busy; if the rotation was done by then, the message says so.
        IdentityKeyError: The key in use is not at hand, nothing is encrypted yet, or the environment names no newer
            key.
    """
    with writing(engine) as connection:
        in_use = _key_in_use(connection)
        if in_use is None:
            raise IdentityKeyError("Nothing is encrypted yet: the first cohort loaded makes the key.")
        old = Vault.reading(connection, keys)
        # A newer key that stands ready was left by an interrupted rotation, or written down for this one.
        newest = keys.held()[-1]
        key = keys.make() if newest.id == in_use else newest
        _seal_all(connection, old, replace(old, cipher=Cipher(key.secret)), progress)
        _record(connection, key, old)
    try:
        sweep(engine)  # else the old key would still open what lies in free space
    except StoreError as error:
        message = f"All is encrypted with key {key.id} now, but free space may hold what the old one opens: {error}"
        raise StoreError(message) from error
    return key.id


def key_status(engine: Engine, keys: KeySource) -> KeyStatus:
    """Say which key is in use and which are at hand, opening nothing with them."""
    with reading(engine) as connection:
        row = connection.execute(select(IDENTITY_KEYS.c.id, IDENTITY_KEYS.c.since)).one_or_none()
        identities = connection.execute(select(func.count()).select_from(CANDIDATES)).scalar_one()
    in_use, since = (None, None) if row is None else row
    return KeyStatus(in_use, since, tuple(key.id for key in keys.held()), keys.file, identities)


def _key_in_use(connection: Connection) -> str | None:
    return connection.execute(select(IDENTITY_KEYS.c.id)).scalar_one_or_none()


def _record(connection: Connection, key: IdentityKey, vault: Vault) -> None:
    connection.execute(delete(IDENTITY_KEYS))
    record_key(connection, key, vault.lookup_secret)


def _seal_all(connection: Connection, old: Vault, new: Vault, progress: Progress) -> None:
    for table in METADATA.sorted_tables:
        owners = {column.name: column.info[SEALED_FOR] for column in table.columns if SEALED_FOR in column.info}
        if owners:
            total = connection.execute(select(func.count()).select_from(table)).scalar_one()
            done = 0
            for rows in _portions(connection, table):
                _update(connection, table, [_sealed_anew(old, new, table, row, owners) for row in rows])
                done += len(rows)
                progress(f"encrypting {table.name.replace('_', ' ')}", done, total)


def _portions(connection: Connection, table: Table) -> Iterator[Sequence[RowMapping]]:
    (key,) = table.primary_key.columns
    query = select(table).order_by(key).limit(_PORTION)
    rows = connection.execute(query).mappings().all()
    while rows:
        yield rows
        rows = connection.execute(query.where(key > rows[-1][key.name])).mappings().all()


def _sealed_anew(
    old: Vault, new: Vault, table: Table, row: Mapping[Any, Any], owners: Mapping[str, str]
) -> dict[str, Any]:
    (key,) = table.primary_key.columns
    anew: dict[str, Any] = {"held_key": row[key.name]}
    for name, owner in owners.items():
        place, held = f"{table.name}.{name}", row[name]
        anew[name] = None if held is None else new.seal(place, row[owner], old.unseal(place, row[owner], held))
    return anew


def _update(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    (key,) = table.primary_key.columns
    values: dict[str, Any] = {name: bindparam(name) for name in rows[0] if name != "held_key"}
    connection.execute(update(table).where(key == bindparam("held_key")).values(values), rows)
