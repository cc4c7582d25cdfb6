"""Which of several readings of a text, laid over one another, to keep."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of a text (start, end) and what keeping it is worth."""

    start: int
    end: int
    worth: float


def best_apart(intervals: Sequence[Interval]) -> list[int]:
    """Return the numbers of the intervals, none over another, whose worth adds up highest; by place in the text.

    Weighted interval scheduling, exact, in n log n (Kleinberg and Tardos, *Algorithm Design*, 2005, section 6.1): in
    the order of their ends, the best total up to an interval either leaves it out, or is its worth and the best total
    up to its start. Of equal totals the one with the earlier interval in the input is kept.
    """
    order = sorted(
        (number for number, interval in enumerate(intervals) if interval.worth > 0),
        key=lambda number: (intervals[number].end, number),
    )
    ends = [intervals[number].end for number in order]
    totals = [0.0]
    befores = []
    for place, number in enumerate(order):
        before = bisect_right(ends, intervals[number].start, hi=place)
        befores.append(before)
        totals.append(max(totals[place], totals[before] + intervals[number].worth))
    kept = []
    place = len(order)
    while place:
        if totals[place] > totals[place - 1]:
            kept.append(order[place - 1])
            place = befores[place - 1]
        else:
            place -= 1
    return kept[::-1]
