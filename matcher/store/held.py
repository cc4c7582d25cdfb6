"""What the store answers with, beside the records themselves."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from matcher.records import Leg, LegalStatus, ProfessionalProfile, Vacancy

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
        phrases: phrases in normal form that nobody else uses; decisions about what they mean go too.
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
class LinkDecision:
    """What a person decided that a phrase means: the concept ``uri``, or with ``None`` nothing that ESCO knows.

    ``candidate_id`` is the one candidate whose words it is about, ``None`` for whoever says them; ``phrase`` is the
    text in its normal form, by which it is remembered.
    """

    kind: str
    text: str
    uri: str | None
    candidate_id: str | None
    made_by: str
    id: str = ""
    phrase: str = ""
    made_at: datetime | None = None
    undone_by: str | None = None
    undone_at: datetime | None = None

    @property
    def stands(self) -> bool:
        """Tell whether it was not undone."""
        return self.undone_at is None


@dataclass(frozen=True, slots=True)
class LinkChoices:
    """What people decided that phrases (in normal form) of one kind mean; ``None`` is nothing that ESCO knows.

    ``of_one`` holds what was decided about the words of one candidate, by ``(candidate id, phrase)``.
    """

    everybody: Mapping[str, str | None] = field(default_factory=dict)
    of_one: Mapping[tuple[str, str], str | None] = field(default_factory=dict)

    @property
    def confirmed(self) -> dict[str, str]:
        """The concept of each phrase that was confirmed for whoever says it."""
        return {phrase: uri for phrase, uri in self.everybody.items() if uri is not None}


@dataclass(frozen=True, slots=True)
class SearchOwner:
    """Whose a saved search is: nobody else sees it, nor the same person in another role or organisation."""

    name: str
    role: str
    organisation: str | None


@dataclass(frozen=True, slots=True)
class HeldSearch:
    """A saved search. ``seen`` are the candidates in its results when it was last opened, at ``opened_at``.

    ``is_held`` tells that ``vacancy`` was the store's own, to be read anew; else it was pasted or changed. ``terms``
    is the request, as JSON.
    """

    name: str
    owner: SearchOwner
    vacancy: Vacancy
    is_held: bool
    terms: Mapping[str, Any]
    seen: frozenset[str] = frozenset()
    id: str = ""
    opened_at: datetime | None = None


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
