"""A second look at the engine's first places: a model reads both texts, and how much it counts is learned.

The model is a cross-encoder where ``MATCHER_RERANKER`` names a folder that holds one (in the format of
sentence-transformers), else the general English MiniLM where that is installed. Nothing of it ships: it is measured
beside the engine, so that whoever can load a model knows what it is worth.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from evaluation.baselines.meanings import minilm
from evaluation.rank_sets import RankQuery
from evaluation.scored import METRICS, Scored
from matcher.encoding import TextRole, VectorCache, Vectors
from matcher.errors import UsageError

RERANKER = "MATCHER_RERANKER"
DEPTH = 20  # first places of a ranking that are looked at again
SHARES = (0.0, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0)  # what the model may count, where the engine's score counts 1
_FOLDS = 5
Numbers = NDArray[np.float64]
Reader = Callable[[str, Sequence[str]], Numbers]
"""Scores texts beside one text, 0..1 or nearly, shape (texts,)."""


def second_reader(texts: Sequence[Sequence[str]], cache_folder: Path, *, english: bool) -> tuple[str, Reader] | None:
    """Return the model's name and what it reads with, or nothing where none can be loaded.

    Args:
        texts: lists of all that is to be read, which the MiniLM encodes at once and keeps in ``cache_folder``.
        cache_folder: where vectors are kept.
        english: whether all is English; the MiniLM reads nothing else. A cross-encoder is taken for all texts.

    Raises:
        UsageError: ``MATCHER_RERANKER`` names no folder of a cross-encoder.
    """
    if folder := os.environ.get(RERANKER):
        return Path(folder).name, _cross_encoder(folder)
    encoder = minilm() if english else None
    if encoder is None:
        return None
    vectors: dict[str, Vectors] = {}
    for some in texts:
        encoded = VectorCache(cache_folder).encode(encoder, list(some), TextRole.PASSAGE)
        vectors |= dict(zip(some, encoded, strict=True))

    def read(text: str, others: Sequence[str]) -> Numbers:
        return np.asarray(np.stack([vectors[other] for other in others]) @ vectors[text], np.float64)

    return "minilm", read


@cache
def _cross_encoder(folder: str) -> Reader:
    try:
        from sentence_transformers import CrossEncoder  # takes ten seconds

        model = CrossEncoder(folder, device="cpu", local_files_only=True)
    except (OSError, ValueError, ImportError) as error:
        raise UsageError(
            f"{RERANKER}={folder} cannot be opened ({type(error).__name__}): name a folder with a cross-encoder in "
            "the format of sentence-transformers, or leave it out."
        ) from error

    def read(text: str, others: Sequence[str]) -> Numbers:
        found = np.asarray(model.predict([(text, other) for other in others], show_progress_bar=False), np.float64)
        return found.reshape(len(others), -1)[:, 0]

    return read


def looked_at(first: Numbers) -> list[int]:
    """Return the rows of the first places by falling score."""
    rows: list[int] = np.argsort(-np.round(first, 9), kind="stable")[:DEPTH].tolist()
    return rows


def blended(first: Numbers, rows: Sequence[int], second: Numbers, share: float) -> Numbers:
    """Return scores in which the first places are ordered anew and all others stay below them, in their order.

    Args:
        first: the engine's scores, shape (documents,).
        rows: the first places, best first.
        second: what the model says of these, shape (rows,).
        share: what the model counts, where the engine's score counts 1.
    """
    found = first.copy()
    anew = first[list(rows)] + share * second
    lowest = float(np.delete(first, list(rows)).max(initial=-np.inf))
    lift = max(0.0, lowest - float(anew.min()) + 1e-6) if np.isfinite(lowest) else 0.0
    found[list(rows)] = anew + lift
    return found


@dataclass(frozen=True, slots=True)
class Again:
    """One question to look at again: the engine's scores of its documents, who asks in words, and the documents."""

    query: RankQuery
    first: Numbers
    text: str
    others: Sequence[str]

    def ways(self, read: Reader) -> list[Numbers]:
        """Return for each of :data:`SHARES` the scores of the documents."""
        rows = looked_at(self.first)
        said = read(self.text, [self.others[row] for row in rows])
        return [blended(self.first, rows, said, share) for share in SHARES]


def cross_validated(
    queries: Sequence[RankQuery], by_query: Sequence[Sequence[Numbers]], metric: str, wanted: int
) -> tuple[list[Numbers], list[float]]:
    """Return each query's scores by the share that was best on the other folds, and those shares by fold.

    Args:
        queries: those of one ``group`` share a fold, so that none is judged by a share its like helped to choose.
        by_query: for each query, for each of :data:`SHARES`, the scores of its documents.
        metric: what is to be high.
        wanted: the least grade of a right document.
    """
    ways = list(zip(*by_query, strict=True))
    worth = np.array(
        [
            [METRICS[metric](Scored.by(query, scores, wanted)) for query, scores in zip(queries, some, strict=True)]
            for some in ways
        ]
    )
    folds = np.array([crc32(query.group.encode()) % _FOLDS for query in queries])
    chosen = [int(worth[:, folds != fold].mean(axis=1).argmax()) for fold in range(_FOLDS)]
    scores = [ways[chosen[fold]][place] for place, fold in enumerate(folds)]
    return scores, [SHARES[one] for one in chosen]
