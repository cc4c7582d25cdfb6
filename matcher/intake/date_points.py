"""One end of a span of dates, as far as it is written: a year, a month and year, or a day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from matcher.intake.dates import MONTH_PATTERN, MONTHS

YEAR = r"(?:19[4-9]|20[0-4])\d"
_DAY = r"0?[1-9]|[12]\d|3[01]"


def point_pattern(name: str, then: str = "") -> str:
    """Return the pattern of one end of a span, its groups beginning with a name; a day counts only with its month.

    ``then`` is what must follow year and month written as ISO: alone, "2009-12" is more likely the years 2009 to 2012.
    """
    return (
        rf"(?:(?P<{name}i>{YEAR})-(?P<{name}im>0[1-9]|1[0-2])(?:-(?P<{name}id>0[1-9]|[12]\d|3[01]))?(?![\d/]){then}"
        rf"|(?:(?:(?P<{name}d>{_DAY})(?:er|st|nd|rd|th)?\s?[/.-]?\s?)?(?P<{name}n>{MONTH_PATTERN})\b\.?[\s/-]{{0,4}}"
        rf"(?:(?P<{name}f>{_DAY})(?:st|nd|rd|th)?,?\s)?"
        rf"|(?:(?P<{name}e>{_DAY})\s?[/.-]\s?)?(?P<{name}m>0?[1-9]|1[0-2])\s?[/.-]\s?)?(?P<{name}y>{YEAR})(?!\d))"
    )


@dataclass(frozen=True, slots=True)
class DatePoint:
    """The first day of what was written, and how many of year, month and day were."""

    first: date
    parts: int

    @property
    def last(self) -> date:
        """The last day of what was written."""
        if self.parts == 3:
            return self.first
        month = self.first.month if self.parts == 2 else 12
        return date(self.first.year, month, calendar.monthrange(self.first.year, month)[1])


def has_point(match: re.Match[str], point: str) -> bool:
    """Tell whether an end of a span was found, by the name that its groups begin with."""
    return bool(match[f"{point}y"] or match[f"{point}i"])


def read_point(match: re.Match[str], point: str) -> DatePoint | None:
    """Return an end of a span, by the name that its groups begin with, or ``None`` where it was not found."""
    if not has_point(match, point):
        return None
    if match[f"{point}i"]:
        year, month, day = match[f"{point}i"], int(match[f"{point}im"]), match[f"{point}id"]
    else:
        year, name, number = match[f"{point}y"], match[f"{point}n"], match[f"{point}m"]
        month = MONTHS[name] if name else int(number) if number else 0
        day = match[f"{point}d"] or match[f"{point}e"] or match[f"{point}f"]
    if not month:
        return DatePoint(date(int(year), 1, 1), 1)
    try:
        return DatePoint(date(int(year), month, int(day)), 3) if day else DatePoint(date(int(year), month, 1), 2)
    except ValueError:  # 31/06: the month is still said
        return DatePoint(date(int(year), month, 1), 2)
