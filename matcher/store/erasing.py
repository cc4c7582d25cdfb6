"""Removing one person from every table."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete

from matcher.store.cohorts import CANDIDATES
from matcher.store.held import Burial
from matcher.store.links import forget_phrases
from matcher.store.rankings import forget_scores
from matcher.store.tombstones import bury


def erase(connection: Connection, candidate_ids: Sequence[str], burial: Burial) -> None:
    """Delete a person's records, all at once, for merged ones hang together; other tables lose their rows by keys."""
    for candidate_id in candidate_ids:
        forget_scores(connection, candidate_id)
    forget_phrases(connection, burial.phrases)
    connection.execute(delete(CANDIDATES).where(CANDIDATES.c.id.in_(candidate_ids)))
    bury(connection, burial.marks, burial.stone)
