"""Where variants of one profile are compared: the demo vacancies, and the demo candidates that they compete with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from evaluation.fairness.overlap import rank_biased_overlap
from evaluation.fairness.people import demo_candidates, demo_vacancies
from evaluation.suites import Progress
from matcher.engine import Matcher
from matcher.evidence import Opening
from matcher.masking import mask
from matcher.records import ProfessionalProfile

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Shift:
    """How far two variants of a profile lie apart over n vacancies.

    Attributes:
        overlap: rank-biased overlap of the vacancies as each variant ranks them, 0..1.
        score: mean absolute change of the score.
        places: mean absolute change of the place among all candidates of a vacancy.
        furthest: the largest such change.
    """

    overlap: float
    score: float
    places: float
    furthest: int


@dataclass(frozen=True, slots=True)
class Arena:
    """The demo vacancies, and what the demo candidates score for them: shape (vacancies, candidates)."""

    matcher: Matcher
    openings: tuple[Opening, ...]
    rivals: Scores

    @classmethod
    def of(cls, matcher: Matcher) -> Self:
        """Prepare the demo vacancies, open or not, and score the demo candidates."""
        openings = tuple(matcher.preparer.openings(demo_vacancies()))
        pool = matcher.preparer.pool([(candidate.id, mask(candidate)) for candidate in demo_candidates()])
        return cls(matcher, openings, matcher.scores(pool, openings))

    @property
    def vacancies(self) -> tuple[str, ...]:
        """The ids of the vacancies, in their order."""
        return tuple(opening.vacancy.id for opening in self.openings)

    def score(self, profiles: Sequence[ProfessionalProfile], progress: Progress = lambda _d, _t: None) -> Scores:
        """Score profiles with every vacancy, equal ones once; shape (vacancies, profiles)."""
        distinct = list(dict.fromkeys(profiles))
        place = {profile: number for number, profile in enumerate(distinct)}
        pool = self.matcher.preparer.pool([(f"{number:06d}", profile) for number, profile in enumerate(distinct)])
        scores = self.matcher.scores(pool, self.openings, lambda _step, done, total: progress(done, total))
        chosen: Scores = scores[:, [place[profile] for profile in profiles]]
        return chosen

    def ranking(self, scores: Scores) -> list[str]:
        """Rank the vacancies by a profile's scores, ties by id."""
        order = np.lexsort((np.array(self.vacancies), -np.round(scores, 9)))
        return [self.vacancies[number] for number in order]

    def shift(self, one: Scores, other: Scores) -> Shift:
        """Compare two variants by their scores, each of shape (vacancies,).

        Both stand as one more candidate among the demo candidates, behind those with the same score.
        """
        moved = np.abs(self._places(one) - self._places(other))
        overlap = rank_biased_overlap(self.ranking(one), self.ranking(other))
        return Shift(overlap, float(np.abs(one - other).mean()), float(moved.mean()), int(moved.max()))

    def _places(self, scores: Scores) -> NDArray[np.int64]:
        ahead: NDArray[np.int64] = (np.round(self.rivals, 9) >= np.round(scores, 9)[:, None]).sum(axis=1)
        return ahead + 1
