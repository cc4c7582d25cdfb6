"""Turns texts into bags of ids, once for all texts and then for each batch."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from matcher.encoding.features import gram_key, grams_of
from matcher.training.model import Bags
from matcher.training.vocabulary import Vocabulary

Ids = NDArray[np.int64]
Progress = Callable[[int, int], None]
_AT_ONCE = 20_000  # texts cut into pieces at once


@dataclass(frozen=True, slots=True)
class Ragged:
    """Rows of different lengths in one array: row i is ``values[offsets[i]:offsets[i + 1]]``."""

    values: NDArray[np.int32]
    offsets: Ids

    @classmethod
    def of(cls, rows: Iterable[Iterable[int]]) -> Ragged:
        """Pack rows of ids, one after the other: a list of lists of them would take gigabytes."""
        values, ends = array("i"), array("q", [0])
        for row in rows:
            values.extend(row)
            ends.append(len(values))
        return cls(np.array(values, dtype=np.int32), np.array(ends, dtype=np.int64))

    def take(self, rows: Ids) -> tuple[NDArray[np.int32], Ids]:
        """Return the chosen rows as flat values and their start offsets."""
        lengths = self.offsets[rows + 1] - self.offsets[rows]
        starts = np.cumsum(lengths) - lengths
        within = np.arange(int(lengths.sum())) - np.repeat(starts, lengths)
        return self.values[np.repeat(self.offsets[rows], lengths) + within], starts


class BatchMaker:
    """Holds every text of a corpus as ids and makes :class:`Bags` of any of them."""

    def __init__(self, words: Ragged, grams: Ragged, pieces: Ragged) -> None:
        self._words = words
        self._grams = grams
        self._pieces = pieces

    @classmethod
    def of(cls, texts: Sequence[str], vocabulary: Vocabulary, progress: Progress = lambda *_: None) -> BatchMaker:
        """Cut normalised texts into words, words into n-grams, and texts into pieces."""
        words: dict[str, int] = {}
        text_words = Ragged.of([words.setdefault(word, len(words)) for word in text.split()] for text in texts)
        known = vocabulary.grams
        keys = (map(gram_key, grams_of(word)) for word in words)
        grams = Ragged.of([known[key] for key in row if key in known] for row in keys)

        def pieces() -> Iterable[list[int]]:
            for start in range(0, len(texts), _AT_ONCE):
                progress(start, len(texts))
                some = list(texts[start : start + _AT_ONCE])
                yield from (row.ids for row in vocabulary.tokenizer.encode_batch(some, add_special_tokens=False))

        return cls(text_words, grams, Ragged.of(pieces()))

    def bags(self, texts: Ids) -> Bags:
        """Return the bags of those texts (row numbers of the corpus)."""
        words, word_offsets = self._words.take(texts)
        distinct, words_within = np.unique(words, return_inverse=True)
        grams, gram_offsets = self._grams.take(distinct.astype(np.int64))
        gram_rows, grams_within = np.unique(grams, return_inverse=True)
        pieces, piece_offsets = self._pieces.take(texts)
        piece_rows, pieces_within = np.unique(pieces, return_inverse=True)
        parts = (
            *(gram_rows, grams_within, gram_offsets, words_within, word_offsets),
            *(piece_rows, pieces_within, piece_offsets),
        )
        return Bags(*(torch.from_numpy(part.astype(np.int64, copy=False)) for part in parts))
