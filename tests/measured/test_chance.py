from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.measured import holm, paired_p


@pytest.mark.parametrize("differences", [(1, 1, 1, 1, 1), (0.5, -0.2, 0.1, 0.4), (1, 0, 0, 1, 1, 1, 1, 1, 1), (3, -3)])
def test_the_randomisation_test_comes_near_the_exact_one(differences):
    """Exact: the share of all ways to set the signs whose sum is at least as far from 0."""
    sums = [
        abs(sum(s * d for s, d in zip(signs, differences, strict=True)))
        for signs in product((1, -1), repeat=len(differences))
    ]
    exact = np.mean([one >= abs(sum(differences)) - 1e-12 for one in sums])
    before = np.zeros(len(differences))
    assert paired_p(before, np.array(differences, float)) == pytest.approx(exact, abs=0.02)


def test_runs_that_are_alike_do_not_differ():
    scores = np.array([0.1, 0.5, 1.0])
    assert paired_p(scores, scores) == 1.0
    assert paired_p(np.zeros(0), np.zeros(0)) == 1.0


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=12))
def test_p_is_the_same_both_ways_and_each_time(pairs):
    before, after = np.array([one for one, _ in pairs]), np.array([other for _, other in pairs])
    p = paired_p(before, after, 200)
    assert 0 < p <= 1
    assert p == paired_p(after, before, 200) == paired_p(before, after, 200)


def test_holm_by_hand():
    # Sorted .01 .02 .03 times 3 2 1, never falling: .03 .04 .04
    assert holm([0.03, 0.01, 0.02]) == pytest.approx([0.04, 0.03, 0.04])
    assert holm([0.9, 0.8]) == pytest.approx([1.0, 1.0])
    assert holm([]) == []
