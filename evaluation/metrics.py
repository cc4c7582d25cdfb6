"""Ranking metrics for one query: ``ranking`` holds ids best first, ``relevant`` the ids that are right."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet


def reciprocal_rank(ranking: Sequence[str], relevant: AbstractSet[str]) -> float:
    """Return 1 / rank of the first relevant id, 0 where none is ranked."""
    return next((1 / rank for rank, found in enumerate(ranking, start=1) if found in relevant), 0.0)


def success_at(k: int, ranking: Sequence[str], relevant: AbstractSet[str]) -> float:
    """Return 1 where any of the first k ids is relevant, else 0 (A@k)."""
    return float(any(found in relevant for found in ranking[:k]))


def r_precision_at(k: int, ranking: Sequence[str], relevant: AbstractSet[str]) -> float:
    """Return the relevant among the first k over min(k, number relevant) (RP@k)."""
    if not relevant:
        return 0.0
    return len(set(ranking[:k]) & relevant) / min(k, len(relevant))


def average_precision(ranking: Sequence[str], relevant: AbstractSet[str]) -> float:
    """Return the sum of the precisions at each relevant id ranked, over the number relevant (AP; its mean is MAP)."""
    hits = [rank for rank, found in enumerate(ranking, start=1) if found in relevant]
    return sum(place / rank for place, rank in enumerate(hits, start=1)) / len(relevant) if relevant else 0.0
