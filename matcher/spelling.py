"""Spelling: how nearly two phrases are spelt alike, and the word somebody meant to type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from matcher.encoding import Vectors
from matcher.encoding.features import MAX_WORDS

CLOSEST = 0.97  # what the closest misspelling counts: less than the same label
_SHORTEST = 5  # letters; shorter words have too many neighbours ("Java", "Lava")


def wording_scores(form: str, candidates: Sequence[str]) -> Vectors:
    """Return how alike the letters of a phrase and of each label are, in 0..1, the order of words counted or not.

    The similarity is 1 - edits / length (optimal string alignment), of the words as they stand or sorted.
    """
    if not form or not candidates:
        return np.zeros(len(candidates), dtype=np.float32)
    straight = process.cdist([form], candidates, scorer=OSA.normalized_similarity, dtype=np.float32)[0]
    ordered = process.cdist([form], candidates, scorer=fuzz.token_sort_ratio, dtype=np.float32)[0] / 100
    similar: Vectors = np.maximum(straight, ordered)
    return similar


def spelling_scores(form: str, candidates: Sequence[str], similar: Vectors | None = None) -> Vectors:
    """Return how nearly each normalised label is spelt like the phrase: 0 where it is not the same words misspelt.

    The :func:`wording_scores` (``similar``, where they are known), times :data:`CLOSEST`; one counts only where at
    most one character in six differs, so "Developer" is no spelling of "Property developer".
    """
    if not form or not candidates:
        return np.zeros(len(candidates), dtype=np.float32)
    alike = wording_scores(form, candidates) if similar is None else similar
    longest = np.array([max(len(form), len(candidate)) for candidate in candidates])
    misspelt = (1 - alike) * longest <= np.maximum(longest // 6, 1)
    return np.where(misspelt & (longest >= _SHORTEST), alike * CLOSEST, 0.0).astype(np.float32)


class WordCorrector:
    """Replaces words that no label holds by the nearest word that one does."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Learn the words of normalised phrases."""
        self._counts = Counter(word for phrase in phrases for word in phrase.split())
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(self._counts):
            self._by_length.setdefault(len(word), []).append(word)
        self._nearest = lru_cache(maxsize=20_000)(self._find)

    def correct(self, form: str) -> str:
        """Return the normalised phrase with each misspelt word replaced; the phrase itself where none is."""
        words = form.split()
        return " ".join([*map(self._nearest, words[:MAX_WORDS]), *words[MAX_WORDS:]])

    def _find(self, word: str) -> str:
        """Return the word of one edit away (two from ten letters on), the most frequent of equals, else itself."""
        if word in self._counts or len(word) < _SHORTEST or not word.isalpha():
            return word
        edits = 2 if len(word) >= 10 else 1
        lengths = range(len(word) - edits, len(word) + edits + 1)
        near = [other for length in lengths for other in self._by_length.get(length, ())]
        found = process.extract(word, near, scorer=OSA.distance, score_cutoff=edits, limit=None)
        if not found:
            return word
        return min(found, key=lambda item: (item[1], item[0][0] != word[0], -self._counts[item[0]], item[0]))[0]
