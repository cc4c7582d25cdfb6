"""Stretches of time as the law counts them: calendar months and ages."""

from __future__ import annotations

from datetime import date

from matcher.timeline import months_after


def days_of_reaching(day: date, months: int) -> tuple[date, date]:
    """Return the first and last day that may be the one on which so many calendar months are full.

    Both are the same day of the month, except where that month is too short: then the last day of the month may count,
    or the first of the next.
    """
    reached = months_after(day, months)
    if reached.day == day.day:
        return reached, reached
    return reached, date(reached.year + reached.month // 12, reached.month % 12 + 1, 1)


def birthday(born: date, years: int) -> date:
    """Return the day on which somebody is so many years old; one born on 29 February is on the 28th of other years."""
    return months_after(born, 12 * years)
