"""Rows that hold for a time, and the one that holds on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from taxonomies.belgium.rows import Origin


class Dated(Protocol):
    """A row of a legal table. ``valid_to`` is its last day, ``None`` where none is known."""

    @property
    def valid_from(self) -> date:
        """First day on which the row holds."""

    @property
    def valid_to(self) -> date | None:
        """Last day on which the row holds."""

    @property
    def origin(self) -> Origin:
        """Where the row was read."""


RowT = TypeVar("RowT", bound=Dated)


@dataclass(frozen=True, slots=True)
class AsOf(Generic[RowT]):
    """What a table says of a day: the row that holds, or the last one before it, or the first one after it."""

    row: RowT | None = None
    last: RowT | None = None
    first: RowT | None = None


def as_of(rows: Iterable[RowT], day: date) -> AsOf[RowT]:
    """Return the row that holds on a day (a user's own before a built-in one), or else its neighbours in time."""
    ordered = sorted(rows, key=lambda row: (row.origin.built_in, row.valid_from))
    for row in ordered:
        if holds(row, day):
            return AsOf(row)
    before = [row for row in ordered if row.valid_to is not None and row.valid_to < day]
    after = [row for row in ordered if row.valid_from > day]
    last = max(before, key=lambda row: row.valid_to or date.max, default=None)
    return AsOf(None, last, min(after, key=lambda row: row.valid_from, default=None))


def holds(row: Dated, day: date) -> bool:
    """Tell whether a row holds on a day."""
    return row.valid_from <= day and (row.valid_to is None or day <= row.valid_to)
