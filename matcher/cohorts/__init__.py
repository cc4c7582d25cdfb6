"""A cohort as project staff look at it: who can do what, what is missing, how far everybody has come."""

from __future__ import annotations

from matcher.cohorts.asking import BANDS, NO_STAGE, NOT_KNOWN, OTHER, CohortFilters, Dimension, band_of
from matcher.cohorts.holding import CohortHolding
from matcher.cohorts.pivots import Pivot, pivot
from matcher.cohorts.rows import CohortRow, Fact
from matcher.cohorts.skill_groups import SkillGroups
from matcher.cohorts.skills_map import SkillArea, skills_map
from matcher.cohorts.values import FACETS, facet_counts, grounds_of, value_of

__all__ = [
    "BANDS",
    "FACETS",
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
    "facet_counts",
    "grounds_of",
    "pivot",
    "skills_map",
    "value_of",
]
