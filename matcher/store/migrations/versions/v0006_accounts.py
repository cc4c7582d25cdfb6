"""Accounts, the organisations they work for, what is shared with those, and browsers that are signed in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0006"
down_revision = "0005"

ID = sa.String(32)
MOMENT = sa.String(32)
NESTED = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Create the tables, empty: without an account the program is open to whoever sits at it, as before."""
    op.create_table(
        "organisations",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organisations"),
        sa.UniqueConstraint("name", name="uq_organisations_name"),
    )
    op.create_table(
        "accounts",
        sa.Column("id", ID, nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("schemes", NESTED),
        sa.Column("organisation_id", ID),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sa.UniqueConstraint("login", name="uq_accounts_login"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], name="fk_accounts_organisation_id"),
    )
    _create_browser_sessions()
    _create_shares()


def _create_browser_sessions() -> None:
    op.create_table(
        "browser_sessions",
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("account_id", ID, nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name="pk_browser_sessions"),
        _owner("browser_sessions", "account_id", "accounts"),
    )
    op.create_index("ix_browser_sessions_account_id", "browser_sessions", ["account_id"])


def _create_shares() -> None:
    op.create_table(
        "shares",
        sa.Column("id", ID, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("candidate_id", ID),
        sa.Column("vacancy_id", ID),
        sa.Column("scheme", sa.String(64)),
        sa.PrimaryKeyConstraint("id", name="pk_shares"),
        _owner("shares", "organisation_id", "organisations"),
        _owner("shares", "candidate_id", "candidates"),
        _owner("shares", "vacancy_id", "vacancies"),
    )
    for column in ("organisation_id", "candidate_id", "vacancy_id"):
        op.create_index(f"ix_shares_{column}", "shares", [column])


def _owner(table: str, column: str, owner: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{owner}.id"], name=f"fk_{table}_{column}", ondelete="CASCADE")
