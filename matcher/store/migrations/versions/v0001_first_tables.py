"""The first tables: candidates in separate parts, vacancies, their histories, confirmed links."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None

ID = sa.String(32)
HASH = sa.String(64)
SCHEME = sa.String(64)
NESTED = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Create the tables."""
    _create_candidates()
    _create_profiles()
    _create_vacancies()
    for noun, owner in (("candidate", "candidates"), ("vacancy", "vacancies")):
        _create_history(f"{noun}_history", owner)
    _create_links()


def _create_candidates() -> None:
    op.create_table(
        "candidates",
        sa.Column("id", ID, nullable=False),
        sa.Column("scheme", SCHEME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_candidates"),
        sa.UniqueConstraint("id", "scheme", name="uq_candidates_id_scheme"),
    )
    op.create_index("ix_candidates_scheme", "candidates", ["scheme"])
    op.create_table(
        "persons",
        sa.Column("candidate_id", ID, nullable=False),
        sa.Column("scheme", SCHEME, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text()) for name in ("name", "gender", "email", "phone")),
        sa.Column("source", NESTED, nullable=False),
        sa.Column("extra", NESTED),
        sa.Column("stated", NESTED),
        sa.Column("content_hash", HASH, nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id", "scheme"],
            ["candidates.id", "candidates.scheme"],
            name="fk_persons_candidate_id_scheme",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("candidate_id", name="pk_persons"),
        sa.UniqueConstraint("scheme", "key", name="uq_persons_scheme_key"),
    )


def _create_profiles() -> None:
    op.create_table(
        "legal_statuses",
        sa.Column("candidate_id", ID, nullable=False),
        sa.Column("nationality", sa.Text()),
        sa.Column("birth_date", sa.Date()),
        sa.Column("residence_status", sa.Text()),
        sa.Column("events", NESTED),
        sa.Column("leg", NESTED),
        *_keys("legal_statuses"),
    )
    op.create_table(
        "profiles",
        sa.Column("candidate_id", ID, nullable=False),
        *(sa.Column(name, NESTED) for name in ("occupations", "skills", "experience", "education", "languages")),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("wishes", NESTED),
        *_keys("profiles"),
    )


def _keys(table: str) -> tuple[sa.PrimaryKeyConstraint, sa.ForeignKeyConstraint]:
    return (
        sa.PrimaryKeyConstraint("candidate_id", name=f"pk_{table}"),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidates.id"], name=f"fk_{table}_candidate_id", ondelete="CASCADE"
        ),
    )


def _create_vacancies() -> None:
    op.create_table(
        "vacancies",
        sa.Column("id", ID, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("source", NESTED, nullable=False),
        sa.Column("employer", sa.Text()),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("requirements", NESTED),
        sa.Column("languages", NESTED),
        sa.Column("openings", sa.Integer(), nullable=False),
        sa.Column("contract", sa.Text()),
        sa.Column("wage", NESTED),
        sa.Column("workplace", NESTED),
        sa.Column("eqf", sa.Integer()),
        sa.Column("years", sa.Double()),
        sa.Column("opens", sa.Date()),
        sa.Column("closes", sa.Date()),
        sa.Column("extra", NESTED),
        sa.Column("content_hash", HASH, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_vacancies"),
        sa.UniqueConstraint("key", name="uq_vacancies_key"),
    )


def _create_history(table: str, owner: str) -> None:
    op.create_table(
        table,
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("record_id", ID, nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", NESTED, nullable=False),
        sa.PrimaryKeyConstraint("entry", name=f"pk_{table}"),
        sa.ForeignKeyConstraint(["record_id"], [f"{owner}.id"], name=f"fk_{table}_record_id", ondelete="CASCADE"),
    )
    op.create_index(f"ix_{table}_record_id", table, ["record_id"])


def _create_links() -> None:
    op.create_table(
        "confirmed_links",
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("phrase", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("uri", sa.Text(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("kind", "phrase", name="pk_confirmed_links"),
    )
