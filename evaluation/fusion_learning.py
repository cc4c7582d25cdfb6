"""Weights of evidence by non-negative logistic regression within queries, cross-validated by query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from evaluation.rank_sets import RankQuery
from evaluation.scored import METRICS, Scored

Numbers = NDArray[np.float64]
RIDGE = 1e-3
_FOLDS = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """One query with what each signal says of its documents, shape (documents, signals), unknowns filled in."""

    query: RankQuery
    signals: Numbers
    wanted: int

    def score(self, weights: Numbers, metric: str) -> float:
        """Return a metric of the ranking by those weights."""
        return METRICS[metric](Scored.by(self.query, self.signals @ weights, self.wanted))

    @property
    def fold(self) -> int:
        """The part that the query is left out with; one asker's queries stay together."""
        return crc32(f"{self.query.by_vacancy}{self.query.asker}{self.query.id}".encode()) % _FOLDS


def fit(sets: Sequence[Sequence[Asked]], ridge: float = RIDGE) -> Numbers:
    """Return weights (signals,), none negative, that sum to 1; every set counts the same whatever its size.

    A conditional logistic regression (McFadden 1974): each document of a grade above 0 against all those of its query
    with a lower grade, counted by its grade. Easy pairs then say little, where a regression over all pairs alike is
    swayed by them.

    Args:
        sets: queries with what the signals say of their documents.
        ridge: penalty on the squared weights before they are scaled.
    """
    from scipy.optimize import minimize

    differences, counts = _differences(sets)
    size = differences[0].shape[1]
    padded = np.zeros((len(differences), max(map(len, differences)), size))
    present = np.zeros(padded.shape[:2], dtype=bool)
    for place, some in enumerate(differences):
        padded[place, : len(some)] = some
        present[place, : len(some)] = True

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        behind = np.where(present, padded @ weights, -np.inf)
        top = np.maximum(behind.max(1), 0.0)
        shares = np.exp(behind - top[:, None])
        whole = shares.sum(1) + np.exp(-top)
        value = float((counts * (top + np.log(whole))).sum() + ridge * (weights @ weights))
        return value, np.einsum("i,ij,ijk->k", counts / whole, shares, padded) + 2 * ridge * weights

    found = minimize(loss, np.ones(size), jac=True, method="L-BFGS-B", bounds=[(0.0, None)] * size)
    weights: Numbers = found.x / found.x.sum()
    return weights


def _differences(sets: Sequence[Sequence[Asked]]) -> tuple[list[Numbers], Numbers]:
    differences: list[Numbers] = []
    counts: list[Numbers] = []
    for some in sets:
        own = []
        for asked in some:
            grades = np.array(asked.query.grades)
            for better in np.flatnonzero(grades > 0):
                lower = np.flatnonzero(grades < grades[better])
                if len(lower):
                    differences.append(asked.signals[lower] - asked.signals[better])
                    own.append(float(grades[better]))
        counts.append(np.array(own) / sum(own) / len(sets))
    return differences, np.concatenate(counts)


def cross_validated(sets: Mapping[str, Sequence[Asked]], metrics: Mapping[str, str]) -> dict[str, Numbers]:
    """Return each query's metric under weights fitted without its fold, by set."""
    scores = {name: np.zeros(len(some)) for name, some in sets.items()}
    for fold in range(_FOLDS):
        weights = fit([[asked for asked in some if asked.fold != fold] for some in sets.values()])
        for name, some in sets.items():
            for place, asked in enumerate(some):
                if asked.fold == fold:
                    scores[name][place] = asked.score(weights, metrics[name])
    return scores
