"""How two runs differ: what moved, and whether it moved by more than chance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from matcher.measured.chance import holm, paired_p
from matcher.measured.runs import PER_QUERY

_STILL = 1e-9  # figures nearer than this have not moved
SIGNIFICANT = 0.05
Run = Sequence[Mapping[str, Any]]
_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Move:
    """A figure of both runs that differs.

    ``p`` is that of the paired randomisation test, ``None`` where the runs kept no scores of the same queries; and
    ``adjusted`` the same after Holm's correction for all that moved.
    """

    benchmark: str
    system: str
    part: str
    metric: str
    before: float
    after: float
    p: float | None = None
    adjusted: float | None = None

    @property
    def is_significant(self) -> bool:
        """Tell whether the figure moved by more than chance, all that moved considered."""
        return self.adjusted is not None and self.adjusted < SIGNIFICANT


@dataclass(frozen=True, slots=True)
class Comparison:
    """What moved between two runs, how many figures both have, and benchmarks that only one of them has."""

    moves: tuple[Move, ...]
    compared: int
    only_one: tuple[str, ...]


def compare(before: Run, after: Run) -> Comparison:
    """Compare the measured figures of two runs, benchmark by benchmark."""
    earlier, later = ({one["benchmark"]: one for one in run} for run in (before, after))
    moves, compared = [], 0
    for name in earlier.keys() & later.keys():
        old, new = _figures(earlier[name]), _figures(later[name])
        for key in old.keys() & new.keys():
            compared += 1
            if abs(old[key] - new[key]) > _STILL:
                system, part, metric = key
                p = None if part else _p(earlier[name], later[name], system, metric)
                moves.append(Move(name, system, part, metric, old[key], new[key], p))
    moves.sort(key=lambda move: (move.benchmark, move.system, move.part, move.metric))
    return Comparison(tuple(_adjusted(moves)), compared, tuple(sorted(earlier.keys() ^ later.keys())))


def _figures(one: Mapping[str, Any]) -> dict[_Key, float]:
    found = one["figures"]
    return {(row["system"], row["part"], row["metric"]): row["value"] for row in found if not row["published"]}


def _p(old: Mapping[str, Any], new: Mapping[str, Any], system: str, metric: str) -> float | None:
    """Return the p of a figure's move over the queries that both runs scored, ``None`` where they kept none."""
    sides = []
    for one in (old, new):
        kept = one.get("tables", {}).get(PER_QUERY, {})
        values = kept.get("values", {}).get(system, {}).get(metric)
        if values is None:
            return None
        sides.append(dict(zip(kept["ids"], values, strict=True)))
    shared = [identity for identity in sides[0] if identity in sides[1]]
    if not shared:
        return None
    first, second = (np.array([side[identity] for identity in shared]) for side in sides)
    return paired_p(first, second)


def _adjusted(moves: Sequence[Move]) -> Iterator[Move]:
    adjusted = iter(holm([move.p for move in moves if move.p is not None]))
    for move in moves:
        yield move if move.p is None else replace(move, adjusted=next(adjusted))
