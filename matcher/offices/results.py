"""What a search answers with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from matcher.lawful import Exclusion
from matcher.records import LinkMethod, Match, ProfessionalProfile, Vacancy

Value = TypeVar("Value")

FEWEST = 5
"""Roles that may not see legal facts are told nothing of fewer people than that whom their filters single out."""


@dataclass(frozen=True, slots=True)
class Hits:
    """The best of the vacancies that a few words find, and how many they find."""

    vacancies: tuple[Vacancy, ...]
    found: int


@dataclass(frozen=True, slots=True)
class Results:
    """Candidates ranked for a vacancy.

    Args:
        ranking_id: in the audit log; empty where nothing was ranked.
        matches: best first, with the law beside them.
        total: how many may be ranked at all.
        remaining: how many the filters let pass; ``None`` where that may not be told.
        too_few: whether the filters single out so few people that nothing is shown of them.
        left_out: how many may not be ranked, by reason.
        profiles: the masked profiles of those in the matches, by id.
    """

    ranking_id: str
    matches: tuple[Match, ...]
    total: int
    remaining: int | None
    too_few: bool = False
    left_out: Mapping[Exclusion, int] | None = None
    profiles: Mapping[str, ProfessionalProfile] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FacetRead:
    """How many candidates remain under some filters, and how many would with each value of one more.

    Args:
        total: how many may be ranked at all.
        remaining: how many the filters let pass; ``None`` where that may not be told.
        schemes: by name; empty for a blind actor.
        languages: by language, then by CEFR level: those who state that level or a higher one.
        occupations: by ESCO URI, the most frequent first.
        skills: by ESCO URI, the most frequent first.
        available: by months from today: those who can begin by then.
        regions: by Region of Belgium: those who would work there.
        routes: by what the law says of a way to be hired (yes, unknown, no); empty where no vacancy was named.
    """

    total: int
    remaining: int | None
    schemes: Mapping[str, int]
    languages: Mapping[str, Mapping[str, int]]
    occupations: Mapping[str, int]
    skills: Mapping[str, int]
    available: Mapping[int, int]
    regions: Mapping[str, int]
    routes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class LinkRead:
    """A statement in the candidate's words, the concept found for it in the reader's language, how, and how surely.

    ``chance`` (0..1) is how often such links are right; ``is_calibrated`` whether that was measured.
    """

    text: str
    concept: str | None
    method: LinkMethod
    chance: float
    is_calibrated: bool


@dataclass(frozen=True, slots=True)
class ProfileRead:
    """A masked profile with what its statements were understood as."""

    candidate_id: str
    profile: ProfessionalProfile
    occupations: tuple[LinkRead, ...]
    skills: tuple[LinkRead, ...]


@dataclass(frozen=True, slots=True)
class Similar:
    """A candidate whose profile is near another's: how near (0..1), and the concepts that both state."""

    read: ProfileRead
    closeness: float
    shared: tuple[str, ...]


def told_remaining(remaining: int, total: int) -> int | None:
    """Return how many remain, or ``None`` where that number, or how many are left out, would point at people."""
    return None if singles_out(remaining, total) or 0 < total - remaining < FEWEST else remaining


def told_counts(counts: Mapping[Value, int]) -> dict[Value, int]:
    """Leave out the counts that would point at people."""
    return {value: number for value, number in counts.items() if number >= FEWEST}


def singles_out(remaining: int, total: int) -> bool:
    """Tell whether filters leave so few, though not everybody, that they point at people."""
    return remaining < min(FEWEST, total)
