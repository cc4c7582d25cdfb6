"""Rank-biased overlap: how alike two rankings are, their heads counting most."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from matcher.errors import UsageError

PERSISTENCE = 0.9
"""Chance that a reader goes on to the next line: the first ten lines then carry 86 % of the weight."""


def rank_biased_overlap(one: Sequence[str], other: Sequence[str], persistence: float = PERSISTENCE) -> float:
    """Return the extrapolated rank-biased overlap of two rankings, 0 (nothing shared) to 1 (the same order).

    RBO_EXT of W. Webber, A. Moffat and J. Zobel, "A similarity measure for indefinite rankings", ACM Transactions on
    Information Systems 28(4), 2010, equation 32. With l and s the longer and the shorter length and X_d the number
    that the first d of both share,

        (1 - p) / p * (sum over d = 1..l of X_d / d * p^d + sum over d = s+1..l of X_s (d - s) / (s d) * p^d)
        + ((X_l - X_s) / l + X_s / s) * p^l

    Args:
        one: ids, best first, none twice.
        other: the same.
        persistence: p, above 0 and below 1.

    Raises:
        UsageError: p lies outside that, or an id stands twice in a ranking.
    """
    if not 0 < persistence < 1:
        raise UsageError(f"The persistence of rank-biased overlap lies between 0 and 1, not at {persistence:g}.")
    for ranking in (one, other):
        if len(set(ranking)) < len(ranking):
            raise UsageError("A ranking names an id twice: rank-biased overlap compares rankings without ties.")
    short, long = sorted((one, other), key=len)
    if not short:
        return float(not long)
    shared = _shared(short, long)
    depths = np.arange(1, len(long) + 1)
    weights = persistence**depths
    of_short = shared[len(short) - 1]
    agreed = (shared / depths * weights).sum()
    beyond = depths > len(short)
    assumed = (of_short * (depths - len(short)) / (len(short) * depths) * weights)[beyond].sum()
    tail = ((shared[-1] - of_short) / len(long) + of_short / len(short)) * weights[-1]
    # The terms of equal rankings sum to 1 but for the last bits, and 1 must mean equal.
    return round(float((1 - persistence) / persistence * (agreed + assumed) + tail), 12)


def _shared(short: Sequence[str], long: Sequence[str]) -> np.ndarray:
    """Return how many ids the first d lines of both share, for each d up to the longer length."""
    place = {found: rank for rank, found in enumerate(long)}
    shared = np.zeros(len(long))
    for rank, found in enumerate(short):
        if found in place:
            shared[max(rank, place[found])] += 1
    return shared.cumsum()
