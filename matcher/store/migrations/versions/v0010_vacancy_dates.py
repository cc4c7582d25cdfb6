"""The dates that people set for vacancies, beside those of the file."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the table; no vacancy has dates of its own before somebody sets them."""
    op.create_table(
        "vacancy_dates",
        sa.Column("vacancy_id", sa.String(32), nullable=False),
        sa.Column("opens", sa.Date()),
        sa.Column("closes", sa.Date()),
        sa.Column("file_opens", sa.Date()),
        sa.Column("file_closes", sa.Date()),
        sa.Column("set_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("vacancy_id", name="pk_vacancy_dates"),
        sa.ForeignKeyConstraint(
            ["vacancy_id"], ["vacancies.id"], name="fk_vacancy_dates_vacancy_id_vacancies", ondelete="CASCADE"
        ),
    )
