import numpy as np
import pytest

from evaluation.calibration import Answers, cross_validated, curves_of, fitted, run
from evaluation.learning import expected_calibration_error
from evaluation.suites import Bench
from matcher.engine import Matcher
from matcher.settings import Settings
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


def test_the_suite_reports_both_kinds_by_language_and_what_it_does_not_speak_for(home):
    measured = run(Bench(Matcher(Settings())))  # without benchmarks our own phrases remain
    parts = {(one.system, one.part): one for one in measured.figures}
    for kind in ("skill", "occupation"):
        assert 0 <= parts["", kind].low <= parts["", kind].value <= parts["", kind].high <= 1
        assert parts["", f"{kind} fr"].n == parts["as computed", f"{kind} fr"].n > 0
    assert "occupation de" in measured.notes[1]
    points = measured.tables["reliability"]["skill, as computed"]
    assert sum(point["n"] for point in points) == parts["", "skill"].n
