"""What a reason to match is: a score for each candidate, and the words for one of them."""

from __future__ import annotations

from typing import Protocol

from matcher.evidence.sides import Numbers, Opening, Pool
from matcher.records import Reason


class Finding(Protocol):
    """What one signal found between one opening and a pool."""

    @property
    def scores(self) -> Numbers:
        """0..1 for each candidate, shape (n,); nan where nothing is known."""

    def reason(self, row: int) -> Reason:
        """Say why the candidate of that row has its score, from the numbers that made it."""


class Signal(Protocol):
    """One reason to match."""

    @property
    def name(self) -> str:
        """Name of the signal, as in the evidence."""

    def compare(self, opening: Opening, pool: Pool) -> Finding:
        """Compare an opening with every candidate of a pool."""
