"""Whether two systems differ by more than chance on the same queries."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

PERMUTATIONS = 10_000
_BLOCK = 500  # permutations drawn at once: bounds memory
_SEED = 20261123
Values = NDArray[np.float64]


def paired_p(before: Values, after: Values, permutations: int = PERMUTATIONS, seed: int = _SEED) -> float:
    """Return the two-sided p of a paired randomisation test that two runs score the same queries alike.

    Under the null hypothesis each query's two scores could as well have been swapped: the signs of the differences are
    drawn anew, and p = (1 + samples whose mean difference is at least as far from 0) / (1 + samples) (Smucker et al.
    2007). It is in 1 / (1 + permutations) .. 1; runs without a difference, or without queries, give 1.

    Args:
        before: one score a query, shape (n,).
        after: the scores of the same queries in the same order.
        permutations: samples drawn.
        seed: of the draws, so that the same runs always give the same p.
    """
    differences = np.asarray(after, np.float64) - np.asarray(before, np.float64)
    differences = differences[differences != 0]  # a sign changes nothing where there is no difference
    if not len(differences):
        return 1.0
    observed = abs(differences.sum())
    random = np.random.default_rng(seed)
    further = 0
    for start in range(0, permutations, _BLOCK):
        size = min(_BLOCK, permutations - start)
        signs = random.integers(0, 2, size=(size, len(differences)), dtype=np.int8) * 2 - 1
        # Sums of the same numbers in another order may differ in the last digit.
        further += int((np.abs(signs @ differences) >= observed - 1e-12).sum())
    return (1 + further) / (1 + permutations)


def holm(found: Sequence[float]) -> list[float]:
    """Return p values adjusted for their number (Holm 1979), in their order: under 0.05, one is significant."""
    order = np.argsort(found, kind="stable")
    adjusted, least = [0.0] * len(found), 0.0
    for place, number in enumerate(order):
        least = max(least, min(1.0, float(found[number]) * (len(found) - place)))
        adjusted[number] = least
    return adjusted
