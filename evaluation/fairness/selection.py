"""How often a group is among the first k, how much of the looking it gets, and both beside other groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evaluation.fairness.suppression import HIDDEN

Numbers = NDArray[np.float64]
FOUR_FIFTHS = 0.8
"""Under this share of the highest rate, an outcome counts as adverse impact (29 CFR 1607.4 D); a sign, not proof."""
_SAMPLES = 1_000


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure with its 95 % bootstrap interval; all ``nan`` where there is nothing to divide by."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Rankings:
    """Rankings of the same people for several vacancies, as ranks: shape (vacancies, people), from 1.

    A rank of 0 marks somebody who is not in that vacancy's pool.
    """

    ranks: NDArray[np.int64]

    @classmethod
    def of(cls, scores: Numbers, ids: Sequence[str], pools: NDArray[np.bool_] | None = None) -> Rankings:
        """Rank people by falling score, ties by id, as the engine does.

        Args:
            scores: shape (vacancies, people).
            ids: of the people.
            pools: shape (vacancies, people), who is in each vacancy's pool; everybody where it is ``None``.
        """
        ranks = np.zeros(scores.shape, dtype=np.int64)
        names = np.array(ids)
        for number, row in enumerate(scores):
            order = np.lexsort((names, -np.round(row, 9)))
            if pools is not None:
                order = order[pools[number][order]]
            ranks[number, order] = np.arange(1, len(order) + 1)
        return cls(ranks)

    @property
    def pools(self) -> NDArray[np.bool_]:
        """Who is in each vacancy's pool."""
        return self.ranks > 0

    def longer_than(self, k: int) -> Rankings:
        """Keep the vacancies with more than k people: of fewer, all are among the first k whoever they are."""
        return Rankings(self.ranks[self.pools.sum(axis=1) > k])

    def selected(self, k: int) -> Numbers:
        """Return 1 for who is among the first k, else 0."""
        return (self.pools & (self.ranks <= k)).astype(np.float64)

    def exposure(self, k: int | None = None) -> Numbers:
        """Return 1 / log2(rank + 1), the looking that a place gets: 1 for the first, .63, .5, ... (discount of nDCG).

        With k the places after the k-th get none, as on a page that shows k.
        """
        told = self.pools if k is None else self.pools & (self.ranks <= k)
        discount = 1 / np.log2(np.maximum(self.ranks, 1) + 1)
        return np.where(told, discount, 0.0)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one group gets over all vacancies. ``size`` counts its people in any pool, ``places`` them in every one."""

    group: str
    size: int
    places: int
    rate: Interval
    to_highest: Interval
    to_all: Interval


def outcomes(amounts: Numbers, pools: NDArray[np.bool_], groups: Sequence[str], seed: int) -> list[Outcome]:
    """Return for each group its amount a head, that beside chance, and the latter beside the highest group's.

    The amount a head is a selection rate where amounts are 1 and 0. Chance gives everybody of a pool the same: what
    the vacancy gives over the people of its pool. ``to_all`` divides what the group gets by what chance would give it
    in the very same pools, for who competes in large pools is selected less often, whoever they are; where everybody
    is in every pool that is the group's rate over the rate of all, and for exposure its share over its share of the
    pool. ``to_highest`` is the adverse-impact ratio: ``to_all`` over that of the group where it is highest in the
    whole data. Intervals are by vacancy: vacancies are drawn with replacement, the same for every group. People whose
    group is :data:`~evaluation.fairness.suppression.HIDDEN` count among everybody and nowhere else.

    Args:
        amounts: what each person gets of each vacancy, shape (vacancies, people).
        pools: who is in each vacancy's pool, of the same shape.
        groups: the group of each person.
        seed: of the draws.
    """
    names = sorted(set(groups) - {HIDDEN})
    of_group = np.array([[group == name for group in groups] for name in names], dtype=np.float64).T
    got, places = amounts @ of_group, pools.astype(np.float64) @ of_group
    fair = places * _over(amounts.sum(axis=1), pools.sum(axis=1, dtype=np.float64))[:, None]
    draws = np.random.default_rng(seed).integers(len(amounts), size=(_SAMPLES, len(amounts)))
    weights = np.apply_along_axis(np.bincount, 1, draws, minlength=len(amounts)).astype(np.float64)
    everything = np.vstack([np.ones((1, len(amounts))), weights])  # the data as they are, then each draw of them
    rates, to_all = _over(everything @ got, everything @ places), _over(everything @ got, everything @ fair)
    highest = int(np.nanargmax(to_all[0])) if not np.isnan(to_all[0]).all() else 0
    to_highest = _over(to_all, to_all[:, [highest]])
    sizes = pools.any(axis=0) @ of_group
    return [
        Outcome(
            name,
            int(sizes[number]),
            int(places[:, number].sum()),
            *(_interval(table[:, number]) for table in (rates, to_highest, to_all)),
        )
        for number, name in enumerate(names)
    ]


def _over(above: Numbers, below: Numbers) -> Numbers:
    with np.errstate(divide="ignore", invalid="ignore"):
        divided: Numbers = np.where(below > 0, above / below, np.nan)
    return divided


def _interval(column: Numbers) -> Interval:
    """Take the first of a column as the figure and the others as its draws."""
    draws = column[1:][~np.isnan(column[1:])]
    if np.isnan(column[0]) or not len(draws):
        return Interval(np.nan, np.nan, np.nan)
    low, high = np.percentile(draws, [2.5, 97.5])
    return Interval(float(column[0]), float(low), float(high))
