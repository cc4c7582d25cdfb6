"""The vault: what seals identities for one database, opened with the key that the database says it uses.

The database names its key in ``identity_keys`` (one row, written with the first identity) and keeps there, sealed with
it, the secret that references are looked up by. That secret never changes, or no reference and no tombstone would be
found again; a rotation only seals it anew. So one key is all that an operator keeps.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Self

from sqlalchemy import Column, Connection, DateTime, LargeBinary, String, Table, insert, select, text

from matcher.errors import IdentityKeyError, StoreError
from matcher.store.cipher import Cipher
from matcher.store.codec import Json
from matcher.store.keys import KEY_BYTES, VARIABLE, IdentityKey, KeySource
from matcher.store.schema import METADATA

IDENTITY_KEYS = Table(
    "identity_keys",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("since", DateTime(timezone=True), nullable=False),
    Column("lookup_secret", LargeBinary, nullable=False),
)

_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode  # json.dumps would make one each time
_PADDING = 32  # bytes: the length of a sealed value must not tell "male" from "female"


@dataclass(frozen=True, slots=True)
class Vault:
    """Seals values for one candidate and column each, and makes the codes that references are looked up by."""

    cipher: Cipher
    lookup_secret: bytes = field(repr=False)

    @staticmethod
    def is_keyed(connection: Connection) -> bool:
        """Tell whether a database has a key yet."""
        return connection.execute(select(IDENTITY_KEYS.c.id)).first() is not None

    @classmethod
    def reading(cls, connection: Connection, keys: KeySource) -> Self:
        """Open the vault of a database to read from it.

        Raises:
            IdentityKeyError: The key that the database uses is not at hand.
        """
        row = connection.execute(select(IDENTITY_KEYS.c.id, IDENTITY_KEYS.c.lookup_secret)).one_or_none()
        if row is None:
            # Nothing was ever sealed: a key that nobody keeps opens all there is.
            return cls(Cipher(secrets.token_bytes(KEY_BYTES)), secrets.token_bytes(KEY_BYTES))
        key = _key_called(row.id, keys, connection)
        try:
            return cls(Cipher(key.secret), Cipher(key.secret).unseal(row.lookup_secret, _place_of_secret(key)))
        except ValueError as error:
            message = f"The database's own record of key {key.id} is damaged: restore the database from a backup."
            raise StoreError(message) from error

    @classmethod
    def writing(cls, connection: Connection, keys: KeySource) -> Self:
        """Open the vault of a database to write to it; with the first identity the newest key, or a new one, is used.

        Raises:
            IdentityKeyError: The key that the database uses is not at hand, or none can be made.
        """
        if not cls.is_keyed(connection):
            _refuse_a_second_key(connection)
            record_key(connection, keys.newest_or_made(), secrets.token_bytes(KEY_BYTES))
        return cls.reading(connection, keys)

    def seal(self, column: str, candidate_id: str, value: Json) -> bytes:
        """Return a value, sealed for a column (``table.column``) of one candidate and no other place."""
        written = _written(value).encode()
        # JSON may end in blanks, so the padding needs no taking off.
        return self.cipher.seal(written + b" " * (-len(written) % _PADDING), _place(column, candidate_id))

    def unseal(self, column: str, candidate_id: str, sealed: bytes) -> Any:
        """Return the value sealed.

        Raises:
            StoreError: It was changed, or belongs to another row or column.
        """
        try:
            return json.loads(self.cipher.unseal(sealed, _place(column, candidate_id)).decode())
        except ValueError as error:
            message = (
                f"{column} of candidate {candidate_id} cannot be decrypted: it was changed or moved since it was "
                "written; restore the database from a backup."
            )
            raise StoreError(message) from error

    def seal_row(self, table: str, candidate_id: str, said: Mapping[str, Json]) -> dict[str, bytes]:
        """Return the columns of one row, each sealed."""
        return {name: self.seal(f"{table}.{name}", candidate_id, value) for name, value in said.items()}

    def unseal_row(self, table: str, candidate_id: str, row: Mapping[Any, Any], names: Iterable[str]) -> dict[str, Any]:
        """Return those columns of a row that hold something, each unsealed."""
        return {
            name: self.unseal(f"{table}.{name}", candidate_id, row[name]) for name in names if row[name] is not None
        }

    def code(self, purpose: str, *parts: str) -> str:
        """Return the HMAC-SHA-256 (hexadecimal) that tells equal parts again without keeping them, for one purpose."""
        return keyed_code(self.lookup_secret, purpose, *parts)


def keyed_code(secret: bytes, purpose: str, *parts: str) -> str:
    """Return an HMAC-SHA-256 (hexadecimal) over a purpose and its parts."""
    return hmac.digest(secret, json.dumps([purpose, *parts]).encode(), "sha256").hex()


def record_key(connection: Connection, key: IdentityKey, lookup_secret: bytes) -> None:
    """Write down which key the database uses from now on."""
    sealed = Cipher(key.secret).seal(lookup_secret, _place_of_secret(key))
    connection.execute(insert(IDENTITY_KEYS), [{"id": key.id, "since": datetime.now(UTC), "lookup_secret": sealed}])


def _key_called(name: str, keys: KeySource, connection: Connection) -> IdentityKey:
    """Return the key with that id.

    Raises:
        IdentityKeyError: It is not at hand; the message says what to do.
    """
    held = keys.held()
    for key in held:
        if key.id == name:
            return key
    others = f" (there: {', '.join(key.id for key in held)})" if held else ""
    raise IdentityKeyError(
        f"Identities in {connection.engine.url.render_as_string(hide_password=True)} are encrypted with key {name}, "
        f"which neither {keys.file} nor {VARIABLE} holds{others}: put the key file back from its backup. Until then "
        "nobody is loaded, exported or erased; if the key is lost for good nobody can read them, and cohorts "
        "can only be loaded again into a new database."
    )


def _refuse_a_second_key(connection: Connection) -> None:
    if connection.execute(text("SELECT 1 FROM persons LIMIT 1")).first():
        message = (
            "The database holds identities but no longer says with which key they are encrypted: "
            "restore it from a backup."
        )
        raise IdentityKeyError(message)


def _place(column: str, candidate_id: str) -> bytes:
    return f"{column}:{candidate_id}".encode()


def _place_of_secret(key: IdentityKey) -> bytes:
    return _place("identity_keys.lookup_secret", key.id)
