"""Selection rates, exposure and ratios against hand arithmetic."""

from __future__ import annotations

from math import log2

import numpy as np
import pytest

from evaluation.fairness.selection import Rankings, outcomes
from evaluation.fairness.suppression import HIDDEN

# Two vacancies, six people: a1 a2 a3 a4 b1 b2. By the first the order is a1 b1 a2 a3 a4 b2, by the second
# b2 a4 a3 a2 a1 b1.
SCORES = np.array([[0.9, 0.7, 0.6, 0.5, 0.8, 0.4], [0.2, 0.3, 0.4, 0.5, 0.1, 0.6]])
IDS = ("a1", "a2", "a3", "a4", "b1", "b2")
GROUPS = ("a", "a", "a", "a", "b", "b")


def told(amounts, pools, groups=GROUPS):
    return {found.group: found for found in outcomes(amounts, pools, groups, seed=1)}


def test_ranks_fall_with_the_score_and_ties_go_by_id():
    assert Rankings.of(SCORES, IDS).ranks.tolist() == [[1, 3, 4, 5, 2, 6], [5, 4, 3, 2, 6, 1]]
    assert Rankings.of(np.array([[0.5, 0.5 + 1e-12, 0.7]]), ("y", "x", "z")).ranks.tolist() == [[3, 2, 1]]


def test_selection_rates_and_four_fifths_by_hand():
    """Of the first two places of each, "a" gets 2 of 8 chances and "b" 2 of 4; chance gives everybody 1/3."""
    rankings = Rankings.of(SCORES, IDS)
    found = told(rankings.selected(2), rankings.pools)
    assert found["a"].rate.value == pytest.approx(2 / 8)
    assert found["b"].rate.value == pytest.approx(2 / 4)
    assert found["a"].to_highest.value == pytest.approx(0.5)  # under four fifths
    assert found["b"].to_highest.value == pytest.approx(1.0)
    assert found["a"].to_all.value == pytest.approx((2 / 8) / (4 / 12))
    assert found["b"].to_all.value == pytest.approx((2 / 4) / (4 / 12))
    assert (found["a"].size, found["a"].places) == (4, 8)


def test_exposure_is_share_over_share_of_the_pool():
    rankings = Rankings.of(SCORES, IDS)
    looks = [1 / log2(rank + 1) for rank in range(1, 7)]
    of_b = looks[1] + looks[5] + looks[5] + looks[0]
    found = told(rankings.exposure(), rankings.pools)
    assert found["b"].to_all.value == pytest.approx((of_b / (2 * sum(looks))) / (2 / 6), abs=1e-12)
    assert rankings.exposure(2)[0].tolist() == pytest.approx([looks[0], 0, 0, 0, looks[1], 0])


def test_pools_of_different_size_are_compared_with_chance():
    """Both groups get just what chance gives, one of 2 in a small pool and one of 10 in a large one: no impact."""
    pools = np.zeros((2, 12), dtype=bool)
    pools[0, :2], pools[1, 2:] = True, True
    amounts = np.zeros((2, 12))
    amounts[0, 0] = amounts[1, 2] = 1.0
    found = told(amounts, pools, ("small",) * 2 + ("large",) * 10)
    assert (found["small"].rate.value, found["large"].rate.value) == (0.5, 0.1)
    assert found["small"].to_all.value == found["large"].to_all.value == pytest.approx(1.0)
    assert found["large"].to_highest.value == pytest.approx(1.0)


def test_people_outside_a_pool_have_no_rank_and_short_pools_are_left_out():
    pools = np.array([[True, False, True, False, True, False], [True] * 6])
    rankings = Rankings.of(SCORES, IDS, pools)
    assert rankings.ranks[0].tolist() == [1, 0, 3, 0, 2, 0]
    assert rankings.longer_than(3).ranks.tolist() == [rankings.ranks[1].tolist()]
    assert rankings.selected(6)[0].tolist() == [1, 0, 1, 0, 1, 0]


def test_hidden_people_count_among_all_and_nowhere_else():
    rankings = Rankings.of(SCORES, IDS)
    found = told(rankings.selected(2), rankings.pools, ("a", "a", "a", "a", HIDDEN, HIDDEN))
    assert set(found) == {"a"}
    assert found["a"].to_all.value == pytest.approx((2 / 8) / (4 / 12))
    assert found["a"].to_highest.value == 1.0


def test_intervals_hold_the_figure_and_are_the_same_each_time():
    rng = np.random.default_rng(7)
    rankings = Rankings.of(rng.random((40, 6)), IDS)
    once, again = (told(rankings.selected(2), rankings.pools) for _ in range(2))
    assert once == again
    for found in once.values():
        for interval in (found.rate, found.to_highest, found.to_all):
            assert interval.low <= interval.value <= interval.high


def test_a_group_nobody_selects_has_a_ratio_of_nought():
    rankings = Rankings.of(np.array([[0.9, 0.8, 0.7, 0.6, 0.2, 0.1]] * 3), IDS)
    found = told(rankings.selected(4), rankings.pools)
    assert found["b"].to_highest.value == 0.0
