"""Stands in for the reader of what the running text of a vacancy says, until that is merged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.intake.sheets import single_line
from matcher.records import LanguageRequirement, Place, SkillRequirement, Wage


@dataclass(frozen=True, slots=True)
class VacancyTold:
    """What the running text of a vacancy says of it; ``None`` or empty where it says nothing."""

    title: str | None = None
    employer: str | None = None
    requirements: tuple[SkillRequirement, ...] = ()
    languages: tuple[LanguageRequirement, ...] = ()
    openings: int | None = None
    contract: str | None = None
    wage: Wage | None = None
    place: Place | None = None
    eqf: int | None = None
    years: float | None = None
    starts: date | None = None
    closes: date | None = None
    hours: float | None = None
    full_time: bool | None = None
    driving_licences: tuple[str, ...] = ()
    joint_committee: str | None = None
    follows_scale: bool | None = None


def read_vacancy_text(text: str) -> VacancyTold:
    """Return the first line as title."""
    lines = (single_line(line) for line in text.splitlines())
    return VacancyTold(title=next((line for line in lines if line), None))
