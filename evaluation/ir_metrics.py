"""Ranking metrics by query through ir-measures, the only module that imports it.

MRR is its RR, A@k its Success@k, MAP its AP, nDCG@k and Recall@k are its own (MacAvaney et al. 2022). RP@k, R-precision
cut at k over min(k, number right), it does not have: :func:`evaluation.metrics.r_precision_at` stands in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation.metrics import r_precision_at
from matcher.errors import UsageError

DEPTH = 100  # ids of a ranking that are scored, as in the published MELO figures
METRICS = ("MRR", "A@1", "A@10", "RP@5", "MAP", "RP@10", "nDCG@10", f"Recall@{DEPTH}")
_R_PRECISION = {"RP@5": 5, "RP@10": 10}
PerQuery = Mapping[str, NDArray[np.float64]]


def score(rankings: Sequence[Sequence[str]], relevant: Sequence[AbstractSet[str]]) -> PerQuery:
    """Return each of :data:`METRICS` by query, in the order of the queries, all in 0..1.

    Args:
        rankings: for each query its ids, best first; an id that stands twice counts at its first place.
        relevant: for each query the ids that are right; where there are none, every metric is 0.

    Raises:
        UsageError: ir-measures is not installed.
    """
    ranked = [list(dict.fromkeys(ranking))[:DEPTH] for ranking in rankings]
    values = {metric: np.zeros(len(ranked)) for metric in METRICS}
    measures = _measures()
    run = {str(at): {found: -float(rank) for rank, found in enumerate(ids)} for at, ids in enumerate(ranked)}
    right = {str(at): dict.fromkeys(ids, 1) for at, ids in enumerate(relevant) if ids}
    for found in _library().iter_calc(list(measures.values()), right, run):
        name = next(metric for metric, measure in measures.items() if measure == found.measure)
        values[name][int(found.query_id)] = found.value
    for metric, k in _R_PRECISION.items():
        values[metric][:] = [r_precision_at(k, ids, right) for ids, right in zip(ranked, relevant, strict=True)]
    return values


def _measures() -> dict[str, Any]:
    ir = _library()
    return {
        "MRR": ir.RR,
        "A@1": ir.Success @ 1,
        "A@10": ir.Success @ 10,
        "MAP": ir.AP,
        "nDCG@10": ir.nDCG @ 10,
        f"Recall@{DEPTH}": ir.R @ DEPTH,
    }


def _library() -> Any:
    try:
        import ir_measures  # heavy import, of the extra `evaluation`
    except ImportError as error:
        raise UsageError("ir-measures is not installed: pip install 'mobility-matcher[evaluation]'.") from error
    return ir_measures
