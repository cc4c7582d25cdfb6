"""From when on candidates can begin, and in which Regions of Belgium they would work."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0012"
down_revision = "0011"

NESTED = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Add the columns; of those who are held it is not known."""
    with op.batch_alter_table("profiles") as table:
        table.add_column(sa.Column("available", sa.Date()))
        table.add_column(sa.Column("regions", NESTED))
