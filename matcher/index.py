"""Nearest vectors by cosine: the only user of FAISS. Scores leave here in 0..1, higher is better."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from matcher.encoding import Vectors
from matcher.errors import UsageError

Rows = NDArray[np.int64]


class VectorIndex:
    """An exact index of unit vectors (FAISS ``IndexFlatIP``), with filters that act inside the search."""

    def __init__(self, vectors: Vectors) -> None:
        import faiss  # heavy import

        self._index = faiss.IndexFlatIP(vectors.shape[1])
        # FAISS compares vector by vector by default; matrix blocks are some five times faster on a batch of queries.
        faiss.cvar.distance_compute_blas_threshold = 20
        faiss.cvar.distance_compute_blas_database_bs = 16_384
        self._index.add(np.ascontiguousarray(vectors, dtype=np.float32))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def search(self, queries: Vectors, k: int, allowed: Rows | None = None) -> tuple[Vectors, Rows]:
        """Return scores and row numbers of the k nearest, best first, each of shape (len(queries), k').

        Args:
            queries: unit vectors of shape (n, dimension).
            k: neighbours wanted; k' = min(k, rows searched).
            allowed: rows that may be returned; all where ``None``.

        Raises:
            UsageError: the queries have another dimension than the index.
        """
        if queries.shape[1] != self._index.d:
            raise UsageError(
                f"Query vectors have {queries.shape[1]} dimensions, the index {self._index.d}: use the same encoder."
            )
        import faiss  # heavy import

        k = min(k, len(self) if allowed is None else len(allowed))
        if k == 0 or not len(queries):
            return np.zeros((len(queries), 0), np.float32), np.zeros((len(queries), 0), np.int64)
        parameters = None
        if allowed is not None:
            selector = faiss.IDSelectorBatch(np.asarray(allowed, dtype=np.int64))
            parameters = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
        scores, rows = self._index.search(np.ascontiguousarray(queries, np.float32), k, params=parameters)
        return scores.clip(0.0, 1.0), rows
