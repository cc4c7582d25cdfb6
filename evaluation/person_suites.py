"""Suites of ranking people and vacancies for each other: HaHu's statements, graded pools, known items made of ESCO.

All three are measured alike: the engine, every baseline on the same texts, and the engine without each of its signals
in turn, the weights of the others sharing what it held.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.baselines import FUSED, FUSED_OF, baselines, minilm_baselines
from evaluation.baselines.people import pair_scores, text_of_profile, text_of_vacancy
from evaluation.baselines.rank_fusion import fused_scores
from evaluation.benchmarks.hahu import FOLDER
from evaluation.findings import Findings
from evaluation.graded import graded_set
from evaluation.ir_metrics import PerQuery
from evaluation.known_item import known_item_sets
from evaluation.pools import NOTICE, judgements_folder
from evaluation.rank_sets import RankQuery, RankSet
from evaluation.scored import METRICS, Scored
from evaluation.second_stage import DEPTH, Again, Reader, cross_validated, second_reader
from evaluation.statements import hahu_set
from evaluation.suites import Bench, Measured, Suite
from evaluation.systems import ENGINE, Systems

Picked = list[NDArray[np.float64]]
"""For each question the scores of its documents."""
Texts = tuple[list[str], list[str]]
"""Those of the people of a set, and those of its vacancies."""
_SIGNALS, _WITHOUT = "signals", "without "


def _hahu(bench: Bench) -> Measured:
    notes = (
        "A statement and an advert are texts: a signal that knows nothing of them counts the same for every pair, so "
        "leaving it out changes nothing.",
    )
    return _measured(bench, (hahu_set(bench.data or Path()),), ("MAP", "nDCG@10", "MRR"), notes)


def _graded(bench: Bench) -> Measured:
    some = (graded_set(judgements_folder().parent),)
    notes = (f"Grades: {NOTICE}. nDCG counts all grades; for the other metrics 2 and 3 are right.",)
    return _measured(bench, some, ("nDCG@10", "MAP"), notes)


def _known_item(bench: Bench) -> Measured:
    some = known_item_sets(bench.matcher.taxonomy)
    return _measured(bench, some, ("MRR", "A@1"), (f"Taxonomy {bench.matcher.taxonomy.meta['edition']}.",))


def _measured(bench: Bench, some: Sequence[RankSet], headlines: tuple[str, ...], notes: tuple[str, ...]) -> Measured:
    """Score the engine, the baselines and the engine without each signal."""
    questions = [(place, query) for place, one in enumerate(some) for query in one.answerable]
    wanted = some[0].wanted
    systems = Systems([query.id for _, query in questions], [query.parts for _, query in questions], headlines)
    found = [Findings.of(bench.matcher, one, bench.progress) for one in some]
    texts = [(list(map(text_of_profile, one.profiles)), list(map(text_of_vacancy, one.vacancies))) for one in some]
    for left_out in ("", *found[0].names):
        picked = _picked(questions, [one.fused(left_out) for one in found])
        systems.add(f"{_WITHOUT}{left_out}" if left_out else ENGINE, _scored(questions, picked, wanted))
    english = all(one.language == "en" for one in some)
    for name, picked in _beside(bench, texts, questions, english=english):
        systems.add(name, _scored(questions, picked, wanted))
    first = _picked(questions, [one.fused() for one in found])
    again = [_again(texts[place], query, scores) for (place, query), scores in zip(questions, first, strict=True)]
    lists = [some for sides in texts for some in sides]
    reader = None if bench.quick else second_reader(lists, bench.matcher.settings.vectors_folder, english=english)
    for name, picked, note in _second_stage(bench, again, reader, (headlines[0], wanted)):
        systems.add(name, _scored(questions, picked, wanted))
        notes = (*notes, note)
    return Measured(systems.figures(), systems.tables() | {_SIGNALS: _signals(found)}, notes)


def _beside(
    bench: Bench, texts: Sequence[Texts], questions: Sequence[tuple[int, RankQuery]], *, english: bool
) -> Iterator[tuple[str, Picked]]:
    """Yield what each baseline says, the MiniLM where all is English, and last the rank fusion of three of them."""
    vectors = bench.matcher.settings.vectors_folder
    plain = baselines(bench.matcher.encoder, vectors, bench.seed)
    chosen = (*plain, *(minilm_baselines(vectors, of_skills=False) if english and not bench.quick else ()))
    kept = []
    for done, baseline in enumerate(chosen, start=1):
        picked = _picked(questions, [pair_scores(baseline, *sides) for sides in texts])
        if baseline.name in FUSED_OF:
            kept.append(picked)
        yield baseline.name, picked
        bench.progress(done, len(chosen))
    yield FUSED, [fused_scores(one) for one in zip(*kept, strict=True)]


def _again(texts: Texts, query: RankQuery, scores: NDArray[np.float64]) -> Again:
    people, vacancies = texts
    asker, asked = (vacancies, people) if query.by_vacancy else (people, vacancies)
    return Again(query, scores, asker[query.asker], [asked[place] for place in query.documents])


def _second_stage(
    bench: Bench, again: Sequence[Again], found: tuple[str, Reader] | None, aim: tuple[str, int]
) -> Iterator[tuple[str, Picked, str]]:
    """Yield the engine with its first places read again by a model, where one can be loaded, and what it counted."""
    if found is None:
        return
    name, read = found
    by_query = []
    for done, one in enumerate(again, start=1):
        by_query.append(one.ways(read))
        bench.progress(done, len(again))
    scores, shares = cross_validated([one.query for one in again], by_query, *aim)
    told = ", ".join(f"{share:g}" for share in shares)
    note = (
        f"Second stage: {name} reads the engine's first {DEPTH} again; it counts {told} where the engine's score "
        "counts 1, each chosen on the other folds."
    )
    yield f"engine, second stage {name}", scores, note


def _picked(questions: Sequence[tuple[int, RankQuery]], tables: Sequence[NDArray[np.float64]]) -> Picked:
    return [query.pick(tables[place]) for place, query in questions]


def _scored(questions: Sequence[tuple[int, RankQuery]], picked: Picked, wanted: int) -> PerQuery:
    ranked = [Scored.by(query, scores, wanted) for (_, query), scores in zip(questions, picked, strict=True)]
    return {name: np.array([metric(one) for one in ranked]) for name, metric in METRICS.items()}


def _signals(found: Sequence[Findings]) -> dict[str, dict[str, float]]:
    """Return the weight of each signal, and of how many pairs it knows something, as a share."""
    known = np.mean([one.known() for one in found], axis=0)
    first = found[0]
    return {
        "weights": dict(zip(first.names, map(float, first.weights), strict=True)),
        "known": {name: round(float(share), 4) for name, share in zip(first.names, known, strict=True)},
    }


HAHU = Suite(
    "hahu-rank", "Person to vacancy: work statements to the other adverts of their occupation", _hahu, folder=FOLDER
)
GRADED = Suite("graded", f"200 pools of the demo data, graded 0-3 by hand ({NOTICE}), both directions", _graded)
KNOWN_ITEM = Suite(
    "known-item", "Half an occupation's essential skills, other words and language, must find it", _known_item
)
SUITES: tuple[Suite, ...] = (HAHU, GRADED, KNOWN_ITEM)
