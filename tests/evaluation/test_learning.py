import numpy as np
import pytest

from evaluation.learning import Example, calibrate, expected_calibration_error, fit, folds
from evaluation.metrics import average_precision


def test_the_feature_that_tells_is_weighed_and_the_other_is_not():
    random = np.random.default_rng(1)
    examples = []
    for number in range(60):
        features = random.normal(size=(8, 2)).astype(np.float32)
        relevant = np.zeros(8, np.float32)
        relevant[features[:, 0].argmax()] = 1
        examples.append(Example(features, relevant, 1, str(number)))
    told, noise = fit(examples)
    assert told > 1
    assert abs(noise) < told / 5


def test_calibration_finds_the_rate():
    constant, weight = calibrate(np.array([[0.0], [0.0], [0.0], [0.0]]), np.array([True, False, False, False]))
    assert 1 / (1 + np.exp(-constant)) == pytest.approx(0.25, abs=1e-3)
    assert weight == 0


def test_calibration_error_by_hand():
    # two of confidence .9, one right: gap .4; two of .1, none right: gap .1; half of all each
    error = expected_calibration_error(np.array([0.9, 0.9, 0.1, 0.1]), np.array([True, False, False, False]))
    assert error == pytest.approx(0.25)


def test_a_group_never_stands_on_both_sides():
    one = np.zeros((1, 1), np.float32)
    placed = folds([Example(one, one[0], 1, group) for group in ("a", "b", "a", "c", "a")])
    assert placed[0] == placed[2] == placed[4]


def test_average_precision_by_hand():
    # hits at 1 and 3 of 3 relevant: (1/1 + 2/3) / 3
    assert average_precision(["a", "x", "b"], {"a", "b", "c"}) == pytest.approx((1 + 2 / 3) / 3)
    assert average_precision(["a"], set()) == 0
