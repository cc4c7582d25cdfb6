"""What all tables share: one metadata, one JSON type, one way of naming keys, and the revision they stand for."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, LargeBinary, MetaData, String
from sqlalchemy.dialects.postgresql import JSONB

REVISION = "0013"
"""The migration that leaves a database as these tables describe it; a test keeps it equal to the newest one."""

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)

SEALED_FOR, COPIED_AS = "sealed_for", "copied_as"

ID = String(32)
MOMENT = String(32)
"""A time in UTC, in ISO 8601: it sorts as it passes, and no database gives it back in another zone."""
NESTED = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def owned_by(column: str) -> ForeignKey:
    """Return a foreign key whose row goes when the row it belongs to goes."""
    return ForeignKey(column, ondelete="CASCADE")


def sealed(name: str, owner: str = "candidate_id", *, nullable: bool = True) -> Column[bytes]:
    """Return a column that holds JSON sealed by the vault for the candidate whose id stands in the column ``owner``.

    A rotation of keys finds all such columns by this mark.
    """
    return Column(name, LargeBinary, nullable=nullable, info={SEALED_FOR: owner})
