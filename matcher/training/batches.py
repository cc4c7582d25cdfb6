"""Draws batches of concept pairs and turns them into bags of ids."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from matcher.encoding.features import gram_key, grams_of
from matcher.training.corpus import Corpus
from matcher.training.model import Bags
from matcher.training.vocabulary import Vocabulary

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Ragged:
    """Rows of different lengths in one array: row i is ``values[offsets[i]:offsets[i + 1]]``."""

    values: Ids
    offsets: Ids

    @classmethod
    def of(cls, rows: list[list[int]]) -> Ragged:
        """Pack lists of ids."""
        lengths = np.fromiter((len(row) for row in rows), dtype=np.int64, count=len(rows))
        values = np.fromiter((value for row in rows for value in row), dtype=np.int64, count=int(lengths.sum()))
        return cls(values, np.concatenate(([0], np.cumsum(lengths))))

    def take(self, rows: Ids) -> tuple[Ids, Ids]:
        """Return the chosen rows as flat values and their start offsets."""
        lengths = self.offsets[rows + 1] - self.offsets[rows]
        starts = np.cumsum(lengths) - lengths
        within = np.arange(int(lengths.sum())) - np.repeat(starts, lengths)
        return self.values[np.repeat(self.offsets[rows], lengths) + within], starts


class BatchMaker:
    """Holds every text of a corpus as ids and makes :class:`Bags` of any of them."""

    def __init__(self, corpus: Corpus, vocabulary: Vocabulary) -> None:
        words: dict[str, int] = {}
        text_words = [[words.setdefault(word, len(words)) for word in text.split()] for text in corpus.texts]
        known = vocabulary.grams
        keys = [[gram_key(gram) for gram in grams_of(word)] for word in words]
        self._words = Ragged.of(text_words)
        self._grams = Ragged.of([[known[key] for key in row if key in known] for row in keys])
        encoded = vocabulary.tokenizer.encode_batch(list(corpus.texts), add_special_tokens=False)
        self._pieces = Ragged.of([row.ids for row in encoded])

    def bags(self, texts: Ids) -> Bags:
        """Return the bags of those texts (row numbers of the corpus)."""
        words, word_offsets = self._words.take(texts)
        distinct, inverse = np.unique(words, return_inverse=True)
        grams, gram_offsets = self._grams.take(distinct)
        pieces, piece_offsets = self._pieces.take(texts)
        return Bags(*map(torch.from_numpy, (grams, gram_offsets, inverse, word_offsets, pieces, piece_offsets)))


class PairSampler:
    """Draws pairs of texts of one concept: languages evenly, a share of descriptions, a share of sibling groups."""

    def __init__(self, corpus: Corpus, seed: int, *, sentences: float = 0.15, siblings: float = 0.0) -> None:
        self._corpus = corpus
        self._random = np.random.default_rng(seed)
        self._sentences = sentences
        self._siblings = siblings

    def draw(self, size: int) -> tuple[Ids, Ids]:
        """Return two arrays of text rows; entry i of both belongs to the same concept, all concepts distinct."""
        concepts = self._draw_concepts(size)
        first = np.array([self._draw_text(concept) for concept in concepts])
        second = np.array([self._draw_text(concept) for concept in concepts])
        return first, second

    def skip(self, draws: int, size: int) -> None:
        """Draw and forget, so that a resumed run goes on with the pairs that an unbroken one would see."""
        for _ in range(draws):
            self.draw(size)

    def _draw_concepts(self, size: int) -> Ids:
        chosen: dict[int, None] = {}
        groups = self._corpus.siblings
        while groups and len(chosen) < size * self._siblings:
            group = groups[self._random.integers(len(groups))]
            chosen.update(dict.fromkeys(self._random.permutation(group)[:32].tolist()))
        chosen = dict.fromkeys(list(chosen)[: int(size * self._siblings)])
        for concept in self._random.permutation(len(self._corpus.labels)).tolist():
            if len(chosen) >= size:
                break
            chosen[concept] = None
        return np.fromiter(chosen, dtype=np.int64, count=len(chosen))

    def _draw_text(self, concept: int) -> int:
        described = self._corpus.sentences[concept]
        use_sentence = described and self._random.random() < self._sentences
        languages = described if use_sentence else self._corpus.labels[concept]
        rows = languages[self._random.integers(len(languages))]
        return int(rows[self._random.integers(len(rows))])
