"""A mark by which processes know whether what they hold of legal statuses is still true."""

from __future__ import annotations

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add the first mark of the family."""
    table = sa.table("revisions", sa.column("family", sa.String), sa.column("mark", sa.String))
    op.bulk_insert(table, [{"family": "statuses", "mark": uuid4().hex}])
