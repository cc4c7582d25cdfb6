"""The birth date as a reason: the same, written otherwise, a placeholder, or another one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from math import log2
from types import MappingProxyType

from rapidfuzz.distance import OSA

from matcher.duplicates.calendars import calendar_between
from matcher.duplicates.comparing import Side
from matcher.duplicates.frequency import Frequencies
from matcher.duplicates.nouns import PairEvidence
from matcher.records import Reason

SIGNAL = "birth_date"
_GENERATION = 13  # years between a parent and a child of the same name


BITS: Mapping[str, float] = MappingProxyType(
    {
        "same": 12.0,  # m .8; u 1/11,000, a little more since families register on one day
        "swapped": 8.5,
        "year_off": 7.0,
        "one_digit": 4.0,  # m .02; some fifteen dates are one digit away
        "calendar_lunar": 4.0,
        "calendar_solar": 4.0,
        "calendar_geez": 4.0,
        "placeholder_year": 2.5,  # 1 January in one of the two, and the same year
        "placeholder_near": 0.0,
        "placeholder_far": -5.0,
        "differs": -9.0,  # m .01 once the slips above are taken out, and names run in families
        "generation": -18.0,  # a parent and a child of one name share all the rest
    }
)
"""What each way in which two dates compare weighs. Some 11,000 days are likely birthdays of adults."""


class BirthDate:
    """Compares birth dates; ``bits`` has a weight for each way in which two compare, as :data:`BITS`."""

    def __init__(self, bits: Mapping[str, float] = BITS) -> None:
        self._bits = bits

    def compare(self, left: Side, right: Side, frequencies: Frequencies) -> PairEvidence:
        """Weigh two birth dates."""
        one, other = left.identity.birth_date, right.identity.birth_date
        if one is None or other is None:
            return PairEvidence(SIGNAL, None, Reason(f"{SIGNAL}.unknown"))
        how, bits = _how(one, other), self.bits(one, other, frequencies)
        return PairEvidence(SIGNAL, bits, Reason(f"{SIGNAL}.{how}", (("left", str(one)), ("right", str(other)))))

    def bits(self, one: date | None, other: date | None, frequencies: Frequencies) -> float:
        """Return what two dates weigh, without the words: nothing where one is unknown."""
        if one is None or other is None:
            return 0.0
        how = _how(one, other)
        return _placeholder_bits(frequencies) if how == "same_placeholder" else self._bits[how]


def _placeholder_bits(frequencies: Frequencies) -> float:
    """Return log2(m/u) of the same 1 January: some twenty years are likely, and a share p are born on that day.

    m is p x .9, u is p x p / 20.
    """
    return log2(0.9 * 20 / frequencies.placeholder_share)


@lru_cache(maxsize=200_000)
def _how(one: date, other: date) -> str:
    placeholders = ((one.month, one.day) == (1, 1)) + ((other.month, other.day) == (1, 1))
    if one == other:
        return "same_placeholder" if placeholders else "same"
    apart = abs(one.year - other.year)
    if not placeholders and (how := _written_otherwise(one, other)):
        return how
    if calendar := calendar_between(one, other):
        return f"calendar_{calendar}"
    if apart >= _GENERATION:
        return "generation"
    if placeholders:
        return ("placeholder_year", "placeholder_near")[apart] if apart <= 1 else "placeholder_far"
    return "differs"


def _written_otherwise(one: date, other: date) -> str | None:
    if one.year == other.year and (one.day, one.month) == (other.month, other.day):
        return "swapped"
    if (one.month, one.day) == (other.month, other.day) and abs(one.year - other.year) == 1:
        return "year_off"
    if OSA.distance(_digits(one), _digits(other), score_cutoff=1) <= 1:
        return "one_digit"
    return None


@lru_cache(maxsize=50_000)
def _digits(day: date) -> str:
    return f"{day:%Y%m%d}"
