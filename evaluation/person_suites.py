"""Suites of ranking people and vacancies for each other: the graded pools, and the known-item set made of ESCO."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from evaluation.intervals import figure
from evaluation.known_item import known_item_sets
from evaluation.lexical import BASELINES
from evaluation.pools import NOTICE, judgements_folder
from evaluation.rank_sets import SIGNALS, Numbers, RankQuery, RankSet, graded_set
from evaluation.scored import METRICS, Scored
from evaluation.suites import Bench, Figure, Measured, Suite
from matcher.fusion import learned_weights

Tables = Sequence[tuple[RankSet, Numbers]]
"""Each set with the scores of its pairs, shape (vacancies, candidates)."""


def _graded(bench: Bench) -> Measured:
    some = (graded_set(judgements_folder().parent),)
    notes = (f"Grades: {NOTICE}. nDCG counts all grades; for MAP 2 and 3 are right.",)
    return _measured(bench, some, ("nDCG@10", "MAP"), notes)


def _known_item(bench: Bench) -> Measured:
    some = known_item_sets(bench.matcher.taxonomy)
    return _measured(bench, some, ("MRR", "A@1", "A@10"), (f"Taxonomy {bench.matcher.taxonomy.meta['edition']}.",))


def _measured(bench: Bench, some: Sequence[RankSet], metrics: Sequence[str], notes: tuple[str, ...]) -> Measured:
    """Score the engine, the baselines and the engine without each signal."""
    runs: dict[str, Callable[[RankSet], Numbers]] = {
        "": lambda one: one.engine_table(bench.matcher, _silent),
        **BASELINES,
    }
    signals = {one.name: one.signal_table(bench.matcher) for one in some}
    for signal in SIGNALS:
        runs[f"without {signal}"] = _without(signal, signals)
    figures: list[Figure] = []
    for done, (system, table_of) in enumerate(runs.items(), start=1):
        figures += _figures([(one, table_of(one)) for one in some], metrics, system)
        bench.progress(done, len(runs))
    return Measured(tuple(figures), notes=notes)


def _silent(_step: str, _done: int, _total: int) -> None:
    """Report nothing: what a suite tells is how many systems are scored."""


def _without(signal: str, tables: Mapping[str, Numbers]) -> Callable[[RankSet], Numbers]:
    learned = learned_weights()
    weights = np.array([0.0 if name == signal else learned[name].weight for name in SIGNALS])
    priors = np.array([learned[name].prior for name in SIGNALS])

    def scores(one: RankSet) -> Numbers:
        table = tables[one.name]
        found: Numbers = np.where(np.isnan(table), priors, table) @ weights
        return found

    return scores


def _figures(tables: Tables, metrics: Iterable[str], system: str) -> list[Figure]:
    """Return the figures over all queries, and by part (a direction) for what is no ablation."""
    asked = [
        (query, Scored.by(query, query.pick(table), one.wanted))
        for one, table in tables
        for query in one.queries
        if max(query.grades) >= one.wanted
    ]
    parts = [] if system.startswith("without") else sorted({query.part for query, _ in asked})
    return [_figure(metric, asked, system, part) for part in ("", *parts) for metric in metrics]


def _figure(metric: str, asked: Sequence[tuple[RankQuery, Scored]], system: str, part: str) -> Figure:
    scores = np.array([METRICS[metric](scored) for query, scored in asked if part in ("", query.part)])
    found = figure(metric, scores)
    return Figure(metric, found.value, found.low, found.high, found.n, system, part)


GRADED = Suite("graded", f"200 pools of the demo data, graded 0-3 by hand ({NOTICE}), both directions", _graded)
KNOWN_ITEM = Suite(
    "known-item", "half an occupation's essential skills, other words and language, must find it", _known_item
)
SUITES: tuple[Suite, ...] = (GRADED, KNOWN_ITEM)
