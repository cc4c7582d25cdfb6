"""What people decide about the meaning of phrases: confirmed or rejected, by whom, for one or all, undone or not."""

from __future__ import annotations

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

ID = sa.String(32)


def upgrade() -> None:
    """Create the table; a link that was confirmed before becomes the decision of somebody unknown."""
    decisions = op.create_table(
        "link_decisions",
        sa.Column("id", ID, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("phrase", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("uri", sa.Text()),
        sa.Column("candidate_id", ID),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_by", sa.Text()),
        sa.Column("undone_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_link_decisions"),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidates.id"], name="fk_link_decisions_candidate_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_link_decisions_candidate_id", "link_decisions", ["candidate_id"])
    confirmed = sa.table(
        "confirmed_links",
        *(sa.column(name) for name in ("kind", "phrase", "text", "uri")),
        sa.column("confirmed_at", sa.DateTime(timezone=True)),
    )
    rows = [
        {"id": uuid4().hex, "made_by": "", "made_at": row["confirmed_at"]}
        | {name: row[name] for name in ("kind", "phrase", "text", "uri")}
        for row in op.get_bind().execute(sa.select(confirmed)).mappings()
    ]
    if rows:
        op.bulk_insert(decisions, rows)
    op.drop_table("confirmed_links")
