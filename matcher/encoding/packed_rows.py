"""Tables of rows at 4 bits a number: an eighth of float32, which costs nothing where a text sums dozens of rows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_TOP = 7  # numbers lie in -7..7; -8 is not used, so that rows are symmetric
_CLIPPED = np.linspace(0.5, 1.0, 11)  # shares of the largest number that a row's scale is tried at


@dataclass(frozen=True, slots=True)
class PackedRows:
    """``packed`` (n, dimension / 2) holds two numbers a byte, the lower half first; ``scales`` (n,) is float16."""

    packed: NDArray[np.uint8]
    scales: NDArray[np.float16]

    @classmethod
    def of(cls, table: NDArray[np.float32]) -> PackedRows:
        """Pack a table of an even dimension; each row takes the scale that loses least (squared error)."""
        largest = np.abs(table).max(axis=1).clip(min=1e-6)
        best = np.full(len(table), np.inf)
        scales = np.zeros(len(table), dtype=np.float16)
        for share in _CLIPPED:
            tried = (largest * share / _TOP).clip(min=1e-6).astype(np.float16)
            lost = np.square(_rounded(table, tried) * tried.astype(np.float32)[:, None] - table).sum(axis=1)
            scales = np.where(lost < best, tried, scales)
            best = np.minimum(lost, best)
        numbers = (_rounded(table, scales) + 8).astype(np.uint8)
        packed: NDArray[np.uint8] = np.bitwise_or(numbers[:, ::2], numbers[:, 1::2] << np.uint8(4))
        return cls(packed, scales)

    @property
    def dimension(self) -> int:
        """Length of a row."""
        return int(2 * self.packed.shape[1])

    def __len__(self) -> int:
        return len(self.packed)

    def take(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the chosen rows as float32, shape (len(rows), dimension)."""
        packed = self.packed[rows]
        table = np.empty((len(rows), self.dimension), dtype=np.float32)
        table[:, ::2] = packed & 15
        table[:, 1::2] = packed >> 4
        table -= 8
        table *= self.scales[rows].astype(np.float32)[:, None]
        return table


def _rounded(table: NDArray[np.float32], scales: NDArray[np.float16]) -> NDArray[np.float32]:
    rounded: NDArray[np.float32] = np.rint(table / scales.astype(np.float32)[:, None]).clip(-_TOP, _TOP)
    return rounded
