"""Baselines of letters and words: chance, edit distance, BM25, TF-IDF of character n-grams, the engine's spelling."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any
from zlib import crc32

import numpy as np

from evaluation.baselines.nouns import Corpus, Numbers, batches
from taxonomies.wording import normalise

_K1, _B = 1.5, 0.75  # of BM25, as everybody takes them
_CORPORA = 4  # lists of rows whose features are kept: suites of one run rank the same ones
_LONGEST = 200  # letters of a text that edits are counted in: whole adverts have no edit distance worth its time


def chance(queries: Sequence[str], corpus: Corpus, *, seed: int = 20261123) -> Iterator[Numbers]:
    """Score rows by the throw of a die, the same for the same query wherever it stands."""
    size = len(corpus.texts)
    for some in batches(queries):
        thrown = (np.random.default_rng([seed, crc32(query.encode("utf-8", "surrogatepass"))]) for query in some)
        yield np.stack([random.random(size, dtype=np.float32) for random in thrown])


def edit_distance(queries: Sequence[str], corpus: Corpus) -> Iterator[Numbers]:
    """Score rows by 1 - Levenshtein distance / length of the longer text (lower case, at most 200 letters)."""
    from rapidfuzz.distance import Levenshtein

    texts = [text.lower()[:_LONGEST] for text in corpus.texts]
    for some in batches([query.lower()[:_LONGEST] for query in queries]):
        yield _alike(some, texts, Levenshtein.normalized_similarity)


def spelling(queries: Sequence[str], corpus: Corpus) -> Iterator[Numbers]:
    """Score rows by the engine's own measure of spelling alone (:func:`matcher.spelling.wording_scores`), many at once.

    That measure takes one phrase; here whole batches are compared on all cores, words sorted once a row.
    """
    from rapidfuzz import fuzz
    from rapidfuzz.distance import OSA

    rows, ordered_rows = _spelt_rows(corpus.texts)
    for some in batches(queries):
        asked, ordered = _spelt(some)
        letters, words = _alike(asked, rows, OSA.normalized_similarity), _alike(ordered, ordered_rows, fuzz.ratio)
        yield np.maximum(letters, words / 100)


def _alike(queries: Sequence[str], rows: Sequence[str], measure: Callable[..., float]) -> Numbers:
    """Return how alike each query and each row are by a measure that is the same both ways; shape (queries, rows)."""
    from rapidfuzz import process

    # Rows are put first: many short texts before a long one are compared at once, five times as fast.
    found: Numbers = process.cdist(rows, queries, scorer=measure, dtype=np.float32, workers=-1).T
    return found


def _spelt(texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the texts as they are compared: straight, and their words in order of the alphabet."""
    straight = [normalise(text)[:_LONGEST] for text in texts]
    return straight, [" ".join(sorted(text.split())) for text in straight]


_spelt_rows = lru_cache(_CORPORA)(_spelt)


def char_tfidf(queries: Sequence[str], corpus: Corpus) -> Iterator[Numbers]:
    """Score rows by the cosine of TF-IDF vectors of 2 to 4 letters within words, term frequency sublinear."""
    vectoriser, rows = _tfidf_rows(corpus.texts)
    for some in batches(queries):
        yield (vectoriser.transform(some) @ rows).toarray()


@lru_cache(_CORPORA)
def _tfidf_rows(texts: tuple[str, ...]) -> tuple[Any, Any]:
    """Return what weighs runs of letters, and their weight in each row, shape (runs, rows)."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # heavy import

    vectoriser = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True, dtype=np.float32)
    return vectoriser, vectoriser.fit_transform(texts).T.tocsr()


def bm25(queries: Sequence[str], corpus: Corpus) -> Iterator[Numbers]:
    """Score rows by BM25 over unstemmed words (Robertson & Zaragoza 2009; k1 1.5, b 0.75)."""
    vectoriser, rows = _bm25_rows(corpus.texts)
    for some in batches(queries):
        yield (vectoriser.transform(some) @ rows).toarray()


@lru_cache(_CORPORA)
def _bm25_rows(texts: tuple[str, ...]) -> tuple[Any, Any]:
    """Return what counts words, and the weight of each word in each row, shape (words, rows)."""
    from sklearn.feature_extraction.text import CountVectorizer  # heavy import

    vectoriser = CountVectorizer(token_pattern=r"(?u)\b\w+\b", dtype=np.float32)
    counts = vectoriser.fit_transform(texts).tocsr()
    lengths = np.asarray(counts.sum(axis=1)).ravel()
    holding = np.asarray((counts > 0).sum(axis=0)).ravel()
    rarity = np.log(1 + (len(texts) - holding + 0.5) / (holding + 0.5)).astype(np.float32)
    penalty = _K1 * (1 - _B + _B * lengths / max(float(lengths.mean()), 1e-9))
    of_row = np.repeat(np.arange(len(texts)), np.diff(counts.indptr))
    counts.data = rarity[counts.indices] * counts.data * (_K1 + 1) / (counts.data + penalty[of_row])
    return vectoriser, counts.T.tocsr()
