"""The table of who a candidate is: person, the sender's key, unread columns, own words and where it all was read.

Unread columns, the sender's own key and the profile as stated may name a person, so they stand here, never beside
the masked profile.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKeyConstraint, String, Table, Text, UniqueConstraint

from matcher.records import Candidate
from matcher.store.codec import encode, to_columns
from matcher.store.schema import ID, METADATA, NESTED

PERSONS = Table(
    "persons",
    METADATA,
    Column("candidate_id", ID, primary_key=True),
    Column("scheme", String(64), nullable=False),
    Column("key", Text, nullable=False),
    Column("name", Text),
    Column("gender", Text),
    Column("email", Text),
    Column("phone", Text),
    Column("source", NESTED, nullable=False),
    Column("extra", NESTED),
    Column("stated", NESTED),
    Column("content_hash", String(64), nullable=False),
    UniqueConstraint("scheme", "key"),
    # The scheme is written twice so that the database itself keeps (scheme, key) unique; this keeps the two equal.
    ForeignKeyConstraint(["candidate_id", "scheme"], ["candidates.id", "candidates.scheme"], ondelete="CASCADE"),
)


def person_row(candidate: Candidate, content_hash: str) -> dict[str, Any]:
    """Return the candidate's row in ``persons``."""
    return {
        "candidate_id": candidate.id,
        "scheme": candidate.scheme,
        "key": candidate.key,
        **to_columns(candidate.person),
        "source": encode(candidate.source),
        "extra": [list(pair) for pair in candidate.extra] or None,
        "stated": None if candidate.stated is None else encode(candidate.stated),
        "content_hash": content_hash,
    }
