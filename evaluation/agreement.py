"""How far two people agree who graded the same pairs: Cohen's kappa, plain and quadratically weighted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

GRADES = (0, 1, 2, 3)
_SAMPLES, _SEED = 1_000, 20261128
Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Kappa over n pairs with its 95% bootstrap interval; ``None`` where chance alone leaves nothing to agree on."""

    value: float | None
    low: float | None
    high: float | None
    n: int


def kappa(one: Sequence[int], other: Sequence[int], *, quadratic: bool) -> float | None:
    """Return Cohen's kappa of two lists of grades 0..3.

    1 - observed / expected disagreement, each disagreement counted once (Cohen 1960) or by the square of the distance
    (Cohen 1968). ``None`` where no disagreement is to be expected, because both gave one and the same grade throughout.
    """
    return _kappa(_crossed(one, other), quadratic=quadratic)


def agreement(one: Sequence[int], other: Sequence[int], groups: Sequence[str], *, quadratic: bool) -> Agreement:
    """Return kappa with a bootstrap interval.

    Args:
        one: grades 0..3.
        other: grades of the same pairs by somebody else.
        groups: the pool of each pair: whole pools are drawn, for the pairs of one share their vacancy or candidate.
        quadratic: whether a disagreement counts by the square of its distance.
    """
    pools = sorted(set(groups))
    tables = np.zeros((len(pools), len(GRADES), len(GRADES)))
    place = {pool: number for number, pool in enumerate(pools)}
    for pool, first, second in zip(groups, one, other, strict=True):
        tables[place[pool], first, second] += 1
    random = np.random.default_rng(_SEED)
    drawn = [random.integers(len(pools), size=len(pools)) for _ in range(_SAMPLES if pools else 0)]
    found = [_kappa(_summed(tables, some), quadratic=quadratic) for some in drawn]
    values = [value for value in found if value is not None]
    low, high = np.percentile(values, [2.5, 97.5]) if values else (None, None)
    return Agreement(
        kappa(one, other, quadratic=quadratic),
        None if low is None else float(low),
        None if high is None else float(high),
        len(one),
    )


def _summed(tables: Table, some: NDArray[np.int64]) -> Table:
    total: Table = np.add.reduce(tables[some], axis=0)
    return total


def _crossed(one: Sequence[int], other: Sequence[int]) -> Table:
    table = np.zeros((len(GRADES), len(GRADES)))
    for first, second in zip(one, other, strict=True):
        table[first, second] += 1
    return table


def _kappa(table: Table, *, quadratic: bool) -> float | None:
    total = table.sum()
    if not total:
        return None
    apart = np.abs(np.subtract.outer(np.arange(len(table)), np.arange(len(table))))
    cost = np.square(apart) if quadratic else apart > 0
    expected = float((np.outer(table.sum(1), table.sum(0)) * cost).sum() / total)
    return 1 - float((table * cost).sum()) / expected if expected else None


KAPPAS: dict[str, Callable[[Sequence[int], Sequence[int], Sequence[str]], Agreement]] = {
    "quadratic kappa": lambda one, other, groups: agreement(one, other, groups, quadratic=True),
    "kappa": lambda one, other, groups: agreement(one, other, groups, quadratic=False),
}
