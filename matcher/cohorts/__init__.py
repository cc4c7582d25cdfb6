"""A cohort as project staff look at it: who can do what, what is missing, how far everybody has come."""

from __future__ import annotations

from matcher.cohorts.asking import BANDS, NO_STAGE, NOT_KNOWN, OTHER, CohortFilters, Dimension, band_of, place_of
from matcher.cohorts.holding import CohortHolding
from matcher.cohorts.pivots import Pivot, gathered, pivot
from matcher.cohorts.rows import CohortRow, Fact
from matcher.cohorts.skill_groups import SkillGroups
from matcher.cohorts.skills_map import SkillArea, skills_map

__all__ = [
    "BANDS",
    "NOT_KNOWN",
    "NO_STAGE",
    "OTHER",
    "CohortFilters",
    "CohortHolding",
    "CohortRow",
    "Dimension",
    "Fact",
    "Pivot",
    "SkillArea",
    "SkillGroups",
    "band_of",
    "gathered",
    "pivot",
    "place_of",
    "skills_map",
]
