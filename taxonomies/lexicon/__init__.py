"""How people write what ESCO calls otherwise: an Arabic trade lexicon, and phrases as candidates write them.

Written for this project. The lexicon is general (an Arabic term, its English and French equivalents); a phrase belongs
to one concept. Concepts are split once, by the hash of their URI: two thirds are for training and synonyms, one third
is a probe that neither ever sees.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

PROBE_SHARE = 3  # one concept in three is held back


@dataclass(frozen=True, slots=True)
class Term:
    """One Arabic term (Arabic or Latin script) with its equivalents."""

    arabic: str
    english: str
    french: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase as a candidate writes it, and the concept meant. ``kind`` is skill or occupation."""

    text: str
    language: str
    kind: str
    uri: str


def terms() -> Iterator[Term]:
    """Yield the Arabic trade lexicon; a term that stands in two files is taken from the first."""
    found: dict[str, Term] = {}
    for path in _tables("arabic-"):
        for row in _rows(path):
            found.setdefault(row["arabic"], Term(row["arabic"], row["english"], row["french"]))
    yield from found.values()


def phrases(*, probe: bool) -> Iterator[Phrase]:
    """Yield the candidates' phrases of the probe, or those that training and synonyms may use."""
    for path in _tables("candidate-phrases-"):
        for row in _rows(path):
            if is_probe(row["uri"]) is probe:
                yield Phrase(row["phrase"], row["language"], row["kind"], row["uri"])


def arabic_probe() -> Iterator[dict[str, str]]:
    """Yield the rows of the Arabic probe (script, variety, kind, phrase, uri): measured, never learned from."""
    for path in _tables("probe-arabic"):
        yield from _rows(path)


def is_probe(uri: str) -> bool:
    """Tell whether a concept is held back for measuring."""
    return int.from_bytes(sha256(uri.encode()).digest()[:4], "big") % PROBE_SHARE == 0


def _tables(prefix: str) -> list[Traversable]:
    found = [item for item in files("taxonomies.lexicon").iterdir() if item.name.startswith(prefix)]
    return sorted(found, key=lambda item: item.name)


def _rows(path: Traversable) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
