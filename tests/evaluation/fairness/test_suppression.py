"""Small groups are hidden, and so that nobody works them out from the others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.fairness.suppression import HIDDEN, suppressed, with_small_hidden


@pytest.mark.parametrize(
    ("sizes", "hidden"),
    [
        ({"a": 5, "b": 20}, set()),
        ({"a": 4, "b": 20, "c": 9}, {"a", "c"}),  # alone, "a" is the whole less the others
        ({"a": 4, "b": 3, "c": 9}, {"a", "b"}),  # seven people together are no small group
        ({"a": 1, "b": 2, "c": 9, "d": 30}, {"a", "b", "c"}),  # three together still are
        ({"a": 4, "b": 4}, {"a", "b"}),
        ({"a": 3}, {"a"}),
        ({"a": 0, "b": 8, "c": 7}, set()),  # nobody is hidden by an empty group
        ({"a": 4, "c": 7, "b": 7}, {"a", "b"}),  # alike in size, by name
        ({}, set()),
    ],
)
def test_which_groups_are_hidden(sizes, hidden):
    assert suppressed(sizes) == hidden


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.integers(0, 40), max_size=8))
def test_nothing_small_can_be_worked_out(sizes):
    hidden = suppressed(sizes)
    assert all(size >= 5 for name, size in sizes.items() if size and name not in hidden)
    left = [sizes[name] for name in hidden]
    told = [name for name, size in sizes.items() if size and name not in hidden]
    assert not left or not told or (len(left) > 1 and sum(left) >= 5)


def test_only_those_counted_make_the_size_of_a_group():
    groups = ["a"] * 6 + ["b"] * 8 + ["c"] * 9
    assert set(with_small_hidden(groups, [True] * 23)) == {"a", "b", "c"}
    counted = [False] * 2 + [True] * 21
    assert with_small_hidden(groups, counted) == (HIDDEN,) * 14 + ("c",) * 9
