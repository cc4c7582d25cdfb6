"""Dates that may lack their day or month, and the stretch of time between two of them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from matcher.intake.dates import MONTH_PATTERN, MONTHS, ImpossibleDateError, read_date
from matcher.intake.periods import find_periods
from taxonomies.wording import fold

_YEAR_FIRST = re.compile(
    r"(\d{4})(?:\s?[-/.]+\s?(\d{1,2})(?:\s?[-/.]+\s?(\d{1,2}))?)?(?:[t ]\d{1,2}:.*|z|[+-]\d\d:\d\d)?"
)
_MONTH_FIRST = re.compile(r"(\d{1,2})\s?[-/.]\s?(\d{4})")
_NAMED = re.compile(rf"(?P<m>{MONTH_PATTERN})\b[\s.,/-]*(?P<y>\d{{4}})")
_NOW = re.compile(
    r"present|now|today|current\w*|aujourd.?hui|ce jour|en cours|actuel\w*|heden|nu|heute|jetzt|ongoing|الآن|حاليا"
)
_FIRST_YEAR, _LAST_YEAR = 1940, 2049


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, a month or a year. ``month`` and ``day`` are ``None`` where not told."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """Its last day."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        return f"{self.month:02}/{self.year}" if self.month else str(self.year)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From when to when, and for how many years; ``fault`` says what was wrong with the words in ``told``."""

    start: date | None = None
    end: date | None = None
    years: float | None = None
    told: str = ""
    fault: str = ""


NO_TIME = Stretch()
"""The stretch of what has no dates."""


def read_moment(text: str) -> Moment | None:
    """Read ``2019-03-15``, ``2019-03``, ``2019``, ``03/2019``, ``Mar 2019`` or a full date; ``None`` if it is none."""
    plain = fold(text[:60]).strip()
    if match := _YEAR_FIRST.fullmatch(plain):
        return _moment(match[1], match[2], match[3])
    if match := _MONTH_FIRST.fullmatch(plain):
        return _moment(match[2], match[1], None)
    if match := _NAMED.fullmatch(plain):
        return _moment(match["y"], str(MONTHS[match["m"]]), None)
    try:
        day = read_date(text)
    except ImpossibleDateError:
        return None
    return Moment(day.year, day.month, day.day) if day and _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def says_now(text: str) -> bool:
    """Tell whether words put an end of today: ``present``, ``aujourd'hui``, ``heden``."""
    return bool(_NOW.search(fold(text[:60])))


def read_stretch(start: str, end: str, today: date, *, runs: bool | None = None) -> Stretch:
    """Return the time between two dates as a file writes them; a date that cannot be read is left out and said.

    Args:
        start: the words of the first date, or ``""``.
        end: the words of the last date, or of today, or ``""``.
        today: up to when something that goes on is counted, in whole years.
        runs: whether it goes on; ``None`` where only a missing end says so.
    """
    told = " – ".join(part for part in (start, end) if part)
    open_end = says_now(end) if end else bool(runs) or (runs is None and bool(start))
    first = read_moment(start) if start else None
    last = read_moment(end) if end and not open_end else None
    begins, ends = first.first if first else None, last.last if last else None
    if (start and first is None) or (end and last is None and not open_end):
        return Stretch(begins, ends, None, told, "not a date that can be read")
    if first and last and last.last < first.first:
        return Stretch(told=told, fault="ends before it begins")
    if first and open_end and first.first > today:
        return Stretch(told=told, fault="begins in the future")
    return Stretch(begins, ends, _years(first, last, today, open_end=open_end), told)


def _years(first: Moment | None, last: Moment | None, today: date, *, open_end: bool) -> float | None:
    if first is None or (last is None and not open_end):
        return None
    # Counted as tables count "03/2019 - 05/2021", so that one career has one length in any format.
    (period, *_) = find_periods(f"{first} - {'now' if last is None else last}", today) or (None,)
    return period.years if period else None


def _moment(year: str, month: str | None, day: str | None) -> Moment | None:
    found = Moment(int(year), int(month) if month else None, int(day) if day else None)
    try:
        _ = found.first, found.last
    except (ValueError, calendar.IllegalMonthError):
        return None
    return found if _FIRST_YEAR <= found.year <= _LAST_YEAR and found.month != 0 and found.day != 0 else None
