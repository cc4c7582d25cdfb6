"""The table of what a candidate can do and wants: all that a score may look at, and no more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, Connection, Date, Table, Text, select

from matcher.records import Candidate, ProfessionalProfile
from matcher.store.bulk import collection_paused
from matcher.store.codec import from_columns, to_columns
from matcher.store.cohorts import CANDIDATES
from matcher.store.held import HeldProfile
from matcher.store.revisions import Copied
from matcher.store.schema import COPIED_AS, ID, METADATA, NESTED, owned_by

PROFILES = Table(
    "profiles",
    METADATA,
    Column("candidate_id", ID, owned_by("candidates.id"), primary_key=True),
    Column("occupations", NESTED),
    Column("skills", NESTED),
    Column("experience", NESTED),
    Column("education", NESTED),
    Column("languages", NESTED),
    Column("summary", Text, nullable=False),
    Column("wishes", NESTED),
    Column("available", Date),
    Column("regions", NESTED),
    info={COPIED_AS: (Copied.PROFILES,)},
)


def profile_row(candidate: Candidate) -> dict[str, Any]:
    """Return the candidate's row in ``profiles``."""
    return {"candidate_id": candidate.id, **to_columns(candidate.profile)}


def read_profiles(connection: Connection, before: Iterable[HeldProfile] | None = None) -> tuple[HeldProfile, ...]:
    """Read profiles by id, touching no table but the spine and the profiles.

    One that says what it said ``before`` stays that very object, so that what was worked out of it is known to hold.
    """
    query = select(CANDIDATES.c.id, CANDIDATES.c.scheme, PROFILES).join_from(CANDIDATES, PROFILES)
    known = {held.id: held for held in before or ()}
    with collection_paused():
        read = (
            HeldProfile(row["id"], row["scheme"], from_columns(ProfessionalProfile, row))
            for row in connection.execute(query.order_by(CANDIDATES.c.id)).mappings()
        )
        return tuple(known[held.id] if known.get(held.id) == held else held for held in read)
