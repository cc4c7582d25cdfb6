"""What can be worked out from cells that are shown: sums and differences of them, found by elimination.

A cell is a vector with a place for each kind of people. Whoever sees some cells knows every weighted sum of them: what
lies in their span. Elimination is exact, over the integers modulo a prime, so no rounding lets a sum slip through.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_PRIME = 2_147_483_647  # products of two residues fit in 63 bits
_SPARE = 8  # columns over the rank: the chance that a projection ties two vectors that are free is about 1 in _PRIME
_SEED = 20261128

Residues = NDArray[np.int64]


def vectors_of(inside: NDArray[np.bool_]) -> Residues:
    """Return the cells as vectors modulo the prime, projected at random where there are more kinds than cells.

    What lies in a span stays in it when projected, so that a projection never makes anything look safer than it is.

    Args:
        inside: shape (cells, kinds).

    Returns:
        Shape (cells, at most cells + a few).
    """
    cells, kinds = inside.shape
    if kinds <= cells + _SPARE:
        return inside.astype(np.int64)
    random = np.random.default_rng(_SEED)
    weights = random.integers(0, _PRIME, size=(kinds, cells + _SPARE), dtype=np.int64)
    return np.array([weights[members].sum(axis=0) % _PRIME for members in inside], dtype=np.int64)


def hidden_besides(vectors: Residues, order: Sequence[int], secret: Sequence[int]) -> frozenset[int]:
    """Return the cells that must be hidden besides the secret ones, so that none of those can be worked out.

    Cells are shown one after another; one that would bring a secret into the span of what is shown is hidden instead
    (Langsrud, "Secondary cell suppression by Gaussian elimination", Privacy in Statistical Databases 2024).

    Args:
        vectors: of all cells, shape (cells, places).
        order: the cells to show where possible, the most wanted first.
        secret: the cells never to be known. One without people is no secret.
    """
    secrets = vectors[list(secret)]
    secrets = secrets[secrets.any(axis=1)]
    rest = vectors[list(order)]
    hidden = []
    for place, number in enumerate(order):
        row = rest[place]
        if not row.any():  # known already from what is shown
            continue
        pivot = int(np.flatnonzero(row)[0])
        row = row * pow(int(row[pivot]), -1, _PRIME) % _PRIME
        left = _without(secrets, row, pivot)
        if not left.any(axis=1).all():
            hidden.append(number)
            continue
        secrets = left
        rest[place + 1 :] = _without(rest[place + 1 :], row, pivot)
    return frozenset(hidden)


def _without(rows: Residues, row: Residues, pivot: int) -> Residues:
    touched = np.flatnonzero(rows[:, pivot])
    left = rows.copy()
    left[touched] = (rows[touched] - rows[touched, pivot][:, None] * row % _PRIME) % _PRIME
    return left
