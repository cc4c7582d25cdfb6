from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.ir_metrics import METRICS, score
from evaluation.metrics import average_precision, r_precision_at, reciprocal_rank, success_at

# ranking, relevant -> MRR, A@1, A@10, RP@5, MAP, RP@10, nDCG@10, Recall@100
TABLE = [
    ("abc", "a", (1, 1, 1, 1, 1, 1, 1, 1)),
    ("abc", "c", (1 / 3, 0, 1, 1, 1 / 3, 1, 1 / log2(4), 1)),
    ("abc", "x", (0, 0, 0, 0, 0, 0, 0, 0)),
    (
        "abcdefg",
        "bgx",  # the second and the last of seven are right, one right answer is not ranked
        (1 / 2, 0, 1, 1 / 3, (1 / 2 + 2 / 7) / 3, 2 / 3, (1 / log2(3) + 1 / 3) / (1 + 1 / log2(3) + 1 / 2), 2 / 3),
    ),
    ("aabbc", "b", (1 / 2, 0, 1, 1, 1 / 2, 1, 1 / log2(3), 1)),  # an id that stands twice counts at its first place
    ("", "a", (0, 0, 0, 0, 0, 0, 0, 0)),
    ("abc", "", (0, 0, 0, 0, 0, 0, 0, 0)),
]


@pytest.mark.parametrize(("ranking", "relevant", "expected"), TABLE)
def test_metrics_agree_with_hand_arithmetic(ranking, relevant, expected):
    found = score([list(ranking)], [set(relevant)])
    assert tuple(found) == METRICS or set(found) == set(METRICS)
    for metric, value in zip(METRICS, expected, strict=True):
        assert found[metric][0] == pytest.approx(value, abs=1e-9), metric


def test_values_keep_the_order_of_the_queries():
    found = score([list("abc"), list("bac"), list("cab")] * 5, [{"a"}] * 15)
    assert found["MRR"].tolist() == pytest.approx([1, 1 / 2, 1 / 2] * 5, abs=1e-9)


def test_a_hundred_ids_are_scored():
    ids = [f"id {number}" for number in range(200)]
    found = score([ids, ids], [{"id 99"}, {"id 100"}])
    assert found["MRR"].tolist() == pytest.approx([1 / 100, 0], abs=1e-9)
    assert found["Recall@100"].tolist() == [1, 0]


@given(st.lists(st.permutations("abcdefghijkl"), min_size=1, max_size=4), st.sets(st.sampled_from("abcdefghijklxyz")))
def test_metrics_agree_with_our_own_formulas(rankings, relevant):
    found = score(rankings, [relevant] * len(rankings))
    for at, ranking in enumerate(rankings):
        for metric, value in (
            ("MRR", reciprocal_rank(ranking, relevant)),
            ("A@1", success_at(1, ranking, relevant)),
            ("A@10", success_at(10, ranking, relevant)),
            ("MAP", average_precision(ranking, relevant)),
            ("RP@5", r_precision_at(5, ranking, relevant)),
        ):
            assert found[metric][at] == pytest.approx(value, abs=1e-9), metric
