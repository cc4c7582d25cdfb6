"""What vacancies say that the law asks about: codes, hours, places, function level, postings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0005"
down_revision = "0004"

NESTED = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Add the columns; what was not asked before stays unknown."""
    with op.batch_alter_table("vacancies") as table:
        for name in ("codes", "seat", "further_workplaces", "sectors", "driving_licences", "postings"):
            table.add_column(sa.Column(name, NESTED))
        table.add_column(sa.Column("hours", sa.Double()))
        table.add_column(sa.Column("full_time", sa.Boolean()))
        table.add_column(sa.Column("starts", sa.Date()))
        table.add_column(sa.Column("vks", sa.Integer()))
        table.add_column(sa.Column("joint_committee", sa.Text()))
        table.add_column(sa.Column("follows_scale", sa.Boolean()))
        table.add_column(sa.Column("transfer", sa.Boolean()))
        table.add_column(sa.Column("url", sa.Text()))
