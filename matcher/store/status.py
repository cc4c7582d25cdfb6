"""The table of what the law needs to know. The leg stands here too: an origin says much of what a nationality says."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Date, Table, Text

from matcher.records import Candidate
from matcher.store.codec import encode, to_columns
from matcher.store.schema import ID, METADATA, NESTED, owned_by

LEGAL_STATUSES = Table(
    "legal_statuses",
    METADATA,
    Column("candidate_id", ID, owned_by("candidates.id"), primary_key=True),
    Column("nationality", Text),
    Column("birth_date", Date),
    Column("residence_status", Text),
    Column("events", NESTED),
    Column("leg", NESTED),
)


def status_row(candidate: Candidate) -> dict[str, Any]:
    """Return the candidate's row in ``legal_statuses``."""
    return {
        "candidate_id": candidate.id,
        **to_columns(candidate.status),
        "leg": None if candidate.leg is None else encode(candidate.leg),
    }
