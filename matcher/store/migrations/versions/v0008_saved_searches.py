"""Saved searches, and who stood in their results when they were last opened."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0008"
down_revision = "0007"

ID = sa.String(32)
NESTED = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "saved_searches",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("organisation", sa.Text()),
        sa.Column("vacancy", NESTED, nullable=False),
        sa.Column("is_held", sa.Boolean(), nullable=False),
        sa.Column("terms", NESTED, nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_saved_searches"),
    )
    op.create_index("ix_saved_searches_owner", "saved_searches", ["owner"])
    op.create_table(
        "saved_search_results",
        sa.Column("search_id", ID, nullable=False),
        sa.Column("candidate_id", ID, nullable=False),
        sa.PrimaryKeyConstraint("search_id", "candidate_id", name="pk_saved_search_results"),
        sa.ForeignKeyConstraint(
            ["search_id"],
            ["saved_searches.id"],
            name="fk_saved_search_results_search_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidates.id"],
            name="fk_saved_search_results_candidate_id",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_saved_search_results_candidate_id", "saved_search_results", ["candidate_id"])
