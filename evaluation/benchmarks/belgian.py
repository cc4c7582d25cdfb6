"""Belgian Competent competences to ESCO skills, French and Dutch: the official crosswalk of VDAB."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from evaluation.benchmarks.files import rows
from evaluation.benchmarks.nouns import Benchmark, Query, Source
from taxonomies.concepts import ConceptKind, Taxonomy

FOLDER = "belgian_skills"
_KINDS = {"KN": "knowledge", "SK": "skill", "SO": "other"}


def sources() -> tuple[Source, ...]:
    """Return the tasks: strict queries, onto English labels alone, and all queries on all their skills."""
    found = []
    for lang, name in (("fr", "French"), ("nl", "Dutch")):
        told = f"{name} Competent competences to ESCO skills"
        found += [
            Source(f"belgian-{lang}", f"{told}, the strict pairs", partial(_load, language=lang), FOLDER),
            Source(
                f"belgian-{lang}-onto-en",
                f"{told} by their English labels alone, the strict pairs",
                partial(_load, language=lang, labels=("en",)),
                FOLDER,
            ),
            Source(f"belgian-{lang}-all", f"{told}, every pair", partial(_load, language=lang, strict=False), FOLDER),
        ]
    return tuple(found)


def _load(data: Path, _: Taxonomy, language: str, labels: tuple[str, ...] = (), *, strict: bool = True) -> Benchmark:
    """Strict queries on their one strict URI, or every query on all its URIs."""
    folder = data / FOLDER
    right: dict[str, set[str]] = {}
    for identity, uri, _relation, is_strict, *_rest in rows(folder / "qrels.tsv", header=True):
        if not strict or is_strict == "1":
            right.setdefault(identity, set()).add(uri)
    queries = tuple(
        Query(french if language == "fr" else dutch, frozenset(right.get(identity, ())), _KINDS.get(kind, kind))
        for identity, kind, french, dutch, is_strict in rows(folder / "queries.tsv", header=True)
        if not strict or is_strict == "1"
    )
    return Benchmark(queries, ConceptKind.SKILL, language, labels, by="sort")
