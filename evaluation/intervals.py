"""How sure a figure is: bootstrap intervals by query."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from evaluation.suites import Figure

_SAMPLES, _SEED = 1_000, 20261123
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
