import numpy as np
import pytest

from evaluation.intervals import figure, ratio_figure


def test_a_figure_is_a_mean_within_its_interval():
    found = figure("MRR", np.array([1.0, 0.0, 1.0, 1.0]), "bm25", "sector health")
    assert (found.value, found.n, found.system, found.part) == (0.75, 4, "bm25", "sector health")
    assert 0 <= found.low < 0.75 < found.high <= 1
    assert found == figure("MRR", np.array([1.0, 0.0, 1.0, 1.0]), "bm25", "sector health")


def test_figures_of_nothing_are_zero_of_none():
    assert figure("MRR", np.zeros(0)).n == 0
    assert ratio_figure("F1", np.zeros(0), np.zeros(0)).n == 0


def test_a_ratio_is_of_sums_not_a_mean_of_ratios():
    found = ratio_figure("precision", np.array([1.0, 9.0]), np.array([1.0, 19.0]))
    assert found.value == pytest.approx(0.5)
    assert found.n == 20
