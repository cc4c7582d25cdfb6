"""People counted by two things at once. Where one of them is a protected ground, small groups are not shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from matcher.cohorts.asking import OTHER, place_of

SMALLEST_GROUP = 5
"""Fewer people than this might be recognised in a group by gender or nationality."""

Value = Callable[[str], str]
"""Gives the value of a candidate, by id."""


@dataclass(frozen=True, slots=True)
class Pivot:
    """Counts by row and column; ``None`` is a number too small to show, and totals are ``None`` with it.

    ``cells`` has shape (rows, columns); ``row_totals`` and ``column_totals`` those of one side.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[int | None, ...], ...]
    row_totals: tuple[int | None, ...]
    column_totals: tuple[int | None, ...]
    people: int


def pivot(ids: Sequence[str], by: Value, across: Value, *, protected: bool) -> Pivot:
    """Count people.

    Where a ground is ``protected``, no cell of 1 to 4 people is shown, and no total that the hidden cell could be
    worked out from: neither of its row nor of its column.

    Args:
        ids: of the people in question.
        by: gives the row of one.
        across: gives the column of one.
        protected: whether one of the two is a protected ground.
    """
    counts = Counter((by(one), across(one)) for one in ids)
    rows = tuple(sorted({row for row, _ in counts}, key=place_of))
    columns = tuple(sorted({column for _, column in counts}, key=place_of))
    table = [[counts[row, column] for column in columns] for row in rows]
    hidden = [[protected and 0 < number < SMALLEST_GROUP for number in line] for line in table]
    cells = tuple(
        tuple(None if hide else number for number, hide in zip(line, hides, strict=True))
        for line, hides in zip(table, hidden, strict=True)
    )
    return Pivot(
        rows,
        columns,
        cells,
        tuple(None if any(hides) else sum(line) for line, hides in zip(table, hidden, strict=True)),
        tuple(
            None if any(hides[place] for hides in hidden) else sum(line[place] for line in table)
            for place in range(len(columns))
        ),
        len(ids),
    )


def gathered(values: Mapping[str, str], ids: Sequence[str]) -> dict[str, str]:
    """Return the values of some people, those that fewer than five of them share gathered into one."""
    counts = Counter(values[one] for one in ids)
    return {one: values[one] if counts[values[one]] >= SMALLEST_GROUP else OTHER for one in ids}
