"""What people decide about two records of one person, and the records that were merged, whole."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0004"
down_revision = "0003"

ID = sa.String(32)
NESTED = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "arrivals",
        sa.Column("candidate_id", ID, nullable=False),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("candidate_id", name="pk_arrivals"),
        _candidate("arrivals", "candidate_id"),
    )
    op.create_table(
        "duplicate_decisions",
        sa.Column("id", ID, nullable=False),
        sa.Column("decision", sa.String(16), nullable=False),
        sa.Column("left_id", ID, nullable=False),
        sa.Column("right_id", ID, nullable=False),
        sa.Column("taken", NESTED, nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_by", sa.Text()),
        sa.Column("undone_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_duplicate_decisions"),
        _candidate("duplicate_decisions", "left_id"),
        _candidate("duplicate_decisions", "right_id"),
    )
    for column in ("left_id", "right_id"):
        op.create_index(f"ix_duplicate_decisions_{column}", "duplicate_decisions", [column])
    op.create_table(
        "merge_members",
        sa.Column("record_id", ID, nullable=False),
        sa.Column("kept_id", ID),
        sa.Column("decision_id", ID),
        sa.Column("scheme", sa.String(64), nullable=False),
        sa.Column("key_code", sa.String(64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("content_hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("record_id", name="pk_merge_members"),
        _candidate("merge_members", "record_id"),
        _candidate("merge_members", "kept_id"),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["duplicate_decisions.id"],
            name="fk_merge_members_decision_id",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_merge_members_kept_id", "merge_members", ["kept_id"])
    op.create_index("ix_merge_members_scheme", "merge_members", ["scheme"])


def _candidate(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["candidates.id"], name=f"fk_{table}_{column}", ondelete="CASCADE")
