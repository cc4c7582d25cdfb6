"""Training texts: every label and description of a taxonomy, by concept and language."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.encoding.features import words_of
from taxonomies.concepts import ConceptKind, Taxonomy
from taxonomies.lexicon import phrases, terms

_SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=\w)")
_KINDS = (ConceptKind.SKILL, ConceptKind.OCCUPATION)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts grouped for drawing: ``labels[c]`` and ``sentences[c]`` map language to rows of ``texts``.

    Each of ``siblings`` lists the concepts under one group, to be drawn together as hard negatives.
    """

    texts: tuple[str, ...]
    labels: tuple[tuple[NDArray[np.int32], ...], ...]
    sentences: tuple[tuple[NDArray[np.int32], ...], ...]
    siblings: tuple[NDArray[np.int32], ...]


def read_corpus(taxonomy: Taxonomy, languages: tuple[str, ...] = ()) -> Corpus:
    """Gather the texts of all skills and occupations, with the phrases of candidates and the Arabic lexicon.

    Phrases of concepts that are held back for measuring stay out. Texts are of the given languages, or of all.
    """
    gathered = _Gathered(languages)
    for kind in _KINDS:
        _gather_concepts(gathered, taxonomy, kind)
    _gather_lexicon(gathered)
    uris = sorted(gathered.labels)
    return Corpus(
        texts=tuple(gathered.texts),
        labels=tuple(_by_language(gathered.labels[uri]) for uri in uris),
        sentences=tuple(_by_language(gathered.sentences.get(uri, {})) for uri in uris),
        siblings=_siblings(taxonomy, uris),
    )


def _gather_concepts(gathered: _Gathered, taxonomy: Taxonomy, kind: ConceptKind) -> None:
    for language in taxonomy.languages(kind):
        for label in taxonomy.labels(kind, language):
            gathered.keep(gathered.labels, label.uri, language, label.text)
    for uri, language, text in taxonomy.descriptions(kind):
        for sentence in _SENTENCE.split(text):
            gathered.keep(gathered.sentences, uri, language, sentence)


def _gather_lexicon(gathered: _Gathered) -> None:
    for phrase in phrases(probe=False):
        if phrase.uri in gathered.labels:
            gathered.keep(gathered.labels, phrase.uri, phrase.language, phrase.text)
    for number, term in enumerate(terms()):
        # A term that is a label of an ESCO concept already is learned there; any other is a concept of its own.
        if " ".join(words_of(term.arabic)) not in gathered.texts:
            for language, text in (("ar", term.arabic), ("en", term.english), ("fr", term.french)):
                gathered.keep(gathered.labels, f"lexicon:{number:05}", language, text)


class _Gathered:
    """Distinct texts with their row numbers, and which concept they name or describe in which language."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self._languages = languages
        self.texts: dict[str, int] = {}
        self.labels: dict[str, dict[str, list[int]]] = {}
        self.sentences: dict[str, dict[str, list[int]]] = {}

    def keep(self, where: dict[str, dict[str, list[int]]], uri: str, language: str, text: str) -> None:
        words = " ".join(words_of(text))
        if words and (not self._languages or language in self._languages):
            row = self.texts.setdefault(words, len(self.texts))
            where.setdefault(uri, {}).setdefault(language, []).append(row)


def _by_language(rows: dict[str, list[int]]) -> tuple[NDArray[np.int32], ...]:
    return tuple(np.unique(np.array(rows[language], dtype=np.int32)) for language in sorted(rows))


def _siblings(taxonomy: Taxonomy, uris: list[str]) -> tuple[NDArray[np.int32], ...]:
    """Return, for each group with at least two concepts, the concepts directly below it."""
    number = {uri: index for index, uri in enumerate(uris)}
    groups: dict[str, list[int]] = {}
    for uri in uris:
        for parent in taxonomy.broader(uri):
            groups.setdefault(parent, []).append(number[uri])
    return tuple(np.array(groups[parent], dtype=np.int32) for parent in sorted(groups) if len(groups[parent]) > 1)
