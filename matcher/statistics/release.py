"""A release: all tables of one day, rounded, with small cells hidden. It stands still until enough people changed."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from matcher.statistics.suppression import SMALLEST, suppressed
from matcher.statistics.tables import Cell, Dimension, crossings, tabulate

ROUNDED_TO = 5
"""What is shown is the nearest multiple of this."""

_SCHEME = "scheme"
_VERSION = 1  # of the tables and of what is kept of them


@dataclass(frozen=True, slots=True)
class Release:
    """What may be known. A cell that is not in ``shown`` is hidden, or has nobody in it: which of both is not told.

    ``people`` is the true number of each scheme's, kept to know when the next release is due, and never shown.
    """

    made_on: date
    dimensions: tuple[Dimension, ...]
    people: Mapping[str, int]
    shown: Mapping[Cell, int]

    def count(self, *pairs: tuple[str, str]) -> int | None:
        """Return the rounded number of people in some groups, one a dimension, or ``None`` where it is not told."""
        order = [dimension.name for dimension in self.dimensions]
        return self.shown.get(tuple(sorted(pairs, key=lambda pair: order.index(pair[0]))))

    def groups(self, name: str) -> tuple[str, ...]:
        """Return the groups of a dimension."""
        return next(dimension.groups for dimension in self.dimensions if dimension.name == name)

    def within(self, schemes: Collection[str] | None) -> Release:
        """Return what whoever reaches some schemes alone (``None``: all) may know: the cells of those schemes."""
        if schemes is None:
            return self
        shown = {cell: count for cell, count in self.shown.items() if dict(cell).get(_SCHEME) in schemes}
        people = {name: number for name, number in self.people.items() if name in schemes}
        dimensions = tuple(
            Dimension(each.name, tuple(group for group in each.groups if group in schemes or each.name != _SCHEME))
            for each in self.dimensions
        )
        return replace(self, dimensions=dimensions, people=people, shown=shown)

    def as_json(self) -> str:
        """Return the release as JSON."""
        content = {
            "version": _VERSION,
            "made_on": self.made_on.isoformat(),
            "dimensions": {dimension.name: list(dimension.groups) for dimension in self.dimensions},
            "people": dict(self.people),
            "shown": [[dict(cell), count] for cell, count in self.shown.items()],
        }
        return json.dumps(content, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Self | None:
        """Read a release, or ``None`` where another version of this program made it or it is damaged."""
        try:
            told = json.loads(text)
            if told["version"] != _VERSION:
                return None
            return cls(
                date.fromisoformat(told["made_on"]),
                tuple(Dimension(name, tuple(groups)) for name, groups in told["dimensions"].items()),
                told["people"],
                {tuple(cell.items()): count for cell, count in told["shown"]},
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            return None


def made_release(people: Sequence[Sequence[str]], dimensions: Sequence[Dimension], day: date) -> Release:
    """Count people in all tables, hide what may not be told and round the rest.

    Args:
        people: the group of each person in each dimension; the first dimension is the scheme.
        dimensions: all of them.
        day: of the release.
    """
    found = tabulate(people, dimensions, crossings([dimension.name for dimension in dimensions]))
    hidden = suppressed(found)
    counts = {cell: int(found.counts[place]) for place, cell in enumerate(found.cells) if place not in hidden}
    shown = {cell: rounded(count) for cell, count in counts.items() if count}
    schemes = [each[0] for each in people]
    return Release(day, tuple(dimensions), {name: schemes.count(name) for name in sorted(set(schemes))}, shown)


def rounded(count: int) -> int:
    """Return the nearest multiple of :data:`ROUNDED_TO`."""
    return ROUNDED_TO * ((count + ROUNDED_TO // 2) // ROUNDED_TO)


def is_due(release: Release, people: Mapping[str, int]) -> bool:
    """Tell whether a new release may be made: some scheme changed, and none by fewer people than may be told of.

    Two releases are a table too, that of who came and went between them; so one or two who join are not counted before
    others have joined with them.
    """
    names = release.people.keys() | people.keys()
    changes = [abs(people.get(name, 0) - release.people.get(name, 0)) for name in names]
    return any(changes) and all(not change or change >= SMALLEST for change in changes)
