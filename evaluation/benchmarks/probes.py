"""Phrases of our own, which neither training nor synonyms ever saw."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from evaluation.benchmarks.nouns import Benchmark, Query, Source
from taxonomies.concepts import ConceptKind, Taxonomy
from taxonomies.lexicon import arabic_probe, phrases

_KINDS = (ConceptKind.SKILL, ConceptKind.OCCUPATION)
_PROBED = ("ar", "de", "en", "fr", "nl")


def sources() -> tuple[Source, ...]:
    """Return the probes by kind, and by language and kind."""
    found = []
    for kind in _KINDS:
        found.append(Source(f"arabic-{kind.value}", f"Arabic {kind.value} phrases", partial(_arabic, kind=kind)))
        found += [
            Source(
                f"phrases_{lang}-{kind.value}",
                f"{kind.value.capitalize()} phrases as candidates write them ({lang})",
                partial(_probe, language=lang, kind=kind),
            )
            for lang in _PROBED
        ]
    return tuple(found)


def _arabic(_data: Path, _: Taxonomy, kind: ConceptKind) -> Benchmark:
    """Arabic phrases with their concepts, written without sight of the lexicon."""
    found = [(row["phrase"], row["uri"]) for row in arabic_probe() if row["kind"] == kind.value]
    return Benchmark(tuple(Query(text, frozenset({uri})) for text, uri in found), kind, "ar")


def _probe(_data: Path, _: Taxonomy, language: str, kind: ConceptKind) -> Benchmark:
    """Phrases as candidates write them, whose concepts neither training nor synonyms ever saw."""
    found = [phrase for phrase in phrases(probe=True) if phrase.kind == kind.value and phrase.language == language]
    return Benchmark(tuple(Query(phrase.text, frozenset({phrase.uri})) for phrase in found), kind, language)
