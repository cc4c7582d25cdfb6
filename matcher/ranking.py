"""Ranks what it is given: candidates for a vacancy, vacancies for a candidate. It opens no store and writes nothing."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from threading import Lock
from typing import Self

import numpy as np
from numpy.typing import NDArray

from matcher.evidence import Opening, Pool
from matcher.facets import FacetCounts, Mask
from matcher.filters import Filters
from matcher.fusion import Comparison, Fusion, ranked
from matcher.preparation import Preparer, Progress
from matcher.ready_pools import ReadyPool, ReadyPools
from matcher.records import Match, SkillRequirement, Source, Vacancy
from matcher.store import HeldProfile

MOST_ASKED = 30
"""Skills of a profile by which others like it are sought."""

NEAREST = 2_000  # profiles by meaning that a large pool is narrowed to
_COMPARISONS = 16  # kept, for whoever opens the same vacancy again or tries another filter


ALL = Filters()


@dataclass(frozen=True, slots=True)
class RankingRequest:
    """What is asked: the best ``k``, among those whom the filters let pass."""

    k: int
    filters: Filters = ALL


@dataclass(frozen=True, slots=True)
class ProfilePool:
    """Profiles that are held ready together, and the rows, ascending, of those among them who may be ranked."""

    everybody: Sequence[HeldProfile]
    rows: NDArray[np.int64]

    @classmethod
    def of(cls, profiles: Sequence[HeldProfile]) -> Self:
        """Take profiles all of whom may be ranked."""
        return cls(profiles, np.arange(len(profiles), dtype=np.int64))

    @property
    def profiles(self) -> list[HeldProfile]:
        """Those who may be ranked."""
        return [self.everybody[row] for row in self.rows]

    def within(self, mask: Mask) -> Self:
        """Return the pool of those of them whom a mask over everybody lets pass."""
        return replace(self, rows=self.rows[mask[self.rows]])

    def mask(self) -> Mask:
        """Return for everybody whether they may be ranked."""
        found = np.zeros(len(self.everybody), dtype=bool)
        found[self.rows] = True
        return found


class Ranker:
    """Ranks pools. Many threads may ask at once."""

    def __init__(self, preparer: Preparer, fusion: Fusion, ready: ReadyPools) -> None:
        self._preparer = preparer
        self._fusion = fusion
        self._ready = ready
        self._comparisons = _Comparisons()

    def for_vacancy(
        self, vacancy: Vacancy, pool: ProfilePool, request: RankingRequest, progress: Progress
    ) -> list[Match]:
        """Rank candidates for a vacancy: filters first, then the pool, then the evidence."""
        ready = self._ready.of(pool.everybody, progress)
        allowed = np.flatnonzero(_allowed(ready, pool, request.filters))
        if ready.retriever.is_exhaustive:
            return self._compared(vacancy, ready, progress).best(request.k, allowed)
        opening = self._preparer.opening(vacancy, progress)
        rows = ready.retriever.rows(opening, allowed, max(NEAREST, 10 * request.k))
        return self._fusion.compare(opening, ready.pool.of(rows)).best(request.k)

    def counts(self, pool: ProfilePool, filters: Filters, today: date, progress: Progress) -> FacetCounts:
        """Count who of a pool passes the filters, and who would with other values of each."""
        return self._ready.of(pool.everybody, progress).facets.counts(filters, pool.mask(), today)

    def allowed(self, pool: ProfilePool, filters: Filters, progress: Progress) -> Mask:
        """Return for everybody whether they are of a pool and pass the filters."""
        return _allowed(self._ready.of(pool.everybody, progress), pool, filters)

    def for_candidate(
        self, held: HeldProfile, vacancies: Sequence[Vacancy], request: RankingRequest, progress: Progress
    ) -> list[Match]:
        """Rank vacancies for a candidate."""
        pool = self._preparer.pool([(held.id, held.profile)], progress)
        openings = self._preparer.openings(vacancies, progress)
        comparisons = [self._fusion.compare(opening, pool) for opening in openings]
        scores = np.array([comparison.scores[0] for comparison in comparisons])
        order = ranked(scores, [vacancy.id for vacancy in vacancies])
        return [comparisons[number].match(0) for number in order[: request.k]]

    def for_all(
        self,
        vacancies: Sequence[Vacancy],
        pool: ProfilePool,
        request: RankingRequest,
        progress: Progress,
    ) -> list[tuple[Vacancy, list[Match]]]:
        """Rank all candidates for every one of some vacancies, in their order."""
        everybody = self._ready.of(pool.everybody, progress).pool
        openings = self._preparer.openings(vacancies, progress)
        return [
            (opening.vacancy, self._fusion.compare(opening, everybody).best(request.k, pool.rows))
            for opening in openings
        ]

    def follow(self, profiles: Sequence[HeldProfile], progress: Progress) -> None:
        """Hold nothing of anybody but these people any more."""
        self._comparisons.forget()
        self._ready.follow(profiles, progress)

    def nearest(self, candidate_id: str, pool: ProfilePool, k: int, progress: Progress) -> list[tuple[str, float]]:
        """Return the k candidates who would do best where a vacancy asked one's very profile, with the score (0..1)."""
        held = next(item for item in pool.profiles if item.id == candidate_id)
        everybody = self._ready.of(pool.everybody, progress).pool.of(pool.rows)
        scores = self._fusion.compare(self._preparer.opening(vacancy_like(held), progress), everybody).scores
        found = [number for number in ranked(scores, everybody.ids)[: k + 1] if everybody.ids[number] != candidate_id]
        return [(everybody.ids[number], float(scores[number])) for number in found[:k]]

    def prepared(self, profiles: Sequence[HeldProfile], progress: Progress) -> Pool:
        """Return profiles as they stand ready to be ranked: linked and encoded, in their order."""
        return self._ready.of(profiles, progress).pool

    def _compared(self, vacancy: Vacancy, ready: ReadyPool, progress: Progress) -> Comparison:
        kept = self._comparisons.find(vacancy, ready.pool)
        if kept is None:
            kept = self._fusion.compare(self._preparer.opening(vacancy, progress), ready.pool)
            self._comparisons.keep(vacancy, kept)
        return kept


def _allowed(ready: ReadyPool, pool: ProfilePool, filters: Filters) -> Mask:
    return pool.mask() & ready.facets.passing(filters)


class _Comparisons:
    """The latest comparisons of whole pools."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Vacancy, Comparison] = OrderedDict()
        self._lock = Lock()

    def find(self, vacancy: Vacancy, pool: Pool) -> Comparison | None:
        with self._lock:
            kept = self._kept.get(vacancy)
            if kept is None or kept.pool is not pool:
                return None
            self._kept.move_to_end(vacancy)
            return kept

    def keep(self, vacancy: Vacancy, comparison: Comparison) -> None:
        with self._lock:
            self._kept[vacancy] = comparison
            while len(self._kept) > _COMPARISONS:
                self._kept.popitem(last=False)

    def forget(self) -> None:
        with self._lock:
            self._kept.clear()


def vacancy_like(held: HeldProfile) -> Vacancy:
    """Return the vacancy that asks what a profile states. It is personal data: it is compared, and never kept."""
    profile = held.profile
    jobs = [*profile.occupations, *(job.title for job in profile.experience if job.title)]
    asked = dict.fromkeys(statement.text for statement in profile.skills)
    requirements = tuple(SkillRequirement(text) for text in list(asked)[:MOST_ASKED])
    return Vacancy(
        held.id, "", next(iter(jobs), ""), Source(""), description=profile.summary, requirements=requirements
    )


def every_pair(
    fusion: Fusion, pool: Pool, openings: Sequence[Opening], *, by_vacancy: bool, progress: Progress
) -> Iterator[tuple[str, list[tuple[str, float]]]]:
    """Score every candidate with every vacancy.

    Yields:
        A query id with all ``(document id, score)``, best first. Candidates are the queries, or vacancies.
    """
    table = np.zeros((len(openings), len(pool)))
    for number, opening in enumerate(openings):
        table[number] = fusion.compare(opening, pool).scores
        progress("comparing", number + 1, len(openings))
    vacancy_ids = [opening.vacancy.id for opening in openings]
    queries, documents = (vacancy_ids, pool.ids) if by_vacancy else (pool.ids, vacancy_ids)
    for query, scores in zip(queries, table if by_vacancy else table.T, strict=True):
        yield query, [(documents[row], float(scores[row])) for row in ranked(scores, documents)]
