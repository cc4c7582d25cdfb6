"""The Belgian minimum wage, as dated rows: the amount of a day, or the last one known before it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from taxonomies.errors import TaxonomyError

FULL_TIME_HOURS = 38.0
"""Hours a week of full-time work that the amount of a month is for, where an employer states no others."""

LONGEST_WEEK = 40.0
"""No full-time week of an employment contract is longer (compensated by days off)."""

_FIELDS = {"amount", "period", "valid_from", "valid_to", "source", "checked_on", "note", "verified"}
_NEEDED = ("amount", "valid_from", "source", "checked_on")


@dataclass(frozen=True, slots=True)
class WageFloor:
    """One amount (EUR gross a month, full time) and the days it holds; ``valid_to`` is ``None`` while it is open.

    ``verified`` tells that an official text was read, not a secondary one.
    """

    amount: float
    valid_from: date
    valid_to: date | None
    source: str
    checked_on: date
    note: str = ""
    verified: bool = False

    def holds_on(self, day: date) -> bool:
        """Tell whether the row gives the amount of a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@cache
def wage_floors() -> tuple[WageFloor, ...]:
    """Return the rows, oldest first.

    Raises:
        TaxonomyError: A row lacks a field, has one that is not known, or overlaps the next.
    """
    text = (files("taxonomies.belgium") / "wage_floors.toml").read_text(encoding="utf-8")
    return read_floors(tomllib.loads(text).get("floor", []))


def read_floors(rows: list[dict[str, Any]], file: str = "wage_floors.toml") -> tuple[WageFloor, ...]:
    """Return rows of a file as :func:`wage_floors` does, oldest first."""
    floors = sorted((_row(row, number, file) for number, row in enumerate(rows, 1)), key=lambda row: row.valid_from)
    for earlier, later in pairwise(floors):
        if earlier.valid_to is None or earlier.valid_to >= later.valid_from:
            raise TaxonomyError(
                f"{file}: the rows from {earlier.valid_from} and from {later.valid_from} overlap; end the first one "
                "with valid_to on the day before the second."
            )
    return tuple(floors)


def floor_on(day: date) -> WageFloor | None:
    """Return the row that gives the amount of a day, or ``None`` where none is known."""
    return next((row for row in wage_floors() if row.holds_on(day)), None)


def last_floor_before(day: date) -> WageFloor | None:
    """Return the last row that began by a day, expired or not, or ``None`` where all begin later."""
    return next((row for row in reversed(wage_floors()) if row.valid_from <= day), None)


def _row(row: dict[str, Any], number: int, file: str) -> WageFloor:
    place = f"{file}, row {number}"
    if unknown := sorted(set(row) - _FIELDS):
        raise TaxonomyError(f"{place}: {unknown[0]!r} is no field of a wage floor; choose among {sorted(_FIELDS)}.")
    if missing := [name for name in _NEEDED if not row.get(name)]:
        raise TaxonomyError(f"{place}: {missing[0]} is missing; every amount needs it.")
    if row.get("period", "month") != "month":
        raise TaxonomyError(f"{place}: period {row['period']!r} is not known; write the amount of a month.")
    start, end = row["valid_from"], row.get("valid_to")
    if end is not None and end < start:
        raise TaxonomyError(f"{place}: valid_to {end} lies before valid_from {start}; correct one of the two.")
    return WageFloor(
        float(row["amount"]),
        start,
        end,
        row["source"],
        row["checked_on"],
        row.get("note", ""),
        row.get("verified", False),
    )
