"""Shortlists: named lists, the candidates on them, and every stage they were given."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0007"
down_revision = "0006"

ID = sa.String(32)
NESTED = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "shortlists",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("vacancy_id", ID),
        sa.Column("vacancy", NESTED),
        sa.Column("organisation", sa.String(64)),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.String(32), nullable=False),
        sa.Column("removed_at", sa.String(32)),
        sa.Column("removed_act", ID),
        sa.PrimaryKeyConstraint("id", name="pk_shortlists"),
    )
    op.create_table(
        "shortlist_entries",
        sa.Column("id", ID, nullable=False),
        sa.Column("shortlist_id", ID, nullable=False),
        sa.Column("candidate_id", ID, nullable=False),
        sa.Column("vacancy_id", ID, nullable=False),
        sa.Column("vacancy", NESTED, nullable=False),
        sa.Column("match", NESTED, nullable=False),
        sa.Column("ranking_id", ID),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("added_at", sa.String(32), nullable=False),
        sa.Column("note", sa.LargeBinary()),
        sa.Column("suits", sa.Boolean()),
        sa.Column("suits_reasons", NESTED),
        sa.Column("removed_at", sa.String(32)),
        sa.Column("removed_act", ID),
        sa.PrimaryKeyConstraint("id", name="pk_shortlist_entries"),
        sa.ForeignKeyConstraint(
            ["shortlist_id"],
            ["shortlists.id"],
            name="fk_shortlist_entries_shortlist_id_shortlists",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidates.id"],
            name="fk_shortlist_entries_candidate_id_candidates",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_shortlist_entries_shortlist_id", "shortlist_entries", ["shortlist_id"])
    op.create_index("ix_shortlist_entries_candidate_id", "shortlist_entries", ["candidate_id"])
    op.create_table(
        "shortlist_steps",
        sa.Column("id", ID, nullable=False),
        sa.Column("entry_id", ID, nullable=False),
        sa.Column("candidate_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("reason", sa.LargeBinary()),
        sa.Column("act", ID, nullable=False),
        sa.Column("set_by", sa.Text(), nullable=False),
        sa.Column("set_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_shortlist_steps"),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["shortlist_entries.id"],
            name="fk_shortlist_steps_entry_id_shortlist_entries",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidates.id"],
            name="fk_shortlist_steps_candidate_id_candidates",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_shortlist_steps_entry_id", "shortlist_steps", ["entry_id"])
    op.create_index("ix_shortlist_steps_candidate_id", "shortlist_steps", ["candidate_id"])
    op.create_index("ix_shortlist_steps_act", "shortlist_steps", ["act"])
