"""What a baseline is, and how scores of rows become rankings of ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]
BATCH = 64  # queries scored at once: 64 x 100,000 rows are 26 MB


@dataclass(frozen=True, slots=True)
class Corpus:
    """The rows to rank: several may be of one id, whose score is that of its best row.

    ``texts`` are ordered by id; ``starts[i]`` is the first row of ``ids[i]``.
    """

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    starts: NDArray[np.int64]

    @property
    def digest(self) -> str:
        """What names these rows, whoever made them."""
        whole = sha256(self.starts.tobytes())
        for text in (*self.ids, *self.texts):
            whole.update(text.encode("utf-8", "surrogatepass") + b"\0")
        return whole.hexdigest()

    @classmethod
    def of(cls, rows: Sequence[tuple[str, str]]) -> Self:
        """Order ``(id, text)`` rows by id; a text that an id has twice counts once."""
        ordered = sorted(dict.fromkeys(rows))
        owners = [identity for identity, _ in ordered]
        ids = tuple(dict.fromkeys(owners))
        starts = np.searchsorted(np.array(owners), np.array(ids)) if ids else np.zeros(0)
        return cls(ids, tuple(text for _, text in ordered), starts.astype(np.int64))


Score = Callable[[Sequence[str], Corpus], Iterator[Numbers]]
"""Yields scores (queries of a batch, rows), higher is likelier, for every :data:`BATCH` queries in order."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """A way of ranking rows for a text that everybody knows, to hold the engine against."""

    name: str
    about: str
    score: Score

    def rank(self, queries: Sequence[str], corpus: Corpus, k: int) -> list[list[str]]:
        """Return for each query its min(k, number of ids) best ids, ties by id."""
        return [ids for block in self.score(queries, corpus) for ids in best(by_id(block, corpus), corpus, k)]


def batches(queries: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the queries :data:`BATCH` at a time."""
    for start in range(0, len(queries), BATCH):
        yield queries[start : start + BATCH]


def by_id(scores: Numbers, corpus: Corpus) -> Numbers:
    """Return the best score of each id's rows, shape (queries, ids)."""
    found: Numbers = np.maximum.reduceat(scores, corpus.starts, axis=1)
    return found


def best(scores: Numbers, corpus: Corpus, k: int) -> Iterator[list[str]]:
    """Yield for each row of scores the ids of the k highest, ties by id."""
    negated = -np.round(scores, 6)  # sums in another order on another machine are still a tie
    wanted = min(k, negated.shape[1])
    last = np.partition(negated, wanted - 1, axis=1)[:, wanted - 1] if wanted else negated[:, 0]
    for row, limit in zip(negated, last, strict=True):
        near = np.flatnonzero(row <= limit)
        yield [corpus.ids[place] for place in near[np.argsort(row[near], kind="stable")][:wanted]]
