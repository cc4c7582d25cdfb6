"""What is known of a mobility scheme, each fact with its source, and what was not found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Topic(StrEnum):
    """What a scheme's file speaks of; a topic without a fact must stand in its list of unknowns."""

    WHO_MAY_JOIN = "who_may_join"
    SECTORS = "sectors"
    SELECTION = "selection"
    DOCUMENTS = "documents"
    TRAINING = "training"
    HOME_OUTCOME = "home_outcome"
    SHARES = "shares"
    SHORTLIST = "shortlist"
    NUMBERS = "numbers"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a source says. ``disputed`` marks facts that contradict each other: all are kept."""

    topic: Topic
    text: str
    source: str
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class ShareTarget:
    """A share (0..1) of a cohort that a scheme aims at. It is reported, and never reaches a score."""

    gender: str
    at_least: float
    source: str


@dataclass(frozen=True, slots=True)
class SchemeLeg:
    """One direction of a scheme: ISO 3166 alpha-2 codes, and whether a source states its sectors."""

    origin: str
    destination: str
    sectors: tuple[str, ...] = ()
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class DataProtection:
    """Under what a scheme's cohorts are held where nothing else is declared.

    ``basis`` and ``purpose`` are words of the engine, ``retention_months`` counts from the last change. ``assumed``
    marks what the controller's data protection officer has not confirmed.
    """

    basis: str
    purpose: str
    retention_months: int
    assumed: bool = True


@dataclass(frozen=True, slots=True)
class SchemeWords:
    """What a scheme and who runs it are called in a language."""

    title: str
    run_by: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """A mobility scheme: who runs it and which ways it leads. ``source`` says where the facts come from.

    ``countries`` are those whose people may join (ISO 3166 alpha-2), empty where no source states it. ``home_outcome``
    tells whether a job in the home country counts as success, ``None`` where that is not known. ``unknown`` are the
    topics of which nothing was found. ``translations`` holds title and who runs it by language, where these are words
    and not names.
    """

    name: str
    title: str
    run_by: str
    summary: str
    legs: tuple[SchemeLeg, ...]
    source: str
    data_protection: DataProtection
    facts: tuple[Fact, ...] = ()
    unknown: tuple[Topic, ...] = ()
    countries: tuple[str, ...] = ()
    share_targets: tuple[ShareTarget, ...] = ()
    shortlist_size: int | None = None
    home_outcome: bool | None = None
    translations: Mapping[str, SchemeWords] = field(default_factory=dict)

    def called(self, language: str) -> SchemeWords:
        """Return title and who runs it in a language, in English where they are not translated."""
        return self.translations.get(language) or SchemeWords(self.title, self.run_by)

    def about(self, topic: Topic) -> tuple[Fact, ...]:
        """Return the facts of a topic, in the order of the file."""
        return tuple(fact for fact in self.facts if fact.topic is topic)
