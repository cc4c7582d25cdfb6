import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from matcher.encoding.packed_rows import PackedRows

NUMBERS = st.floats(-1_000, 1_000, width=32)
TABLES = st.tuples(st.integers(1, 8), st.integers(1, 8).map(lambda half: 2 * half)).flatmap(
    lambda shape: arrays(np.float32, shape, elements=NUMBERS)
)


@given(TABLES)
def test_a_number_is_off_by_half_a_step_at_most_unless_it_was_clipped(table):
    rows = PackedRows.of(table)
    steps = rows.scales.astype(np.float32)[:, None]
    found = rows.take(np.arange(len(table)))
    within = np.abs(table) <= 7.5 * steps
    assert np.all((np.abs(found - table) <= steps / 2 * 1.001 + 1e-9)[within])
    assert np.all(np.abs(found)[~within] == (7 * steps + 0 * table)[~within])
    assert np.all(np.sign(found) * np.sign(table) >= 0)


@given(TABLES, st.data())
def test_rows_come_as_they_are_asked(table, drawn):
    rows = PackedRows.of(table)
    chosen = drawn.draw(st.lists(st.integers(0, len(table) - 1), max_size=12))
    taken = rows.take(np.array(chosen, dtype=np.int64))
    assert taken.shape == (len(chosen), rows.dimension) == (len(chosen), table.shape[1])
    assert taken.dtype == np.float32
    assert np.array_equal(taken, rows.take(np.arange(len(table)))[chosen])


@pytest.mark.parametrize(
    ("row", "scale"),
    [([7, -7, 3, 0], 1.0), ([3.5, -3.5, 0, 0.5], 0.5), ([0, 0, 0, 0], None)],
)
def test_what_fits_is_kept_exactly(row, scale):
    rows = PackedRows.of(np.array([row], dtype=np.float32))
    assert rows.take(np.array([0]))[0].tolist() == row
    assert rows.packed.shape == (1, 2)
    assert scale is None or float(rows.scales[0]) == scale


def test_the_lower_half_of_a_byte_comes_first():
    assert PackedRows.of(np.array([[7, -7]], dtype=np.float32)).packed.tolist() == [[15 | 1 << 4]]


def test_clipping_one_large_number_serves_the_others():
    """The scale of a row is the one that loses least, not the one that its largest number asks for."""
    row = np.array([[1.0, *[0.11] * 31]], dtype=np.float32)
    kept = PackedRows.of(row)
    plain = np.rint(row * 7) / 7
    assert np.square(kept.take(np.array([0])) - row).sum() < np.square(plain - row).sum()
