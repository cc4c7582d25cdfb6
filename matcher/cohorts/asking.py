"""What is asked of a cohort: who is in question, and by what people are counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from matcher.cohorts.rows import CohortRow, Fact
from matcher.filters import CEFR
from matcher.hiring import Stage

NOT_KNOWN = "unknown"
OTHER = "other"
"""Values that too few people share to be shown, together."""
NO_STAGE = "none"
_BANDS = ((1, "0_to_1"), (3, "1_to_3"), (6, "3_to_6"), (10, "6_to_10"))
BANDS = (*(name for _, name in _BANDS), "more", NOT_KNOWN)
"""Bands of years of experience, in an order that is that of their names too."""


_STAGES = (NO_STAGE, *Stage)


def place_of(value: str) -> tuple[int, str]:
    """Return where a value stands among those of its dimension: stages as a hiring goes, what is not known last."""
    if value in _STAGES:
        return (_STAGES.index(value), value)
    return (len(_STAGES) * (value in (NOT_KNOWN, OTHER)), value)


class Dimension(StrEnum):
    """By what people are counted. Gender and nationality are only ever counted, never shown of one person."""

    SCHEME = "scheme"
    GROUP = "group"
    LEVEL = "level"
    EQF = "eqf"
    YEARS = "years"
    STAGE = "stage"
    GENDER = "gender"
    NATIONALITY = "nationality"

    @property
    def is_protected(self) -> bool:
        """Tell whether groups by it may be too small to show."""
        return self in (Dimension.GENDER, Dimension.NATIONALITY)


def band_of(years: float | None) -> str:
    """Return the band of years of experience, such as ``1_to_3`` for one year and less than three."""
    if years is None:
        return NOT_KNOWN
    return next((name for end, name in _BANDS if years < end), "more")


@dataclass(frozen=True, slots=True)
class CohortFilters:
    """Who is in question; what is empty asks nothing.

    ``level`` asks ``language`` at that CEFR level or a higher one. ``lacking`` asks for those of whom a fact is not
    known, so that somebody can ask them.
    """

    schemes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    language: str = ""
    level: str = ""
    eqf: tuple[int, ...] = ()
    bands: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    lacking: Fact | None = None

    def lets_pass(self, row: CohortRow, stages: Mapping[str, Stage]) -> bool:
        """Tell whether a candidate is in question."""
        return (
            (not self.schemes or row.scheme in self.schemes)
            and (not self.groups or (row.group or NOT_KNOWN) in self.groups)
            and (not self.eqf or row.eqf in self.eqf)
            and (not self.bands or band_of(row.years) in self.bands)
            and (not self.stages or stages.get(row.id, NO_STAGE) in self.stages)
            and (self.lacking is None or self.lacking not in row.known)
            and self._speaks(row)
        )

    def without(self, dimension: Dimension) -> CohortFilters:
        """Return the filters but for that of one dimension."""
        return CohortFilters(
            () if dimension is Dimension.SCHEME else self.schemes,
            () if dimension is Dimension.GROUP else self.groups,
            self.language,
            self.level,
            () if dimension is Dimension.EQF else self.eqf,
            () if dimension is Dimension.YEARS else self.bands,
            () if dimension is Dimension.STAGE else self.stages,
            self.lacking,
        )

    def _speaks(self, row: CohortRow) -> bool:
        if not self.language or not self.level:
            return True
        level = row.level(self.language)
        return bool(level) and CEFR.index(level or CEFR[0]) >= CEFR.index(self.level)
