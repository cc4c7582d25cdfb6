"""Kappa by hand arithmetic and by a published example."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.agreement import agreement, kappa

GRADES = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=60)


@pytest.mark.parametrize(
    ("one", "other", "plain", "quadratic"),
    [
        ([0, 1, 2, 3], [0, 1, 2, 3], 1.0, 1.0),
        # Half agree; by chance 1/2 would: rows 2/2, columns 2/2.
        ([0, 0, 1, 1], [0, 1, 0, 1], 0.0, 0.0),
        # One of four differs, by one step. Plain: observed 3/4, chance (2*1 + 1*2 + 1*1)/16 = 5/16, so (12-5)/(16-5).
        # Squares: observed 1; by chance, rows 2/1/1 and columns 1/2/1, (4*1 + 2*4 + 1*1 + 1*1 + 1*4 + 2*1)/4 = 5.
        ([0, 0, 1, 2], [0, 1, 1, 2], 7 / 11, 1 - 1 / 5),
        ([3, 3], [0, 0], 0.0, 0.0),
    ],
)
def test_by_hand(one, other, plain, quadratic):
    assert kappa(one, other, quadratic=False) == pytest.approx(plain, abs=1e-9)
    assert kappa(one, other, quadratic=True) == pytest.approx(quadratic, abs=1e-9)


def test_the_example_of_two_readers_of_fifty_proposals():
    """Yes/yes 20, yes/no 5, no/yes 10, no/no 15: the worked example of Wikipedia's "Cohen's kappa", kappa 0.4."""
    one = [1] * 25 + [0] * 25
    other = [1] * 20 + [0] * 5 + [1] * 10 + [0] * 15
    assert kappa(one, other, quadratic=False) == pytest.approx(0.4, abs=1e-9)


@given(GRADES)
def test_as_scikit_learn_has_it(pairs):
    from sklearn.metrics import cohen_kappa_score

    one, other = map(list, zip(*pairs, strict=True))
    for quadratic, weights in ((False, None), (True, "quadratic")):
        found = kappa(one, other, quadratic=quadratic)
        if found is None:
            assert len(set(one + other)) == 1
        else:
            expected = cohen_kappa_score(one, other, weights=weights, labels=[0, 1, 2, 3])
            assert found == pytest.approx(expected, abs=1e-9)


def test_where_both_gave_one_grade_throughout_there_is_nothing_to_agree_on():
    assert kappa([2, 2], [2, 2], quadratic=True) is None
    assert agreement([2, 2], [2, 2], ["a", "a"], quadratic=True).value is None
    assert agreement([], [], [], quadratic=False).n == 0


def test_the_interval_holds_the_value_and_is_the_same_each_time():
    random = np.random.default_rng(1)
    one = random.integers(0, 4, size=120).tolist()
    other = [grade if random.random() < 0.7 else (grade + 1) % 4 for grade in one]
    groups = [f"p{number // 12}" for number in range(120)]
    first, again = (agreement(one, other, groups, quadratic=False) for _ in range(2))
    assert first == again
    assert first.low < first.value < first.high
