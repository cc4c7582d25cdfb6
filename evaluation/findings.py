"""What each signal of the engine says of every pair of a set, and the weighted sum without one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from evaluation.rank_sets import RankSet
from evaluation.suites import Progress
from matcher.engine import Matcher

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Findings:
    """What each signal found, shape (signals, vacancies, candidates), NaN where nothing is known.

    ``weights`` (signals,) are those of the engine, ``priors`` what a signal counts where it knows nothing.
    """

    names: tuple[str, ...]
    weights: Numbers
    priors: Numbers
    scores: Numbers

    @classmethod
    def of(cls, matcher: Matcher, some: RankSet, progress: Progress) -> Self:
        """Compare every candidate with every vacancy as the engine does, opening no store."""
        comparisons = list(
            matcher.comparisons(some.candidates, some.vacancies, lambda _step, done, total: progress(done, total))
        )
        evidence = comparisons[0].match(0).evidence
        return cls(
            tuple(item.signal for item in evidence),
            np.array([item.weight for item in evidence]),
            np.array([item.prior for item in evidence]),
            np.array([[finding.scores for finding in one.findings] for one in comparisons]).transpose(1, 0, 2),
        )

    def fused(self, leave_out: str = "") -> Numbers:
        """Return the weighted sums (vacancies, candidates) without one signal, the other weights scaled to sum to 1."""
        weights = np.where(np.array(self.names) == leave_out, 0.0, self.weights)
        filled = np.where(np.isnan(self.scores), self.priors[:, None, None], self.scores)
        total: Numbers = np.tensordot(weights / weights.sum(), filled, axes=1)
        return total

    def known(self) -> Numbers:
        """Return for each signal the share of pairs that it knows something of."""
        shares: Numbers = 1 - np.isnan(self.scores).mean(axis=(1, 2))
        return shares
