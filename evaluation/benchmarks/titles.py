"""Job titles: MELO (national titles to ESCO's surface forms), the same to ESCO itself, and titles judged similar."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from evaluation.benchmarks.files import judged, rows
from evaluation.benchmarks.nouns import Benchmark, Query, Source
from taxonomies.concepts import ConceptKind, Taxonomy

MELO = "melo"
SIMILARITY = "job_title_similarity"
TASKS = ("bel_q_fr_c_fr", "bel_q_nl_c_nl", "bel_q_fr_c_en", "bel_q_nl_c_en", "aut_q_de_c_de", "aut_q_de_c_en")
_OCCUPATIONS = {"fr": "bel_q_fr_c_fr", "nl": "bel_q_nl_c_nl", "de": "aut_q_de_c_de"}
_COUNTRIES = {"bel": "Belgian", "aut": "Austrian"}


def sources() -> tuple[Source, ...]:
    """Return the six tasks of MELO, the titles of three of them to concepts, and title similarity in two languages."""
    melo = (
        Source(f"melo-{task}", f"{_told(task)} to ESCO's surface forms (MELO)", partial(_melo_forms, task=task), MELO)
        for task in TASKS
    )
    concepts = (
        Source(f"occupations-{lang}", f"{_told(task)} to ESCO occupations", partial(_melo_concepts, task=task), MELO)
        for lang, task in _OCCUPATIONS.items()
    )
    similar = (
        Source(f"titles-{lang}", f"Job titles ({lang}) to similar ones", partial(_titles, language=lang), SIMILARITY)
        for lang in ("en", "nl")
    )
    return (*melo, *concepts, *similar)


def _told(task: str) -> str:
    country, _, queries, _, corpus = task.split("_")
    return f"{_COUNTRIES[country]} occupation titles ({queries} onto {corpus})"


def _melo_forms(data: Path, _: Taxonomy, task: str) -> Benchmark:
    """National titles to ESCO's surface forms (Retyk et al. 2024): every form of the concept is right."""
    return onto_rows(data / MELO / task, "corpus_elements.tsv", task.split("_")[2])


def _titles(data: Path, _: Taxonomy, language: str) -> Benchmark:
    """Job titles to the titles that people judged similar (Zbib et al. 2022)."""
    return onto_rows(data / SIMILARITY / language, "corpus_documents.tsv", language)


def onto_rows(folder: Path, corpus: str, language: str) -> Benchmark:
    """Load a folder of files without headers: queries and rows as id and text, and the pairs that are right."""
    right = judged(folder / "annotations.tsv")
    found = rows(folder / "queries.tsv")
    queries = tuple(Query(title, frozenset(right.get(query, ()))) for query, title, *_rest in found)
    listed = tuple((identity, text) for identity, text, *_rest in rows(folder / corpus))
    return Benchmark(queries, ConceptKind.OCCUPATION, language, corpus=listed)


def _melo_concepts(data: Path, _: Taxonomy, task: str) -> Benchmark:
    """The titles of MELO to ESCO occupations themselves, not to their surface forms."""
    folder = data / MELO / task
    concept = {element: uri for element, uri, *_rest in rows(folder / "concept_mapping.tsv")}
    right = judged(folder / "annotations.tsv")
    queries = tuple(
        Query(title, frozenset(concept[element] for element in right.get(query, ())))
        for query, title, *_rest in rows(folder / "queries.tsv")
    )
    return Benchmark(queries, ConceptKind.OCCUPATION, task.split("_")[2])
