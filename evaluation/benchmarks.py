"""Development benchmarks of linking as data: queries, and the ids that are right for each."""

from __future__ import annotations

import ast
import csv
import gzip
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from matcher.engine import Matcher
from matcher.errors import NotFoundError
from matcher.linking import PhraseLinker
from taxonomies.concepts import ConceptKind, LabelRole, Taxonomy
from taxonomies.lexicon import arabic_probe, phrases

_PROBED = ("ar", "de", "en", "fr", "nl")
_MELO_TASKS = (
    "bel_q_fr_c_fr",
    "bel_q_nl_c_nl",
    "bel_q_fr_c_en",
    "bel_q_nl_c_en",
    "aut_q_de_c_de",
    "aut_q_de_c_en",
)
_OCCUPATIONS = {"fr": "bel_q_fr_c_fr", "nl": "bel_q_nl_c_nl", "de": "aut_q_de_c_de"}


@dataclass(frozen=True, slots=True)
class Query:
    """One text to link, and the ids of its right answers."""

    text: str
    relevant: frozenset[str]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Queries in a language, and what they are linked to.

    ``labels`` limits the languages of ESCO's labels, all where it is empty; ``corpus`` are ``(id, label)`` rows that
    stand in place of ESCO.
    """

    queries: tuple[Query, ...]
    kind: ConceptKind
    language: str = ""
    labels: tuple[str, ...] = ()
    corpus: tuple[tuple[str, str], ...] = ()

    def linker(self, matcher: Matcher) -> PhraseLinker:
        """Open the linker that the queries are put to."""
        if self.corpus:
            return matcher.linker_to(self.corpus, self.kind)
        return matcher.linker(self.kind, self.labels)


Loader = Callable[[Path, Taxonomy], Benchmark]


def names() -> tuple[str, ...]:
    """Return the names of all benchmarks."""
    return tuple(_loaders())


def load(name: str, data: Path, taxonomy: Taxonomy) -> Benchmark:
    """Load a benchmark from the folder that holds them all.

    Raises:
        NotFoundError: no benchmark has that name, or its files are not there.
    """
    loaders = _loaders()
    if name not in loaders:
        raise NotFoundError(f"No benchmark is called {name!r}: choose one of {', '.join(loaders)}.")
    return loaders[name](data, taxonomy)


def _loaders() -> Mapping[str, Loader]:
    found: dict[str, Loader] = {}
    for lang in ("fr", "nl"):
        found[f"belgian-{lang}"] = partial(_belgian, language=lang)
        found[f"belgian-{lang}-onto-en"] = partial(_belgian, language=lang, labels=("en",))
    found |= {f"melo-{task}": partial(_melo_forms, task=task) for task in _MELO_TASKS}
    found |= {f"occupations-{lang}": partial(_melo_concepts, task=task) for lang, task in _OCCUPATIONS.items()}
    found |= {f"titles-{lang}": partial(_titles, language=lang) for lang in ("en", "nl")}
    found |= {part: partial(_extraction, part=part) for part in ("house", "tech")}
    found |= {"skillskape": _skillskape, "hahu-titles": _hahu_titles}
    for kind in (ConceptKind.SKILL, ConceptKind.OCCUPATION):
        found[f"arabic-{kind.value}"] = partial(_arabic_probe, kind=kind)
        found |= {f"phrases_{lang}-{kind.value}": partial(_probe, language=lang, kind=kind) for lang in _PROBED}
    return found


def _belgian(data: Path, _: Taxonomy, language: str, labels: tuple[str, ...] = ()) -> Benchmark:
    """Belgian Competent competences to ESCO skills: strict queries on their one strict URI."""
    folder = data / "belgian_skills"
    right: dict[str, set[str]] = {}
    for identity, uri, _relation, strict, *_rest in _rows(folder / "qrels.tsv", header=True):
        if strict == "1":
            right.setdefault(identity, set()).add(uri)
    queries = tuple(
        Query(french if language == "fr" else dutch, frozenset(right[identity]))
        for identity, _kind, french, dutch, strict in _rows(folder / "queries.tsv", header=True)
        if strict == "1"
    )
    return Benchmark(queries, ConceptKind.SKILL, language, labels)


def _melo_forms(data: Path, _: Taxonomy, task: str) -> Benchmark:
    """National titles to ESCO's surface forms (Retyk et al. 2024): every form of the concept is right."""
    return _onto_rows(data / "melo" / task, "corpus_elements.tsv", task.split("_")[2])


def _titles(data: Path, _: Taxonomy, language: str) -> Benchmark:
    """Job titles to the titles that people judged similar (Zbib et al. 2022)."""
    return _onto_rows(data / "job_title_similarity" / language, "corpus_documents.tsv", language)


def _onto_rows(folder: Path, corpus: str, language: str) -> Benchmark:
    right = _judged(folder)
    queries = tuple(Query(title, frozenset(right[query])) for query, title, *_rest in _rows(folder / "queries.tsv"))
    rows = tuple((identity, text) for identity, text, *_rest in _rows(folder / corpus))
    return Benchmark(queries, ConceptKind.OCCUPATION, language, corpus=rows)


def _melo_concepts(data: Path, _: Taxonomy, task: str) -> Benchmark:
    """The titles of MELO to ESCO occupations themselves, not to their surface forms."""
    folder = data / "melo" / task
    concept = {element: uri for element, uri, *_rest in _rows(folder / "concept_mapping.tsv")}
    right = _judged(folder)
    queries = tuple(
        Query(title, frozenset(concept[element] for element in right[query]))
        for query, title, *_rest in _rows(folder / "queries.tsv")
    )
    return Benchmark(queries, ConceptKind.OCCUPATION, task.split("_")[2])


def _judged(folder: Path) -> dict[str, set[str]]:
    right: dict[str, set[str]] = {}
    for query, _, element, *_rest in _rows(folder / "annotations.tsv"):
        right.setdefault(query, set()).add(element)
    return right


def _extraction(data: Path, taxonomy: Taxonomy, part: str) -> Benchmark:
    """Sentences of English adverts to the skills marked in them (Decorte et al. 2022)."""
    rows = _table(data / "skill_extraction" / f"{part}_validation_annotations.csv")
    return _sentences(((row["sentence"], row["label"]) for row in rows), taxonomy)


def _skillskape(data: Path, taxonomy: Taxonomy) -> Benchmark:
    """Synthetic sentences of English adverts to the skills they were written for (Magron et al. 2024)."""
    rows = _table(data / "skillskape" / "dev.csv")
    return _sentences(((row["sentence"], label) for row in rows for label in ast.literal_eval(row["skills"])), taxonomy)


def _sentences(marked: Iterable[tuple[str, str]], taxonomy: Taxonomy) -> Benchmark:
    """Group the marked labels by sentence; labels that ESCO does not have, and sentences without any, drop out."""
    skills = taxonomy.labels(ConceptKind.SKILL, "en")
    uri = {label.text.lower(): label.uri for label in skills if label.role is LabelRole.PREFERRED}
    right: dict[str, set[str]] = {}
    for sentence, label in marked:
        if label.lower() in uri:
            right.setdefault(sentence, set()).add(uri[label.lower()])
    queries = tuple(Query(sentence, frozenset(found)) for sentence, found in right.items())
    return Benchmark(queries, ConceptKind.SKILL, "en")


def _hahu_titles(data: Path, taxonomy: Taxonomy) -> Benchmark:
    """Titles of Ethiopian adverts to their ESCO occupation."""
    uri = {concept.code: concept.uri for concept in map(taxonomy.occupation, taxonomy.uris(ConceptKind.OCCUPATION))}
    rows = _table(data / "hahu_ads" / "hahu.csv")
    queries = tuple(Query(row["title"], frozenset({uri[row["esco_code"]]})) for row in rows if row["esco_code"] in uri)
    return Benchmark(queries, ConceptKind.OCCUPATION, "en")


def _arabic_probe(_data: Path, _: Taxonomy, kind: ConceptKind) -> Benchmark:
    """Arabic phrases with their concepts, written without sight of the lexicon."""
    found = [(row["phrase"], row["uri"]) for row in arabic_probe() if row["kind"] == kind.value]
    return Benchmark(tuple(Query(text, frozenset({uri})) for text, uri in found), kind, "ar")


def _probe(_data: Path, _: Taxonomy, language: str, kind: ConceptKind) -> Benchmark:
    """Phrases as candidates write them, whose concepts neither training nor synonyms ever saw."""
    found = [phrase for phrase in phrases(probe=True) if phrase.kind == kind.value and phrase.language == language]
    return Benchmark(tuple(Query(phrase.text, frozenset({phrase.uri})) for phrase in found), kind, language)


def _table(path: Path) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(io.StringIO(_text(path), newline=""))


def _rows(path: Path, *, header: bool = False) -> Iterator[list[str]]:
    lines = iter(_text(path).splitlines())
    if header:
        next(lines)
    yield from (line.split("\t") for line in lines if line)


def _text(path: Path) -> str:
    packed = path.with_name(f"{path.name}.gz")
    if packed.exists():
        return gzip.decompress(packed.read_bytes()).decode("utf-8-sig")
    if path.exists():
        return path.read_bytes().decode("utf-8-sig")
    raise NotFoundError(f"{path} is missing: point --data or BENCHMARKS_DIR to the folder of benchmarks.")
