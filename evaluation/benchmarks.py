"""Development benchmarks of linking as data: queries, and the ids that are right for each."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from matcher.engine import Matcher
from matcher.errors import NotFoundError
from matcher.linking import Linker
from taxonomies.concepts import ConceptKind
from taxonomies.lexicon import arabic_probe, phrases

_PHRASES = {f"phrases_{language}": language for language in ("ar", "de", "en", "fr", "nl")}
_MELO_TASKS = (
    "bel_q_fr_c_fr",
    "bel_q_nl_c_nl",
    "bel_q_fr_c_en",
    "bel_q_nl_c_en",
    "aut_q_de_c_de",
    "aut_q_de_c_en",
)


@dataclass(frozen=True, slots=True)
class Query:
    """One text to link, and the ids of its right answers."""

    text: str
    relevant: frozenset[str]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Queries, and what they are linked to."""

    queries: tuple[Query, ...]
    open_linker: Callable[[Matcher], Linker]


def names() -> tuple[str, ...]:
    """Return the names of all benchmarks."""
    probes = (f"{family}-{kind}" for family in ("arabic", *_PHRASES) for kind in ("skill", "occupation"))
    return ("belgian-fr", "belgian-nl", *(f"melo-{task}" for task in _MELO_TASKS), *probes)


def load(name: str, data: Path) -> Benchmark:
    """Load a benchmark from the folder that holds them all.

    Raises:
        NotFoundError: no benchmark has that name, or its files are not there.
    """
    if name not in names():
        raise NotFoundError(f"No benchmark is called {name!r}: choose one of {', '.join(names())}.")
    family, _, part = name.partition("-")
    if family == "belgian":
        return _belgian(data / "belgian_skills", part)
    return _melo(data / "melo" / part) if family == "melo" else _probe(family, part)


def _belgian(folder: Path, language: str) -> Benchmark:
    """Belgian Competent competences to ESCO skills: strict queries on their one strict URI."""
    right: dict[str, set[str]] = {}
    for identity, uri, _, strict, *_ in _rows(folder / "qrels.tsv", header=True):
        if strict == "1":
            right.setdefault(identity, set()).add(uri)
    queries = tuple(
        Query(french if language == "fr" else dutch, frozenset(right[identity]))
        for identity, _, french, dutch, strict in _rows(folder / "queries.tsv", header=True)
        if strict == "1"
    )
    return Benchmark(queries, lambda matcher: matcher.linker(ConceptKind.SKILL))


def _melo(folder: Path) -> Benchmark:
    """National occupation titles to ESCO surface forms (Retyk et al. 2024): every form of the concept is right."""
    right: dict[str, set[str]] = {}
    for query, _, element, *_ in _rows(folder / "annotations.tsv"):
        right.setdefault(query, set()).add(element)
    queries = tuple(Query(title, frozenset(right[query])) for query, title in _rows(folder / "queries.tsv"))
    corpus = partial(_rows, folder / "corpus_elements.tsv")
    return Benchmark(queries, lambda matcher: matcher.linker_to((identity, text) for identity, text in corpus()))


def _probe(family: str, kind: str) -> Benchmark:
    """Phrases as candidates write them, whose concepts neither training nor synonyms ever saw, or the Arabic probe."""
    if family == "arabic":
        found = [(row["phrase"], row["uri"]) for row in arabic_probe() if row["kind"] == kind]
    else:
        language = _PHRASES[family]
        found = [(p.text, p.uri) for p in phrases(probe=True) if p.kind == kind and p.language == language]
    queries = tuple(Query(text, frozenset({uri})) for text, uri in found)
    return Benchmark(queries, lambda matcher: matcher.linker(ConceptKind(kind)))


def _rows(path: Path, *, header: bool = False) -> Iterator[list[str]]:
    packed = path.with_name(f"{path.name}.gz")
    if packed.exists():
        text = gzip.decompress(packed.read_bytes()).decode("utf-8-sig")
    elif path.exists():
        text = path.read_text(encoding="utf-8-sig")
    else:
        raise NotFoundError(f"{path} is missing: point --data or BENCHMARKS_DIR to the folder of benchmarks.")
    lines = iter(text.splitlines())
    if header:
        next(lines)
    yield from (line.split("\t") for line in lines if line)
