"""Ranks what it is given: candidates for a vacancy, vacancies for a candidate. It opens no store and writes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from matcher.evidence import Opening, Pool, Relations
from matcher.filters import Filters
from matcher.fusion import Fusion, ranked
from matcher.preparation import Preparer, Progress
from matcher.records import Match, SkillRequirement, Source, Vacancy
from matcher.retrieval import Retriever
from matcher.store import HeldProfile

MOST_ASKED = 30
"""Skills of a profile by which others like it are sought."""

NEAREST = 2_000  # profiles by meaning that a large pool is narrowed to


ALL = Filters()


@dataclass(frozen=True, slots=True)
class RankingRequest:
    """What is asked: the best ``k``, among those whom the filters let pass."""

    k: int
    filters: Filters = ALL


@dataclass(frozen=True, slots=True)
class ProfilePool:
    """Profiles to rank, with a key that is the same for as long as they are: taken once, for it reads all of them."""

    profiles: Sequence[HeldProfile]
    key: int

    @classmethod
    def of(cls, profiles: Sequence[HeldProfile]) -> Self:
        """Take the key of some profiles."""
        return cls(profiles, hash(tuple(profiles)))


class Ranker:
    """Ranks pools; the last pool stays prepared for as long as it is the same."""

    def __init__(self, preparer: Preparer, fusion: Fusion, relations: Relations) -> None:
        self._preparer = preparer
        self._fusion = fusion
        self._relations = relations
        self._pools: dict[int, Retriever] = {}

    def for_vacancy(
        self, vacancy: Vacancy, pool: ProfilePool, request: RankingRequest, progress: Progress
    ) -> list[Match]:
        """Rank candidates for a vacancy: filters first, then the pool, then the evidence."""
        retriever = self._prepare_pool(pool, progress)
        allowed = [
            row for row, held in enumerate(pool.profiles) if request.filters.lets_pass(held.scheme, held.profile)
        ]
        opening = self._preparer.opening(vacancy, progress)
        rows = retriever.rows(opening, np.array(allowed, dtype=np.int64), max(NEAREST, 10 * request.k))
        return self._fusion.compare(opening, retriever.pool.of(rows)).best(request.k)

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
        everybody = self._prepare_pool(pool, progress).pool
        openings = self._preparer.openings(vacancies, progress)
        return [(opening.vacancy, self._fusion.compare(opening, everybody).best(request.k)) for opening in openings]

    def nearest(self, candidate_id: str, pool: ProfilePool, k: int, progress: Progress) -> list[tuple[str, float]]:
        """Return the k candidates who would do best where a vacancy asked one's very profile, with the score (0..1)."""
        held = next(item for item in pool.profiles if item.id == candidate_id)
        everybody = self._prepare_pool(pool, progress).pool
        scores = self._fusion.compare(self._preparer.opening(vacancy_like(held), progress), everybody).scores
        found = [number for number in ranked(scores, everybody.ids)[: k + 1] if everybody.ids[number] != candidate_id]
        return [(everybody.ids[number], float(scores[number])) for number in found[:k]]

    def forget(self) -> None:
        """Forget the pool that is prepared."""
        self._pools.clear()

    def _prepare_pool(self, pool: ProfilePool, progress: Progress) -> Retriever:
        """Prepare profiles, once for as long as they stay the same."""
        if pool.key not in self._pools:
            pairs = [(held.id, held.profile) for held in pool.profiles]
            self._pools = {pool.key: Retriever(self._preparer.pool(pairs, progress), self._relations)}
        return self._pools[pool.key]


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
