"""What comes of comparing two identities: the evidence about them, and its grade."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from matcher.records import Identity, Reason


class Grade(StrEnum):
    """How sure it is that two records are one person, surest first."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class PairEvidence:
    """One reason for or against one person. ``bits`` is log2(m/u), ``None`` where nothing is known.

    m is how often one person's two records look so, u how often two people's do (Fellegi and Sunter 1969).
    """

    signal: str
    bits: float | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class DuplicatePair:
    """Two records that may be one person. The evidence, the prior among it, adds up to ``bits``, which is graded."""

    left: Identity
    right: Identity
    grade: Grade
    evidence: tuple[PairEvidence, ...]

    @property
    def bits(self) -> float:
        """Log2 odds that the two are one person."""
        return sum(part.bits for part in self.evidence if part.bits is not None)
