"""What the store answers with, beside the records themselves."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from matcher.records import Leg, LegalStatus, ProfessionalProfile

Progress = Callable[[str, int, int], None]
"""Told the step, how much of it is done, and how much there is."""


def unheard(_step: str, _done: int, _total: int) -> None:
    """Tell nobody."""


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


class HeldStatus(NamedTuple):
    """What the law asks about a candidate, and nothing else of who it is."""

    scheme: str
    status: LegalStatus
    leg: Leg | None


class HeldGrounds(NamedTuple):
    """What groups a candidate belongs to, for counting alone: no name, no contact, no reference of the sender."""

    gender: str | None
    nationality: str | None
    birth_date: date | None
    leg: Leg | None = None


@dataclass(frozen=True, slots=True)
class KeyStatus:
    """Which key opens the identities of a database.

    ``in_use`` and ``since`` are ``None`` before the first identity; ``held`` are the ids of all keys at hand, the
    newest last; ``identities`` counts the candidates.
    """

    in_use: str | None
    since: datetime | None
    held: tuple[str, ...]
    file: Path
    identities: int

    @property
    def is_readable(self) -> bool:
        """Whether what is held can be read."""
        return self.in_use is None or self.in_use in self.held


class Cause(StrEnum):
    """Why somebody was erased."""

    REQUEST = "request"
    RETENTION = "retention"


@dataclass(frozen=True, slots=True)
class Tombstone:
    """When and why the person with a mark was erased."""

    erased_on: date
    cause: Cause


@dataclass(frozen=True, slots=True)
class Burial:
    """What an erasure leaves and takes besides the person.

    Args:
        marks: keyed digests that know the person again.
        stone: when and why.
        phrases: phrases in normal form that nobody else uses; confirmed links of them go too.
    """

    marks: Collection[str]
    stone: Tombstone
    phrases: Collection[str]


@dataclass(frozen=True, slots=True)
class DuplicateDecision:
    """What a person decided of two records: ``merge`` (``left`` is the id kept) or ``keep_both``.

    ``taken`` names the fields of identity or status that were taken from the record merged away.
    """

    decision: str
    left: str
    right: str
    made_by: str
    taken: tuple[str, ...] = ()
    id: str = ""
    made_at: datetime | None = None
    undone_by: str | None = None
    undone_at: datetime | None = None

    @property
    def stands(self) -> bool:
        """Tell whether it was not undone."""
        return self.undone_at is None


@dataclass(frozen=True, slots=True)
class SetDates:
    """From when to when a vacancy is open as a person set it on a day; ``None`` leaves that end open.

    ``file_opens`` and ``file_closes`` are what its file said at that time.
    """

    opens: date | None
    closes: date | None
    file_opens: date | None
    file_closes: date | None
    set_on: date
