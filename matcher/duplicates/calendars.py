"""Birth dates in the calendars of the countries of origin: lunar Hijri, solar Hijri (Afghanistan, Iran), Ge'ez.

Clerks convert such dates by halves: they add the difference of years and leave day and month as they stand. A date
told in full is days off at most, for the beginning of a month depends on who saw the moon.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache

_JULIAN_DAY = 1_721_425  # of the day before 1 January of year 1, in Gregorian days as Python counts them
_WITHIN = 1

_Day = tuple[int, int, int]


def lunar_hijri(day: date) -> _Day:
    """Return year, month and day of the tabular Islamic calendar (Dershowitz and Reingold, civil epoch)."""
    number = day.toordinal() + _JULIAN_DAY - 1_948_440 + 10_632
    cycle, number = divmod(number - 1, 10_631)
    number += 355
    shift = ((10_985 - number) // 5_316) * ((50 * number) // 17_719) + (number // 5_670) * ((43 * number) // 15_238)
    number += -((30 - shift) // 15) * ((17_719 * shift) // 50) - (shift // 16) * ((15_238 * shift) // 43) + 29
    month = (24 * number) // 709
    return 30 * cycle + shift - 30, month, number - (709 * month) // 24


def solar_hijri(day: date) -> _Day:
    """Return year, month and day of the Iranian and Afghan calendar, by the 33-year cycle (1244 to 1502)."""
    julian = day.toordinal() + _JULIAN_DAY
    year = day.year - 621
    while _solar_new_year(year) > julian:
        year -= 1
    left = julian - _solar_new_year(year)
    if left < 186:
        return year, left // 31 + 1, left % 31 + 1
    return year, (left - 186) // 30 + 7, (left - 186) % 30 + 1


def _solar_new_year(year: int) -> int:
    return 1_948_320 + 365 * (year - 1) + (8 * year + 21) // 33


def geez(day: date) -> _Day:
    """Return year, month and day of the calendar of Eritrea's and Ethiopia's churches."""
    days = day.toordinal() + _JULIAN_DAY - 1_724_221
    year = (4 * days + 1_463) // 1_461
    left = days - 365 * (year - 1) - year // 4
    return year, left // 30 + 1, left % 30 + 1


CALENDARS: dict[str, tuple[Callable[[date], _Day], tuple[int, ...]]] = {
    "lunar": (lunar_hijri, (0,)),
    "solar": (solar_hijri, (0, 621, 622)),
    "geez": (geez, (0, 7, 8)),
}
"""Each calendar, and the years that a clerk adds to its year: none, where the date was copied as it was."""


def calendar_between(one: date, other: date) -> str | None:
    """Return the calendar in which one of two dates was written down, the other being the true one, or ``None``."""
    return _ways_to_write(one).get((other.year, other.month, other.day)) or _ways_to_write(other).get(
        (one.year, one.month, one.day)
    )


@lru_cache(maxsize=50_000)
def _ways_to_write(true: date) -> dict[_Day, str]:
    """Return the dates that clerks make of a true one, with the calendar of each."""
    return {
        (year + added, month, day + off): name
        for name, (convert, years) in CALENDARS.items()
        for year, month, day in (convert(true),)
        for added in years
        for off in range(-_WITHIN, _WITHIN + 1)
    }
