import numpy as np
import pytest

from evaluation.calibration import Answers, cross_validated, curves_of, fitted
from evaluation.learning import expected_calibration_error
from taxonomies.concepts import ConceptKind


def answers(count=4_000):
    """Answers that are right half as often as their confidence says."""
    random = np.random.default_rng(1)
    confidence = random.random(count)
    right = random.random(count) < confidence / 2
    return Answers(confidence, right, np.array(["fr"] * (count - 20) + ["de"] * 20), np.arange(count) % 5)


def test_isotonic_regression_mends_a_confidence_that_is_twice_too_high():
    found = answers()
    assert expected_calibration_error(found.confidence, found.right) == pytest.approx(0.25, abs=0.03)
    assert expected_calibration_error(cross_validated(found), found.right) < 0.03


def test_a_query_is_judged_by_a_curve_that_never_saw_it():
    found = answers(50)
    first = found.fold == 0
    other = Answers(found.confidence, np.where(first, ~found.right, found.right), found.language, found.fold)
    assert (cross_validated(found)[first] == cross_validated(other)[first]).all()


def test_points_rise_and_languages_with_few_queries_are_not_spoken_for():
    points = fitted(answers())
    assert (np.diff(points, axis=0) >= 0).all()
    [row] = curves_of([(ConceptKind.SKILL, answers())]).values()
    assert row["languages"] == ["fr"]
