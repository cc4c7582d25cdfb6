"""Marks by which processes know whether the copies that they hold are still true."""

from __future__ import annotations

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the table with a first mark for each family of copies."""
    table = op.create_table(
        "revisions",
        sa.Column("family", sa.String(16), nullable=False),
        sa.Column("mark", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("family", name="pk_revisions"),
    )
    families = ("profiles", "vacancies", "standings", "links")
    op.bulk_insert(table, [{"family": family, "mark": uuid4().hex} for family in families])
