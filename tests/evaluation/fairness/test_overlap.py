"""Rank-biased overlap against hand arithmetic, the published example and what must hold for every pair."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.fairness.overlap import _shared, rank_biased_overlap
from matcher.errors import UsageError

RANKINGS = st.permutations(range(30)).flatmap(
    lambda order: st.integers(1, 30).map(lambda length: [str(item) for item in order[:length]])
)


def test_agreements_of_the_published_example():
    """Figure 5 of Webber et al. 2010: average overlap by depth of <a b c d e f g> and <z c a v w x y>."""
    shared = _shared("abcdefg", "zcavwxy")
    agreements = [shared[depth] / (depth + 1) for depth in range(7)]
    averages = [sum(agreements[: depth + 1]) / (depth + 1) for depth in range(7)]
    assert [round(average, 3) for average in averages] == [0.0, 0.0, 0.222, 0.292, 0.313, 0.317, 0.312]


def test_extrapolated_overlap_of_the_published_example():
    """(1 - p)/p * (2/3 p^3 + 2/4 p^4 + 2/5 p^5 + 2/6 p^6 + 2/7 p^7) + 2/7 p^7 for p = 0.9."""
    p = 0.9
    by_hand = (1 - p) / p * sum(2 / depth * p**depth for depth in range(3, 8)) + 2 / 7 * p**7
    assert rank_biased_overlap("abcdefg", "zcavwxy", p) == pytest.approx(by_hand, abs=1e-9)


def test_overlap_of_uneven_rankings_by_hand():
    """S = <a b>, L = <b a c>: X = 0, 2, 2; s = 2, l = 3; p = 1/2.

    (1-p)/p * (0 + 2/2 p^2 + 2/3 p^3 + 2 (3-2)/(2*3) p^3) + ((2-2)/3 + 2/2) p^3 = 1/4 + 1/12 + 1/24 + 1/8 = 1/2.
    """
    assert rank_biased_overlap("ab", "bac", 0.5) == pytest.approx(1 / 4 + 1 / 12 + 1 / 24 + 1 / 8, abs=1e-9)


def test_the_first_ten_lines_carry_86_percent_of_the_weight():
    """Equation 21 of Webber et al. for p = 0.9, d = 10: two rankings that share exactly their first ten lines."""
    p, depth = 0.9, 10
    long = 2_000
    one = [f"{rank}" for rank in range(long)]
    other = one[:depth] + [f"other {rank}" for rank in range(depth, long)]
    beyond = (1 - p) / p * sum(depth / rank * p**rank for rank in range(depth + 1, long))
    assert rank_biased_overlap(one, other, p) == pytest.approx(1 - p**depth + beyond, abs=1e-9)
    assert 1 - p**depth + beyond == pytest.approx(0.8555854467473518, abs=1e-9)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("abc", "abc", 1.0), ("abc", "def", 0.0), ("a", "abcdef", 1.0), ("", "", 1.0), ("", "a", 0.0)],
)
def test_ends_of_the_scale(one, other, expected):
    assert rank_biased_overlap(one, other) == expected


@given(RANKINGS, RANKINGS, st.floats(0.05, 0.98))
def test_overlap_is_symmetric_and_within_its_bounds(one, other, persistence):
    overlap = rank_biased_overlap(one, other, persistence)
    assert 0.0 <= overlap <= 1.0
    assert overlap == pytest.approx(rank_biased_overlap(other, one, persistence), abs=1e-9)


@given(RANKINGS, RANKINGS)
def test_overlap_is_one_exactly_where_one_begins_the_other(one, other):
    begins = all(first == second for first, second in zip(one, other, strict=False))
    assert (rank_biased_overlap(one, other) == 1.0) is begins
    assert rank_biased_overlap(one, one[: len(one) // 2 + 1]) == 1.0


@pytest.mark.parametrize("persistence", [0.0, 1.0, -0.5, 2.0])
def test_persistence_outside_its_bounds_is_refused(persistence):
    with pytest.raises(UsageError, match="between 0 and 1"):
        rank_biased_overlap("ab", "ab", persistence)


def test_a_ranking_that_names_an_id_twice_is_refused():
    with pytest.raises(UsageError, match="twice"):
        rank_biased_overlap("aba", "abc")
