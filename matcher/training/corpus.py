"""Training texts: labels and descriptions of a taxonomy by concept and language, and the words of dictionaries."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.encoding.features import words_of
from matcher.training.dictionaries import WordPair
from matcher.training.noise import misspelt
from taxonomies.concepts import ConceptKind, Taxonomy
from taxonomies.lexicon import phrases, terms

_SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=\w)")
_KINDS = (ConceptKind.SKILL, ConceptKind.OCCUPATION)
_ENGLISH_LABELS = 5  # of a concept; its teacher learns little from the hundredth spelling
Rows = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts grouped for drawing: ``labels[c]`` and ``sentences[c]`` list, by language, rows of ``texts``.

    Each of ``siblings`` lists the concepts under one group, to be drawn together as hard negatives. Each of ``words``
    is a headword of a dictionary with its translations, by language. ``english`` are the rows of which a teacher that
    knows English is asked.
    """

    texts: tuple[str, ...]
    labels: tuple[tuple[Rows, ...], ...]
    sentences: tuple[tuple[Rows, ...], ...]
    siblings: tuple[Rows, ...]
    words: tuple[tuple[Rows, ...], ...]
    english: Rows


def read_corpus(
    taxonomy: Taxonomy,
    languages: tuple[str, ...] = (),
    *,
    pairs: Iterable[WordPair] = (),
    noise: float = 0.0,
    seed: int = 0,
) -> Corpus:
    """Gather the texts of all skills and occupations, with the phrases of candidates and the Arabic lexicon.

    Phrases of concepts that are held back for measuring stay out.

    Args:
        taxonomy: where labels and descriptions are read.
        languages: texts are of these, or of all where none is named.
        pairs: entries of dictionaries.
        noise: share of the labels that get a misspelt copy.
        seed: of the misspelling.
    """
    gathered = _Gathered(languages)
    for kind in _KINDS:
        _gather_concepts(gathered, taxonomy, kind)
    _gather_lexicon(gathered)
    words = _gather_words(gathered, pairs)
    uris = sorted(gathered.labels)
    labels = [_by_language(gathered.labels[uri]) for uri in uris]
    english = _english(gathered, words)
    labels = _with_misspelt(labels, gathered.texts, noise, np.random.default_rng(seed))
    return Corpus(
        texts=tuple(gathered.texts),
        labels=tuple(labels),
        sentences=tuple(_by_language(gathered.sentences.get(uri, {})) for uri in uris),
        siblings=_siblings(taxonomy, uris),
        words=tuple(_by_language(group) for group in words),
        english=english,
    )


class _Gathered:
    """Distinct texts with their row numbers, and which concept they name or describe in which language."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self._languages = languages
        self.texts: dict[str, int] = {}
        self.labels: dict[str, dict[str, list[int]]] = {}
        self.sentences: dict[str, dict[str, list[int]]] = {}

    def row(self, language: str, text: str) -> int | None:
        """Return the row of a text, or ``None`` where it has no words or its language is not wanted."""
        words = " ".join(words_of(text))
        if not words or (self._languages and language not in self._languages):
            return None
        return self.texts.setdefault(words, len(self.texts))

    def keep(self, where: dict[str, dict[str, list[int]]], uri: str, language: str, text: str) -> None:
        row = self.row(language, text)
        if row is not None:
            where.setdefault(uri, {}).setdefault(language, []).append(row)


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


def _gather_words(gathered: _Gathered, pairs: Iterable[WordPair]) -> list[dict[str, list[int]]]:
    """Return each headword with its translations, rows by language."""
    groups: dict[tuple[str, int], dict[str, list[int]]] = {}
    for pair in pairs:
        head = gathered.row(pair.language, pair.text)
        other = gathered.row(pair.other_language, pair.translation)
        # A word that is the same in both languages teaches nothing, and two of one language are no translation.
        if head is not None and other is not None and head != other and pair.language != pair.other_language:
            group = groups.setdefault((pair.language, head), {pair.language: [head]})
            group.setdefault(pair.other_language, []).append(other)
    return list(groups.values())


def _english(gathered: _Gathered, words: list[dict[str, list[int]]]) -> Rows:
    """Return the English rows for a teacher: a few labels of each concept, sentences, and dictionary words."""
    rows: dict[int, None] = {}
    for uri in sorted(gathered.labels):
        labels = dict.fromkeys(gathered.labels[uri].get("en", ()))
        rows.update(dict.fromkeys(list(labels)[:_ENGLISH_LABELS]))
        rows.update(dict.fromkeys(gathered.sentences.get(uri, {}).get("en", ())))
    for group in words:
        rows.update(dict.fromkeys(group.get("en", ())))
    return np.fromiter(rows, dtype=np.int32, count=len(rows))


def _with_misspelt(
    labels: list[tuple[Rows, ...]], texts: dict[str, int], share: float, random: np.random.Generator
) -> list[tuple[Rows, ...]]:
    """Return the labels with misspelt copies of a share of them appended; a copy that is a word of its own is not."""
    if not share:
        return labels
    known = tuple(texts)

    def noisy(rows: Rows) -> Rows:
        chosen = rows[random.random(len(rows)) < share]
        copies = (misspelt(known[row], random) for row in chosen)
        added = [texts.setdefault(copy, len(texts)) for copy in copies if copy and copy not in texts]
        return np.concatenate((rows, np.array(added, dtype=np.int32)))

    return [tuple(noisy(rows) for rows in languages) for languages in labels]


def _by_language(rows: dict[str, list[int]]) -> tuple[Rows, ...]:
    return tuple(np.unique(np.array(rows[language], dtype=np.int32)) for language in sorted(rows))


def _siblings(taxonomy: Taxonomy, uris: list[str]) -> tuple[Rows, ...]:
    """Return, for each group with at least two concepts, the concepts directly below it."""
    number = {uri: index for index, uri in enumerate(uris)}
    groups: dict[str, list[int]] = {}
    for uri in uris:
        for parent in taxonomy.broader(uri):
            groups.setdefault(parent, []).append(number[uri])
    return tuple(np.array(groups[parent], dtype=np.int32) for parent in sorted(groups) if len(groups[parent]) > 1)
