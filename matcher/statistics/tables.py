"""The tables that are released together, and the people in each of their cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Cell: TypeAlias = tuple[tuple[str, str], ...]
"""A cell by its ``(dimension, group)`` pairs in the order of the dimensions; ``()`` is everybody."""

CROSSED_WITH = ("scheme", "gender")
"""What every other dimension is crossed with. There is no other table, and no filter."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One way of telling people apart: everybody is in one of its groups."""

    name: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tabulation:
    """Every cell of every table, in a fixed order.

    ``counts`` has shape (cells,). ``inside`` tells which kinds of people (those in the same group of every dimension)
    a cell holds; shape (cells, kinds).
    """

    cells: tuple[Cell, ...]
    counts: NDArray[np.int64]
    inside: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Line:
    """A sum that every reader knows: the cell ``whole`` is made up of ``parts``; all by their place in a tabulation."""

    whole: int
    parts: tuple[int, ...]


def crossings(names: Sequence[str], crossed_with: Sequence[str] = CROSSED_WITH) -> tuple[tuple[str, ...], ...]:
    """Return the dimensions of each table: none, each alone, and each with each of those it is crossed with."""
    pairs = [(a, b) for place, a in enumerate(names) for b in names[place + 1 :] if {a, b} & set(crossed_with)]
    return ((), *((name,) for name in names), *pairs)


def tabulate(
    people: Sequence[Sequence[str]], dimensions: Sequence[Dimension], tables: Sequence[Sequence[str]]
) -> Tabulation:
    """Count people in every cell of the tables.

    Args:
        people: the group of each person in each dimension, in their order.
        dimensions: all of them.
        tables: the dimensions of each table, in the order of ``dimensions``.
    """
    codes = np.array(
        [[dimension.groups.index(group) for dimension, group in zip(dimensions, each, strict=True)] for each in people],
        dtype=np.int64,
    ).reshape(len(people), len(dimensions))
    kinds, sizes = np.unique(codes, axis=0, return_counts=True)
    cells, inside = [], []
    for table in tables:
        for cell, members in _cells(table, dimensions, kinds):
            cells.append(cell)
            inside.append(members)
    held = np.array(inside, dtype=np.bool_).reshape(len(cells), len(kinds))
    return Tabulation(tuple(cells), held @ sizes, held)


def lines(cells: Sequence[Cell]) -> tuple[Line, ...]:
    """Return every sum within the tables: a cell of fewer dimensions, and those of one more that it is made up of."""
    place = {cell: number for number, cell in enumerate(cells)}
    parts: dict[tuple[Cell, str], list[int]] = {}
    for cell, number in place.items():
        for pair in cell:
            rest = tuple(other for other in cell if other != pair)
            if rest in place:
                parts.setdefault((rest, pair[0]), []).append(number)
    return tuple(Line(place[whole], tuple(made_of)) for (whole, _), made_of in parts.items())


def _cells(
    table: Sequence[str], dimensions: Sequence[Dimension], kinds: NDArray[np.int64]
) -> Iterator[tuple[Cell, NDArray[np.bool_]]]:
    columns = [number for number, dimension in enumerate(dimensions) if dimension.name in table]
    for chosen in product(*(range(len(dimensions[column].groups)) for column in columns)):
        members = np.ones(len(kinds), dtype=np.bool_)
        for column, group in zip(columns, chosen, strict=True):
            members &= kinds[:, column] == group
        named = ((dimensions[column], group) for column, group in zip(columns, chosen, strict=True))
        yield tuple((dimension.name, dimension.groups[group]) for dimension, group in named), members
