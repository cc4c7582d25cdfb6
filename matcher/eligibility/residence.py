"""Residence status in words to what the law knows, and which status holds on a day."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files

from matcher.intake.moments import read_moment
from matcher.records import LegalStatus, StatusStep
from taxonomies.wording import fold

_SINCE = re.compile(r"\b(?:\d{1,2}[/.-])?\d{1,2}[/.-]\d{4}\b|\b\d{4}-\d{2}(?:-\d{2})?\b")
# "in transitie (uitstroom 01/2027)" tells when somebody leaves, not since when the status holds.
_UNTIL = re.compile(r"\([^()]*(?:uitstroom|sortie|tot|jusqu|until|bis)[^()]*\)")
_WORD = re.compile(r"[^\W\d_]+")


class Residence(StrEnum):
    """What somebody is in Belgium; ``other`` is a status in words that no rule knows."""

    ASYLUM = "asylum"
    REFUGEE = "refugee"
    SUBSIDIARY = "subsidiary"
    PROTECTED = "protected"
    TEMPORARY_PROTECTION = "temporary_protection"
    SEARCH_YEAR = "search_year"
    STUDENT = "student"
    OTHER = "other"


PROTECTION = frozenset({Residence.REFUGEE, Residence.SUBSIDIARY, Residence.PROTECTED})
"""Statuses that are granted at the end of an asylum procedure."""


@dataclass(frozen=True, slots=True)
class ResidenceRead:
    """A status read from words. ``since`` to ``since_end`` are the days on which it may have begun.

    ``marks`` are what the words say besides: appeal, subsequent, admissible, not_admissible, labour_card, refused
    and lost.
    """

    status: Residence | None
    since: date | None = None
    since_end: date | None = None
    marks: frozenset[str] = frozenset()


def read_residence(words: str | None) -> ResidenceRead:
    """Read a residence status as files write it, in Dutch, French, English or German; ``None`` says nothing."""
    if not words or not words.strip():
        return ResidenceRead(None)
    statuses, marks, beside = _vocabulary()
    plain = fold(words[:300])
    status, pattern = next(
        ((name, words) for name, words in statuses.items() if words.search(plain)), (Residence.OTHER, None)
    )
    if (
        pattern
        and status in PROTECTION
        and not beside.issuperset(_WORD.findall(_UNTIL.sub(" ", pattern.sub(" ", plain))))
    ):
        status = Residence.OTHER
    moment = next((read_moment(found) for found in _SINCE.findall(_UNTIL.sub(" ", plain))), None)
    found = {name for name, pattern in marks.items() if pattern.search(plain)}
    if "not_admissible" in found:
        found.discard("admissible")
    first, last = (moment.first, moment.last) if moment else (None, None)
    return ResidenceRead(status, first, last, frozenset(found))


def residence_on(legal: LegalStatus, day: date) -> tuple[Residence | None, bool]:
    """Return the status that holds on a day, and whether that is certain; ``None`` where none is known.

    A protection granted later leaves an applicant before; an application is a status of its own where no words say one.
    """
    read = read_residence(legal.residence_status)
    granted = min((event.on for event in legal.events if event.kind == StatusStep.PROTECTION), default=None)
    first, last = (granted, granted) if granted else (read.since, read.since_end)
    applied = [event.on for event in legal.events if event.kind == StatusStep.APPLICATION]
    if read.status in PROTECTION or granted:
        status = read.status if read.status in PROTECTION else Residence.PROTECTED
        if first is None or last is None or day >= last:
            return status, True
        if day < first:
            return (Residence.ASYLUM, True) if applied and min(applied) <= day else (None, True)
        return status, False
    if read.status is None and (applied or _steps_of_asylum(legal)):
        return Residence.ASYLUM, True
    return read.status, True


def _steps_of_asylum(legal: LegalStatus) -> bool:
    asylum = {
        StatusStep.SUBSEQUENT,
        StatusStep.ADMISSIBLE,
        StatusStep.APPEAL,
        StatusStep.LABOUR_CARD,
        StatusStep.NO_DECISION,
    }
    return any(event.kind in asylum for event in legal.events)


@cache
def _vocabulary() -> tuple[dict[Residence, re.Pattern[str]], dict[str, re.Pattern[str]], frozenset[str]]:
    table = tomllib.loads((files("matcher.eligibility") / "residence.toml").read_text(encoding="utf-8"))
    statuses = {Residence(name): re.compile(rf"\b(?:{words})") for name, words in table["status"].items()}
    marks = {name: re.compile(rf"\b(?:{words})") for name, words in table["marks"].items()}
    return statuses, marks, frozenset(table["beside"]["protection"].split())
