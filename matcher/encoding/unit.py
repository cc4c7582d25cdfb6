"""Vectors scaled to unit length."""

from __future__ import annotations

import numpy as np

from matcher.encoding.protocol import Vectors


def unit(vectors: Vectors) -> Vectors:
    """Scale rows to unit length, shape as given; rows of nothing stay zero."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Vectors = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 1e-9)
    return scaled
