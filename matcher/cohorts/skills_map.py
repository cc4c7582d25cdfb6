"""The skills of a cohort beside those that open vacancies ask, by the groups of ESCO."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from matcher.cohorts.rows import CohortRow

Groups = Callable[[str], Collection[str]]
"""Gives the groups that a skill belongs to; a taxonomy without groups gives the skill itself."""


@dataclass(frozen=True, slots=True)
class SkillArea:
    """One group of skills: how many candidates have one of it, how many vacancies and seats ask one of it."""

    uri: str
    people: int
    people_share: float
    vacancies: int
    vacancy_share: float

    @property
    def gap(self) -> float:
        """How much larger (-1..1) the share of vacancies that ask it is than that of the people who have it."""
        return self.vacancy_share - self.people_share


def skills_map(rows: Sequence[CohortRow], demands: Sequence[Collection[str]], groups: Groups) -> tuple[SkillArea, ...]:
    """Return the areas of skill, those most asked first, then those that most people have.

    Args:
        rows: the people in question.
        demands: the skills that each open vacancy asks, as ESCO URIs.
        groups: of a skill.
    """
    held = Counter(group for row in rows for group in _groups_of(row.skills, groups))
    asked = Counter(group for skills in demands for group in _groups_of(skills, groups))
    areas = [
        SkillArea(
            uri,
            held[uri],
            held[uri] / len(rows) if rows else 0.0,
            asked[uri],
            asked[uri] / len(demands) if demands else 0.0,
        )
        for uri in held.keys() | asked.keys()
    ]
    return tuple(sorted(areas, key=lambda area: (-area.vacancies, -area.people, area.uri)))


def _groups_of(skills: Collection[str], groups: Groups) -> set[str]:
    return {group for skill in skills for group in groups(skill)}
