"""Stretches of time as the law counts them: calendar months and ages."""

from __future__ import annotations

import calendar
from datetime import date


def add_months(day: date, months: int) -> date:
    """Return the same day of the month so many months on, or the last of that month where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def days_of_reaching(day: date, months: int) -> tuple[date, date]:
    """Return the first and last day that may be the one on which so many calendar months are full.

    Both are the same day of the month, except where that month is too short: then the last day of the month may count,
    or the first of the next.
    """
    reached = add_months(day, months)
    if reached.day == day.day:
        return reached, reached
    return reached, date(reached.year + reached.month // 12, reached.month % 12 + 1, 1)


def birthday(born: date, years: int) -> date:
    """Return the day on which somebody is so many years old; one born on 29 February is on the 28th of other years."""
    return add_months(born, 12 * years)
