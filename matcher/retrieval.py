"""Which candidates are compared in full: all of them while that is fast, else the likely ones, after the filters."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from matcher.evidence import Opening, Pool, Relations
from matcher.index import VectorIndex

SAME_MINOR_GROUP = 0.5  # closeness of occupations that share three digits of ISCO
EXHAUSTIVE = 20_000  # candidates compared in full in well under a second


class Retriever:
    """Chooses rows of one pool for an opening."""

    def __init__(self, pool: Pool, relations: Relations, *, exhaustive: int = EXHAUSTIVE) -> None:
        self.pool = pool
        self._relations = relations
        self._exhaustive = exhaustive
        self._index = VectorIndex(pool.vectors) if len(pool) > exhaustive else None

    @property
    def is_exhaustive(self) -> bool:
        """Tell whether everybody is compared."""
        return self._index is None

    def rows(self, opening: Opening, allowed: NDArray[np.int64], nearest: int) -> NDArray[np.int64]:
        """Return the rows to compare, ascending, all among ``allowed``.

        A large pool is narrowed to the ``nearest`` profiles by meaning (searched within ``allowed``, not filtered
        afterwards) united with everyone who shares a linked skill or comes from the occupation's minor group.
        """
        if self._index is None or len(allowed) <= self._exhaustive:
            return np.sort(allowed)
        _, near = self._index.search((opening.vector + opening.title_vector)[None, :], nearest, allowed)
        sharing = np.intersect1d(self._sharing(opening), allowed)
        chosen: NDArray[np.int64] = np.union1d(near[0], sharing)
        return chosen

    def _sharing(self, opening: Opening) -> NDArray[np.int64]:
        asked = [link.uri for link in opening.requirement_links if link.uri]
        related = {uri for one in asked for uri in self._relations.related_skills(one)}
        jobs = [link.uri for link in opening.occupations if link.uri]
        skills, titles = self.pool.skills, self.pool.titles
        near = {
            uri: closeness
            for job in jobs
            for uri, closeness in self._relations.close_occupations(job, titles.columns.uris).items()
            if closeness >= SAME_MINOR_GROUP
        }
        by_skill, _ = skills.columns.having(dict.fromkeys(related, 1.0))
        by_title, _ = titles.columns.having(near)
        return np.union1d(skills.owners[by_skill], titles.owners[by_title])
