"""Time in calendar months: some months from a day, and how much stretches of a career cover, every month once."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date

Stretch = tuple[float, float]
"""A stretch of time, from and up to, in months since year 0."""


def stretch_between(first: date, last: date) -> Stretch:
    """Return the stretch from a first to a last day, both counted: January to March 2020 is three months long."""
    return _position(first), _position(last) + _day(last)


def stretch_of_job(first: date | None, last: date | None, years: float | None) -> Stretch | None:
    """Return the stretch that a job covers, or ``None`` where its dates do not say.

    A length that is shorter than the dates stands in their middle: of a job "2019-2021" two years are sure, somewhere
    between the first day of 2019 and the last of 2021. A job with one date only reaches as far as its length; one that
    began on a first of January most likely names a year alone, and begins in its middle.
    """
    if first and last:
        start, end = stretch_between(first, max(first, last))
        if years is None or years * 12 >= end - start:
            return start, end
        margin = (end - start - years * 12) / 2
        return start + margin, end - margin
    if years is None:
        return None
    if first:
        start = _position(first) + (6 if (first.month, first.day) == (1, 1) else 0)
        return start, start + years * 12
    if last:
        end = _position(last) + _day(last)
        return end - years * 12, end
    return None


def merged(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return the stretches in order, those that touch or overlap joined."""
    joined: list[Stretch] = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)


def months_covered(stretches: Iterable[Stretch]) -> float:
    """Return how many months the stretches cover, each month once."""
    return sum(end - start for start, end in merged(stretches))


def months_after(day: date, months: int) -> date:
    """Return the same day some months later or, if negative, earlier; the month's last day where it is shorter.

    >>> months_after(date(2025, 8, 31), 6)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _position(day: date) -> float:
    return day.year * 12 + day.month - 1 + (day.day - 1) * _day(day)


def _day(day: date) -> float:
    return 1 / calendar.monthrange(day.year, day.month)[1]
