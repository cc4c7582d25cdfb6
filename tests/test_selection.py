"""Weighted interval scheduling, against hand arithmetic and against trying everything."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.selection import Interval, best_apart


@pytest.mark.parametrize(
    ("intervals", "kept"),
    [
        ([], []),
        ([(0, 5, 0.3)], [0]),
        ([(0, 5, 0.0), (6, 9, -0.2)], []),
        ([(0, 10, 0.3), (0, 4, 0.2), (5, 10, 0.2)], [1, 2]),  # .4 beats .3
        ([(0, 10, 0.5), (0, 4, 0.2), (5, 10, 0.2)], [0]),  # .5 beats .4
        ([(5, 10, 0.2), (0, 5, 0.2)], [1, 0]),  # touching is not overlapping
        ([(2, 4, 0.3), (0, 4, 0.3)], [0]),  # of equals the earlier in the input
    ],
)
def test_kept_by_hand(intervals, kept):
    assert best_apart([Interval(*interval) for interval in intervals]) == kept


ENDS = st.tuples(st.integers(0, 12), st.integers(1, 5), st.integers(-2, 8))


@given(st.lists(ENDS, max_size=8))
def test_no_other_choice_is_worth_more(drawn):
    intervals = [Interval(start, start + length, worth / 8) for start, length, worth in drawn]
    kept = [intervals[number] for number in best_apart(intervals)]
    assert _apart(kept)
    choices = (some for size in range(len(intervals) + 1) for some in combinations(intervals, size) if _apart(some))
    assert sum(i.worth for i in kept) == max(sum(i.worth for i in some) for some in choices)


def _apart(intervals):
    return all(a.end <= b.start or b.end <= a.start for a, b in combinations(intervals, 2))
