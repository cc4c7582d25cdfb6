"""Records that may be one person: names in any script or spelling, birth dates, addresses, numbers, weighed and graded.

Only identity is read here, and nothing here reaches a score; a person decides what becomes of a pair.
"""

from __future__ import annotations

from matcher.duplicates.finder import DuplicateFinder
from matcher.duplicates.nouns import DuplicatePair, Grade, PairEvidence

__all__ = ["DuplicateFinder", "DuplicatePair", "Grade", "PairEvidence"]
