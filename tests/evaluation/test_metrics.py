import pytest

from evaluation.metrics import r_precision_at, reciprocal_rank, success_at


@pytest.mark.parametrize(
    ("ranking", "relevant", "rr", "a2", "rp2"),
    [
        ("abc", {"a"}, 1.0, 1.0, 1.0),
        ("abc", {"b", "c"}, 1 / 2, 1.0, 1 / 2),
        ("abc", {"c"}, 1 / 3, 0.0, 0.0),
        ("abc", {"a", "b", "c"}, 1.0, 1.0, 1.0),
        ("abc", {"x"}, 0.0, 0.0, 0.0),
        ("", {"x"}, 0.0, 0.0, 0.0),
        ("abc", set(), 0.0, 0.0, 0.0),
    ],
)
def test_metrics_by_hand(ranking, relevant, rr, a2, rp2):
    assert reciprocal_rank(list(ranking), relevant) == pytest.approx(rr, abs=1e-12)
    assert success_at(2, list(ranking), relevant) == a2
    assert r_precision_at(2, list(ranking), relevant) == pytest.approx(rp2, abs=1e-12)
