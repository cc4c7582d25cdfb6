"""Reciprocal rank fusion (Cormack, Clarke & Büttcher 2009)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

K = 60  # as in the paper


def reciprocal_rank_fusion(rankings: Sequence[Sequence[Sequence[str]]], k: int = K) -> list[list[str]]:
    """Return for each query the ids of several systems by the sum of 1 / (k + rank), ties by id.

    Args:
        rankings: for each system, for each query, ids best first. An id that a system does not rank adds nothing.
        k: how little the first places count more than the next.
    """
    fused = []
    for answers in zip(*rankings, strict=True):
        total: dict[str, float] = {}
        for ids in answers:
            for rank, identity in enumerate(ids, start=1):
                total[identity] = total.get(identity, 0.0) + 1 / (k + rank)
        fused.append(sorted(total, key=lambda identity: (-round(total[identity], 12), identity)))
    return fused


def fused_scores(scores: Sequence[NDArray[np.float64]], k: int = K) -> NDArray[np.float64]:
    """Return for the documents of one query the sum of 1 / (k + rank) by several systems' scores, each (documents,)."""
    ranks = [np.argsort(np.argsort(-one, kind="stable"), kind="stable") + 1 for one in scores]
    total: NDArray[np.float64] = np.sum([1 / (k + rank) for rank in ranks], axis=0)
    return total
