"""Which cells may not be shown: small ones, and those from which small ones could be worked out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from matcher.statistics.span import hidden_besides, vectors_of
from matcher.statistics.tables import Line, Tabulation, lines

SMALLEST = 5
"""The fewest people that may be told of."""


def suppressed(found: Tabulation, smallest: int = SMALLEST) -> frozenset[int]:
    """Return the places of the cells that are hidden; cells without people are not among them.

    1. A cell of fewer people than ``smallest`` is hidden.
    2. So is whatever else would let one of those be worked out as a sum or difference of cells shown, over all tables.
    3. The cells hidden in one line of a table hold at least ``smallest`` people together: else the line's whole less
       what is shown would tell of fewer. The smallest shown cell of the line goes too.
    """
    counts = found.counts
    secret = {int(cell) for cell in np.flatnonzero((counts > 0) & (counts < smallest))}
    if not secret:
        return frozenset()
    vectors, sums = vectors_of(found.inside), lines(found.cells)
    while True:
        hidden = secret | hidden_besides(vectors, _most_wanted_first(found, secret), sorted(secret))
        more = _to_fill_lines(found, sums, hidden, smallest)
        if not more:
            return frozenset(hidden)
        secret |= more


def _most_wanted_first(found: Tabulation, secret: set[int]) -> list[int]:
    """Return the cells that may be shown: everybody, each dimension alone in their order, crossings; large ones first.

    One person of a scheme's other country would else cost the scheme its total.
    """
    cells = [int(cell) for cell in np.flatnonzero(found.counts) if int(cell) not in secret]
    alone = dict.fromkeys(cell[0][0] for cell in found.cells if len(cell) == 1)
    place = {name: number for number, name in enumerate(alone)}

    def wanted(cell: int) -> tuple[int, int, int]:
        pairs = found.cells[cell]
        return len(pairs), place[pairs[0][0]] if len(pairs) == 1 else 0, -int(found.counts[cell])

    return sorted(cells, key=wanted)


def _to_fill_lines(found: Tabulation, sums: Sequence[Line], hidden: set[int], smallest: int) -> set[int]:
    """Return a cell more for each line that hides too few people; hidden for good, they are secrets from then on."""
    more = set()
    for line in sums:
        left_out = sum(int(found.counts[part]) for part in line.parts if part in hidden)
        if line.whole not in hidden and 0 < left_out < smallest:
            shown = [part for part in line.parts if part not in hidden and found.counts[part]]
            more.add(min(shown, key=lambda part: (found.counts[part], part)))
    return more
