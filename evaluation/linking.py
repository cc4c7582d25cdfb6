"""Scores linking on a benchmark, with bootstrap intervals by query."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from evaluation.benchmarks import load
from evaluation.metrics import average_precision, r_precision_at, reciprocal_rank, success_at
from matcher.engine import Matcher

DEPTH = 100  # as the published MELO figures
_SAMPLES, _SEED = 1_000, 20261123
_METRICS: dict[str, Callable[[Sequence[str], AbstractSet[str]], float]] = {
    "MRR": reciprocal_rank,
    "A@1": partial(success_at, 1),
    "A@10": partial(success_at, 10),
    "RP@5": partial(r_precision_at, 5),
    "MAP": average_precision,
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over n queries with its 95% bootstrap interval."""

    metric: str
    value: float
    low: float
    high: float
    n: int


def evaluate(name: str, data: Path, matcher: Matcher, progress: Callable[[int, int], None]) -> list[Figure]:
    """Link every query of a benchmark and return its figures.

    Queries none of whose right answers is among the targets (withdrawn URIs) are left out, as published.
    """
    benchmark = load(name, data, matcher.taxonomy)
    linker = benchmark.linker(matcher)
    queries = [query for query in benchmark.queries if query.relevant & linker.ids]
    values: dict[str, list[float]] = {metric: [] for metric in _METRICS}
    answers = linker.link((query.text for query in queries), DEPTH, benchmark.language)
    for done, (query, links) in enumerate(zip(queries, answers, strict=True), start=1):
        ranking = [link.uri or "" for link in links]
        for metric, score in _METRICS.items():
            values[metric].append(score(ranking, query.relevant))
        progress(done, len(queries))
    return [figure(metric, np.array(scores)) for metric, scores in values.items()]


def figure(metric: str, scores: np.ndarray) -> Figure:
    """Return the mean of a score by query, with its 95% bootstrap interval."""
    random = np.random.default_rng(_SEED)
    means = scores[random.integers(len(scores), size=(_SAMPLES, len(scores)))].mean(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return Figure(metric, float(scores.mean()), float(low), float(high), len(scores))
