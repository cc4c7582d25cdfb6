"""Removing one person from every table."""

from __future__ import annotations

from sqlalchemy import Connection, delete

from matcher.store.bulk import in_portions
from matcher.store.cohorts import CANDIDATES
from matcher.store.held import Burial
from matcher.store.links import CONFIRMED_LINKS
from matcher.store.rankings import forget_scores
from matcher.store.tombstones import bury


def erase(connection: Connection, candidate_id: str, burial: Burial) -> None:
    """Delete the person; tables that hang on the candidate lose their rows by their foreign keys."""
    forget_scores(connection, candidate_id)
    for some in in_portions(sorted(burial.phrases)):
        connection.execute(delete(CONFIRMED_LINKS).where(CONFIRMED_LINKS.c.phrase.in_(some)))
    connection.execute(delete(CANDIDATES).where(CANDIDATES.c.id == candidate_id))
    bury(connection, burial.marks, burial.stone)
