"""How sure a figure is: bootstrap intervals by query, and whether two runs differ by more than chance."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from evaluation.suites import Figure

_SAMPLES, _SEED = 1_000, 20261123
PERMUTATIONS = 10_000
_BLOCK = 500  # permutations drawn at once: bounds memory
Values = NDArray[np.float64]


def figure(metric: str, scores: Values, system: str = "", part: str = "") -> Figure:
    """Return the mean of a score by query, with its 95% bootstrap interval (percentiles of 1,000 samples).

    Without scores the mean is 0, and so are its bounds and ``n``.
    """
    if not len(scores):
        return Figure(metric, 0.0, 0.0, 0.0, 0, system, part)
    low, high = np.percentile(_drawn(len(scores)) @ scores / len(scores), [2.5, 97.5])
    return Figure(metric, float(scores.mean()), float(low), float(high), len(scores), system, part)


def ratio_figure(metric: str, over: Values, under: Values, system: str = "", part: str = "") -> Figure:
    """Return a ratio of sums, such as precision over texts, with its 95% bootstrap interval by text.

    Args:
        metric: its name.
        over: what is counted in each text, shape (n,).
        under: what it is a share of in each text; ``n`` of the figure is its sum.
        system: what was measured, the engine where it is empty.
        part: the slice of the data, all where it is empty.
    """
    if not len(over):
        return Figure(metric, 0.0, 0.0, 0.0, 0, system, part)
    drawn = _drawn(len(over))
    ratios = drawn @ over / np.maximum(drawn @ under, 1)
    low, high = np.percentile(ratios, [2.5, 97.5])
    value = float(over.sum() / max(under.sum(), 1))
    return Figure(metric, value, float(low), float(high), int(under.sum()), system, part)


@lru_cache(maxsize=4)
def _drawn(count: int) -> Values:
    """Return how often each of so many queries stands in each sample, shape (samples, count): the same each time."""
    random = np.random.default_rng(_SEED)
    drawn = random.integers(count, size=(_SAMPLES, count))
    return np.stack([np.bincount(one, minlength=count) for one in drawn]).astype(np.float64)


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
