from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.statistics import Dimension, Release, is_due, made_release
from matcher.statistics.release import rounded

DAY = date(2026, 11, 28)
DIMENSIONS = (Dimension("scheme", ("palim", "thamm")), Dimension("gender", ("female", "male")))
PEOPLE = [("palim", "female")] * 12 + [("palim", "male")] * 33 + [("thamm", "female")] * 8 + [("thamm", "male")] * 3


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (5, 5), (7, 5), (8, 10), (12, 10), (13, 15), (100, 100)])
def test_counts_are_rounded_to_the_nearest_five(count, shown):
    assert rounded(count) == shown


@given(st.integers(5, 10_000))
def test_rounding_moves_a_count_by_two_at_most(count):
    assert abs(rounded(count) - count) <= 2


def test_a_release_tells_rounded_counts_and_hides_small_cells_with_those_that_give_them_away():
    release = made_release(PEOPLE, DIMENSIONS, DAY)
    assert release.count() == 55
    assert release.count(("scheme", "palim")) == 45
    assert release.count(("gender", "female")) == 20
    assert release.count(("scheme", "thamm"), ("gender", "male")) is None
    # Each is the whole of its line less the small cell's line.
    assert release.count(("gender", "female"), ("scheme", "thamm")) is None
    assert release.count(("gender", "male"), ("scheme", "palim")) is None
    assert release.count(("gender", "female"), ("scheme", "palim")) is None


def test_nobody_and_too_few_look_the_same():
    few = made_release(
        [*PEOPLE, *[("thamm", "other")] * 2], (DIMENSIONS[0], Dimension("gender", ("female", "male", "other"))), DAY
    )
    none = made_release(PEOPLE, (DIMENSIONS[0], Dimension("gender", ("female", "male", "other"))), DAY)
    assert few.count(("gender", "other")) is None is none.count(("gender", "other"))


def test_a_release_is_read_as_it_was_written():
    release = made_release(PEOPLE, DIMENSIONS, DAY)
    assert Release.from_json(release.as_json()) == release


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"version": 0}', '{"version": 1, "made_on": "x"}', "null"])
def test_a_damaged_release_or_one_of_another_version_is_none(text):
    assert Release.from_json(text) is None


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ({"palim": 45, "thamm": 11}, False),
        ({"palim": 46, "thamm": 11}, False),
        ({"palim": 49, "thamm": 11}, False),
        ({"palim": 50, "thamm": 11}, True),
        ({"palim": 40, "thamm": 11}, True),
        ({"palim": 50, "thamm": 12}, False),
        ({"palim": 50, "thamm": 16}, True),
        ({"palim": 45, "thamm": 11, "match": 4}, False),
        ({"palim": 45, "thamm": 11, "match": 5}, True),
        ({"palim": 45}, True),
        ({}, True),
    ],
)
def test_a_new_release_waits_until_each_scheme_changed_by_five_or_not_at_all(now, due):
    assert is_due(made_release(PEOPLE, DIMENSIONS, DAY), now) is due
