"""Lawful bases, objections, tombstones, the audit log and what was ranked; candidates know when they last changed.

Who is held already gets the default basis of the scheme, marked as assumed: an upgrade must empty no ranking. A load
with ``--basis`` puts in its place what a person declares.
"""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from taxonomies.schemes import schemes

revision = "0003"
down_revision = "0002"

ID = sa.String(32)
WORD = sa.String(32)
DIGEST = sa.String(64)
NESTED = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Create the tables; whoever is held already counts as changed today."""
    op.add_column("candidates", sa.Column("changed_on", sa.Date()))
    candidates = sa.table("candidates", sa.column("changed_on", sa.Date()))
    op.execute(candidates.update().values(changed_on=date.today()))
    _assume_bases(_create_bases())
    _create_audit_log()
    _create_rankings()


def _assume_bases(bases: sa.Table) -> None:
    candidates = sa.table("candidates", sa.column("id"), sa.column("scheme"))
    for name, scheme in schemes().items():
        rules = scheme.data_protection
        said = sa.literal(rules.purpose), sa.literal(rules.basis), sa.true()
        query = sa.select(candidates.c.id, *said).where(candidates.c.scheme == name)
        op.execute(bases.insert().from_select(["candidate_id", "purpose", "basis", "assumed"], query))


def _create_bases() -> sa.Table:
    bases = op.create_table(
        "lawful_bases",
        sa.Column("candidate_id", ID, nullable=False),
        sa.Column("purpose", WORD, nullable=False),
        sa.Column("basis", WORD, nullable=False),
        sa.Column("given_on", sa.Date()),
        sa.Column("given_how", sa.Text()),
        sa.Column("expires_on", sa.Date()),
        sa.Column("withdrawn_on", sa.Date()),
        sa.Column("assumed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("candidate_id", "purpose", name="pk_lawful_bases"),
        _owner("lawful_bases"),
    )
    op.create_table(
        "objections",
        sa.Column("candidate_id", ID, nullable=False),
        sa.Column("objected_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("candidate_id", name="pk_objections"),
        _owner("objections"),
    )
    op.create_table(
        "tombstones",
        sa.Column("mark", DIGEST, nullable=False),
        sa.Column("erased_on", sa.Date(), nullable=False),
        sa.Column("cause", WORD, nullable=False),
        sa.PrimaryKeyConstraint("mark", name="pk_tombstones"),
    )
    return bases


def _owner(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["candidate_id"], ["candidates.id"], name=f"fk_{table}_candidate_id", ondelete="CASCADE"
    )


def _create_audit_log() -> None:
    op.create_table(
        "audit_log",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", WORD, nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("role", WORD, nullable=False),
        sa.Column("action", WORD, nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("purpose", sa.String(64), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("previous", DIGEST, nullable=False),
        sa.Column("hash", DIGEST, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_audit_log"),
    )
    op.create_index("ix_audit_log_at", "audit_log", ["at"])
    op.create_index("ix_audit_log_subject", "audit_log", ["subject"])
    op.create_table(
        "audit_seals",
        sa.Column("place", sa.String(8), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("hash", DIGEST, nullable=False),
        sa.Column("seal", DIGEST, nullable=False),
        sa.PrimaryKeyConstraint("place", name="pk_audit_seals"),
    )


def _create_rankings() -> None:
    op.create_table(
        "rankings",
        sa.Column("id", ID, nullable=False),
        sa.Column("at", WORD, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("pool", DIGEST, nullable=False),
        sa.Column("vacancies", NESTED, nullable=False),
        sa.Column("terms", NESTED, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rankings"),
    )
    op.create_table(
        "ranking_pools",
        sa.Column("pool", DIGEST, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("candidate_id", ID, nullable=False),
        sa.Column("mark", DIGEST, nullable=False),
        sa.PrimaryKeyConstraint("pool", "number", name="pk_ranking_pools"),
    )
    op.create_table(
        "ranking_places",
        sa.Column("ranking_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("vacancy_id", ID, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("candidate_id", ID, nullable=False),
        sa.Column("score", sa.Double()),
        sa.Column("mark", DIGEST, nullable=False),
        sa.PrimaryKeyConstraint("ranking_id", "number", name="pk_ranking_places"),
    )
    op.create_index("ix_ranking_places_candidate_id", "ranking_places", ["candidate_id"])
    op.create_table(
        "ranking_vacancies",
        sa.Column("digest", DIGEST, nullable=False),
        sa.Column("content", NESTED, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_ranking_vacancies"),
    )
