"""Identity, legal status and past candidates encrypted, with the key that the database uses written beside them.

The tables are written anew and the old ones dropped, since a database keeps what it updates or takes out of a row for
long in its files.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import sqlalchemy as sa
from alembic import context, op
from sqlalchemy.dialects.postgresql import JSONB

from matcher.store.cipher import Cipher
from matcher.store.keys import KeySource

revision = "0002"
down_revision = "0001"

ID = sa.String(32)
CODE = sa.String(64)
NESTED = sa.JSON().with_variant(JSONB(), "postgresql")
PORTION = 1_000

OLD_PERSONS = sa.table(
    "plain_persons",
    *(sa.column(name) for name in ("candidate_id", "scheme", "key", "name", "gender", "email", "phone")),
    *(sa.column(name, NESTED) for name in ("source", "extra", "stated")),
    sa.column("content_hash"),
)
OLD_STATUSES = sa.table(
    "plain_legal_statuses",
    sa.column("candidate_id"),
    sa.column("nationality"),
    sa.column("birth_date", sa.Date()),
    sa.column("residence_status"),
    sa.column("events", NESTED),
    sa.column("leg", NESTED),
)
OLD_HISTORY = sa.table(
    "plain_candidate_history",
    sa.column("entry"),
    sa.column("record_id"),
    sa.column("replaced_at", sa.DateTime(timezone=True)),
    sa.column("content", NESTED),
)

Row = Mapping[Any, Any]


class Sealer:
    """Seals a value for a candidate and a column, as revision 0002 does."""

    def __init__(self, key: bytes, lookup_secret: bytes) -> None:
        self._cipher = Cipher(key)
        self._lookup_secret = lookup_secret

    def seal(self, column: str, owner: str, value: object) -> bytes | None:
        if value is None:
            return None
        if isinstance(value, date):
            value = value.isoformat()
        written = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        padded = written + b" " * (-len(written) % 32)
        return self._cipher.seal(padded, f"{column}:{owner}".encode())

    def key_code(self, scheme: str, key: str) -> str:
        return hmac.digest(self._lookup_secret, json.dumps(["key", scheme, key]).encode(), "sha256").hex()


def upgrade() -> None:
    """Encrypt what the tables hold."""
    keys = _create_keys()
    for table in ("persons", "legal_statuses", "candidate_history"):
        op.execute(f"CREATE TABLE plain_{table} AS SELECT * FROM {table}")
    op.drop_index("ix_candidate_history_record_id", "candidate_history")
    for table in ("persons", "legal_statuses", "candidate_history"):
        op.drop_table(table)
    new_tables = _create_persons(), _create_statuses(), _create_history()
    if op.get_bind().execute(sa.select(OLD_PERSONS.c.candidate_id).limit(1)).first():
        sealer = _sealer_in_use(keys)
        for old, new, seal in zip(
            (OLD_PERSONS, OLD_STATUSES, OLD_HISTORY), new_tables, (_person, _status, _past), strict=True
        ):
            _move(old, new, partial(seal, sealer))
    for old in (OLD_PERSONS, OLD_STATUSES, OLD_HISTORY):
        op.drop_table(old.name)


def _sealer_in_use(table: sa.Table) -> Sealer:
    source: KeySource = context.config.attributes["keys"]
    key, lookup_secret = source.newest_or_made(), secrets.token_bytes(32)
    sealed = Cipher(key.secret).seal(lookup_secret, f"identity_keys.lookup_secret:{key.id}".encode())
    op.bulk_insert(table, [{"id": key.id, "since": datetime.now(UTC), "lookup_secret": sealed}])
    return Sealer(key.secret, lookup_secret)


def _move(old: sa.TableClause, new: sa.Table, sealed: Callable[[Row], dict[str, Any]]) -> None:
    query = sa.select(old)
    if "entry" in old.c:
        query = query.order_by(old.c.entry)  # numbered anew in the same order
    rows = op.get_bind().execute(query, execution_options={"yield_per": PORTION}).mappings()
    for portion in rows.partitions():
        op.bulk_insert(new, [sealed(row) for row in portion])


def _person(sealer: Sealer, row: Row) -> dict[str, Any]:
    owner, scheme, key = row["candidate_id"], row["scheme"], row["key"]
    plain = ("candidate_id", "scheme")
    values = {name: sealer.seal(f"persons.{name}", owner, row[name]) for name in row if name not in plain}
    return {"candidate_id": owner, "scheme": scheme, "key_code": sealer.key_code(scheme, key), **values}


def _status(sealer: Sealer, row: Row) -> dict[str, Any]:
    owner = row["candidate_id"]
    values = {name: sealer.seal(f"legal_statuses.{name}", owner, row[name]) for name in row if name != "candidate_id"}
    return {"candidate_id": owner, **values}


def _past(sealer: Sealer, row: Row) -> dict[str, Any]:
    content = sealer.seal("candidate_history.content", row["record_id"], row["content"])
    return {"record_id": row["record_id"], "replaced_at": row["replaced_at"], "content": content}


def _create_keys() -> sa.Table:
    return op.create_table(
        "identity_keys",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lookup_secret", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_identity_keys"),
    )


def _create_persons() -> sa.Table:
    return op.create_table(
        "persons",
        sa.Column("candidate_id", ID, nullable=False),
        sa.Column("scheme", sa.String(64), nullable=False),
        sa.Column("key_code", CODE, nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        *(sa.Column(name, sa.LargeBinary()) for name in ("name", "gender", "email", "phone")),
        sa.Column("source", sa.LargeBinary(), nullable=False),
        *(sa.Column(name, sa.LargeBinary()) for name in ("extra", "stated")),
        sa.Column("content_hash", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id", "scheme"],
            ["candidates.id", "candidates.scheme"],
            name="fk_persons_candidate_id_scheme",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("candidate_id", name="pk_persons"),
        sa.UniqueConstraint("scheme", "key_code", name="uq_persons_scheme_key_code"),
    )


def _create_statuses() -> sa.Table:
    names = ("nationality", "birth_date", "residence_status", "events", "leg")
    return op.create_table(
        "legal_statuses",
        sa.Column("candidate_id", ID, nullable=False),
        *(sa.Column(name, sa.LargeBinary()) for name in names),
        sa.PrimaryKeyConstraint("candidate_id", name="pk_legal_statuses"),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidates.id"], name="fk_legal_statuses_candidate_id", ondelete="CASCADE"
        ),
    )


def _create_history() -> sa.Table:
    table = op.create_table(
        "candidate_history",
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("record_id", ID, nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("entry", name="pk_candidate_history"),
        sa.ForeignKeyConstraint(
            ["record_id"], ["candidates.id"], name="fk_candidate_history_record_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_candidate_history_record_id", "candidate_history", ["record_id"])
    return table
