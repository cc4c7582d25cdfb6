"""From the sum of the evidence to a grade."""

from __future__ import annotations

from matcher.duplicates.nouns import Grade, PairEvidence
from matcher.records import Reason

PRIOR = PairEvidence("prior", -13.5, Reason("prior.pool"))
"""Log2 odds before anything is compared: in a pool of some thousands, one pair in ten thousand is one person twice.

It is the same for every pool, so that a pair keeps its grade while others come and go.
"""

THRESHOLDS = ((Grade.CERTAIN, 10.0), (Grade.LIKELY, 2.0), (Grade.POSSIBLE, -2.0))
"""Least bits of each grade: odds of 1,000 to 1, of 4 to 1, of 1 to 4."""

LEAST = THRESHOLDS[-1][1]


def grade_of(bits: float) -> Grade | None:
    """Return the grade of a sum of evidence, or ``None`` where two people are too likely to be worth a look."""
    return next((grade for grade, least in THRESHOLDS if bits >= least), None)
