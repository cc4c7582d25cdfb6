"""What all tables share: one metadata, one JSON type, one way of naming keys, and the revision they stand for."""

from __future__ import annotations

from sqlalchemy import JSON, ForeignKey, MetaData, String
from sqlalchemy.dialects.postgresql import JSONB

REVISION = "0001"
"""The migration that leaves a database as these tables describe it; a test keeps it equal to the newest one."""

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)

ID = String(32)
NESTED = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def owned_by(column: str) -> ForeignKey:
    """Return a foreign key whose row goes when the row it belongs to goes."""
    return ForeignKey(column, ondelete="CASCADE")
