"""Residence status in words to what the law knows, and which status holds on a day."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files

from matcher.intake.moments import Moment, read_moment
from matcher.records import LegalStatus, StatusStep
from taxonomies.countries import nationalities_of
from taxonomies.wording import fold

_DATE = re.compile(r"\b(?:\d{1,2}[/.-])?\d{1,2}[/.-]\d{4}\b|\b\d{4}-\d{2}(?:-\d{2})?\b")
# What Fedasil's lists write of people who have their status and leave the reception network: no word of the status.
_LEAVES = re.compile(r"\bin transitie(?: \(uitstroom \d{1,2}/\d{4}\))?")
_WORD = re.compile(r"[^\W_]+")  # a number is a word: one that is no date changes the meaning
_LIVES = re.compile(r"\b(?:woont|wonend|lives|living|vit|habite|reside|residant|verblijft|wohnt|lebt)\b")


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

_GRANTED = PROTECTION | {Residence.SEARCH_YEAR}
_AGAINST = frozenset(
    {
        *(StatusStep.APPLICATION, StatusStep.SUBSEQUENT, StatusStep.REFUSAL, StatusStep.APPEAL_LOST),
        *(StatusStep.APPEAL, StatusStep.PROTECTION_ENDED),
    }
)


@dataclass(frozen=True, slots=True)
class ResidenceRead:
    """A status read from words. ``since`` to ``since_end`` are the days on which it may have begun.

    ``marks`` are what the words say besides: appeal, subsequent, not_admissible, labour_card, refused and lost.
    """

    status: Residence | None
    since: date | None = None
    since_end: date | None = None
    marks: frozenset[str] = frozenset()


def read_residence(words: str | None) -> ResidenceRead:
    """Read a residence status as files write it, in Dutch, French, English or German; ``None`` says nothing.

    A protection, a search year and papers that allow work are read only where nothing else is said that could change
    them: whatever is left over makes the status ``other``, or is no mark.
    """
    plain = fold((words or "")[:300]).strip(" .;")
    if not plain or _says_none(plain):
        return ResidenceRead(None)
    vocabulary = _vocabulary()
    status = next((name for name, pattern in vocabulary.statuses if pattern.search(plain)), Residence.OTHER)
    marks = {name for name, pattern in vocabulary.marks if pattern.search(plain)}
    moment = next((read_moment(found) for found in _DATE.findall(_LEAVES.sub(" ", plain))), None)
    if status in _GRANTED and not vocabulary.is_plain(plain, moment, vocabulary.beside):
        status = Residence.OTHER
    if "labour_card" in marks and not vocabulary.is_plain(plain, moment, vocabulary.beside_asylum):
        marks.discard("labour_card")
    first, last = (moment.first, moment.last) if moment else (None, None)
    return ResidenceRead(status, first, last, frozenset(marks))


def residence_on(legal: LegalStatus, day: date) -> tuple[Residence | None, bool]:
    """Return the status that holds on a day, and whether that is certain; ``None`` where none is known.

    A protection granted later leaves an applicant before; an application is a status of its own where no words say
    one. Words or later steps that speak against a protection leave it uncertain.
    """
    read = read_residence(legal.residence_status)
    granted = max((event.on for event in legal.events if event.kind == StatusStep.PROTECTION), default=None)
    if read.status in PROTECTION or granted:
        return _protection_on(legal, read, granted, day)
    if read.status is None and _steps_of_asylum(legal):
        return Residence.ASYLUM, True
    return read.status, True


def _protection_on(
    legal: LegalStatus, read: ResidenceRead, granted: date | None, day: date
) -> tuple[Residence | None, bool]:
    first, last = (granted, granted) if granted else (read.since, read.since_end)
    status = read.status if read.status in PROTECTION else Residence.PROTECTED
    applied = [event.on for event in legal.events if event.kind == StatusStep.APPLICATION]
    if first is not None and last is not None and day < last:
        if day >= first:
            return status, False
        return (Residence.ASYLUM, True) if applied and min(applied) <= day else (None, True)
    contradicted = read.status not in PROTECTION and read.status is not None
    later = any(event.kind in _AGAINST and _is_after(event.on, event.kind, last) for event in legal.events)
    return status, not (contradicted or later or {"refused", "lost"} & read.marks)


def _is_after(step: date, kind: str, granted: date | None) -> bool:
    """Tell whether a step came after the grant; without its day only an application surely came before."""
    return step > granted if granted is not None else kind != StatusStep.APPLICATION


def _steps_of_asylum(legal: LegalStatus) -> bool:
    return any(event.kind != StatusStep.SEARCH_YEAR for event in legal.events)


def _says_none(plain: str) -> bool:
    """Tell whether words say that there is no status in Belgium: none, or that somebody lives in another country."""
    if _vocabulary().none.fullmatch(plain):
        return True
    places = [country.code for country in nationalities_of(plain) if country.code]
    return bool(_LIVES.search(plain)) and bool(places) and "BE" not in places


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    statuses: tuple[tuple[Residence, re.Pattern[str]], ...]
    marks: tuple[tuple[str, re.Pattern[str]], ...]
    none: re.Pattern[str]
    beside: frozenset[str]
    beside_asylum: frozenset[str]

    def is_plain(self, plain: str, moment: Moment | None, beside: frozenset[str]) -> bool:
        """Tell whether nothing is said beside statuses, marks that are read and one date."""
        rest = _LEAVES.sub(" ", plain)
        if moment is not None:
            rest = _DATE.sub(" ", rest, count=1)
        for _, pattern in (*self.statuses, *(mark for mark in self.marks if mark[0] in ("labour_card", "appeal"))):
            rest = pattern.sub(" ", rest)
        return "?" not in rest and beside.issuperset(_WORD.findall(rest))


@cache
def _vocabulary() -> _Vocabulary:
    table = tomllib.loads((files("matcher.eligibility") / "residence.toml").read_text(encoding="utf-8"))
    return _Vocabulary(
        tuple((Residence(name), re.compile(rf"\b(?:{words})")) for name, words in table["status"].items()),
        tuple((name, re.compile(rf"\b(?:{words})")) for name, words in table["marks"].items()),
        re.compile(table["none"]["words"]),
        frozenset(table["beside"]["words"].split()),
        frozenset(table["beside"]["asylum"].split()),
    )
