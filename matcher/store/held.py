"""What the store answers with, beside the records themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from matcher.records import ProfessionalProfile


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the records of one load; the three add up to the records given."""

    created: int
    updated: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much the store holds: ``candidates`` as ``((scheme, number), ...)`` by scheme name, and vacancies."""

    candidates: tuple[tuple[str, int], ...]
    vacancies: int


class HeldProfile(NamedTuple):
    """All of a candidate that a score may see, and the two facts needed to place it: its random id and its scheme."""

    id: str
    scheme: str
    profile: ProfessionalProfile
