"""Sentences of English adverts to the skills they speak of: HOUSE, TECH and SkillSkape."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from evaluation.benchmarks.files import table
from evaluation.benchmarks.nouns import Benchmark, Query, Source
from taxonomies.concepts import ConceptKind, LabelRole, Taxonomy

EXTRACTION, SKILLSKAPE = "skill_extraction", "skillskape"


def sources() -> tuple[Source, ...]:
    """Return the two sets marked by people and the synthetic one."""
    marked = (
        Source(part, f"Sentences of adverts to ESCO skills, {part.upper()}", partial(_marked, part=part), EXTRACTION)
        for part in ("house", "tech")
    )
    synthetic = Source("skillskape", "Synthetic sentences of adverts to ESCO skills", _skillskape, SKILLSKAPE)
    return (*marked, synthetic)


def _marked(data: Path, taxonomy: Taxonomy, part: str) -> Benchmark:
    """Sentences of English adverts to the skills marked in them (Decorte et al. 2022)."""
    rows = table(data / EXTRACTION / f"{part}_validation_annotations.csv")
    return _sentences(((row["sentence"], row["label"]) for row in rows), taxonomy)


def _skillskape(data: Path, taxonomy: Taxonomy) -> Benchmark:
    """Synthetic sentences of English adverts to the skills they were written for (Magron et al. 2024)."""
    rows = table(data / SKILLSKAPE / "dev.csv")
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
