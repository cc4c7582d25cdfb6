"""The reasons to match, one small class each. Each knows a score in 0..1, or that nothing is known."""

from __future__ import annotations

from matcher.evidence.levels import EducationLevel, Experience
from matcher.evidence.meaning import ProfileMeaning
from matcher.evidence.occupation import OccupationCloseness
from matcher.evidence.relations import Relations
from matcher.evidence.sides import Opening, Phrases, Pool
from matcher.evidence.signal import Finding, Signal
from matcher.evidence.skills import SkillCoverage

__all__ = [
    "EducationLevel",
    "Experience",
    "Finding",
    "OccupationCloseness",
    "Opening",
    "Phrases",
    "Pool",
    "ProfileMeaning",
    "Relations",
    "Signal",
    "SkillCoverage",
]
