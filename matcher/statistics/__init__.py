"""Counts of people that tell nothing of anybody: groups, tables, what is hidden, and releases that stand still."""

from __future__ import annotations

from matcher.statistics.groups import DIMENSIONS, NOT_STATED, Counted, groups_of, scheme_title
from matcher.statistics.release import Release, is_due, made_release
from matcher.statistics.tables import CROSSED_WITH, Cell, Dimension, crossings

__all__ = [
    "CROSSED_WITH",
    "DIMENSIONS",
    "NOT_STATED",
    "Cell",
    "Counted",
    "Dimension",
    "Release",
    "crossings",
    "groups_of",
    "is_due",
    "made_release",
    "scheme_title",
]
