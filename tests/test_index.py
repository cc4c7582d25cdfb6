import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.errors import UsageError
from matcher.index import VectorIndex


def unit(seed, rows, dimension=8):
    vectors = np.random.default_rng(seed).normal(size=(rows, dimension)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 60), st.integers(1, 40), st.data())
def test_search_agrees_with_plain_arithmetic(seed, rows, queries, data):
    vectors, asked = unit(seed, rows), unit(seed + 1, queries)
    allowed = np.array(sorted(data.draw(st.sets(st.integers(0, rows - 1), min_size=1))), dtype=np.int64)
    scores, found = VectorIndex(vectors).search(asked, 5, allowed)
    cosines = (asked @ vectors[allowed].T).clip(0, 1)
    expected = -np.sort(-cosines, axis=1)[:, :5]
    assert np.allclose(scores, expected, atol=1e-5)
    assert set(found.ravel()) <= set(allowed)


def test_more_neighbours_than_rows_gives_the_rows():
    scores, rows = VectorIndex(unit(1, 3)).search(unit(2, 2), 10)
    assert scores.shape == rows.shape == (2, 3)


def test_nothing_allowed_finds_nothing():
    scores, _ = VectorIndex(unit(1, 3)).search(unit(2, 2), 10, np.array([], dtype=np.int64))
    assert scores.shape == (2, 0)


def test_another_dimension_is_refused():
    with pytest.raises(UsageError, match="same encoder"):
        VectorIndex(unit(1, 3)).search(unit(2, 2, dimension=4), 1)
