"""Nobody can work a hidden cell out: an attacker with all tables, exact and unrounded, tries by linear algebra."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.statistics.span import hidden_besides, vectors_of
from matcher.statistics.suppression import SMALLEST, suppressed
from matcher.statistics.tables import Dimension, crossings, lines, tabulate

DIMENSIONS = (
    Dimension("scheme", ("palim", "thamm", "match")),
    Dimension("gender", ("female", "male", "not_stated")),
    Dimension("origin", ("MA", "TN", "SN", "elsewhere")),
    Dimension("age", ("young", "old")),
)
TABLES = crossings([dimension.name for dimension in DIMENSIONS])
PERSON = st.tuples(*(st.sampled_from(dimension.groups) for dimension in DIMENSIONS))


def can_be_worked_out(vector, shown):
    """Tell whether some weighted sum of the shown cells is this cell, whatever the number of people of each kind."""
    if not len(shown):
        return False
    weights = np.linalg.lstsq(shown.T, vector, rcond=None)[0]
    return bool(np.allclose(shown.T @ weights, vector, atol=1e-6))


def attacked(people):
    """Return the counts of small cells, and of hidden cells, that can be worked out from what is shown."""
    found = tabulate(people, DIMENSIONS, TABLES)
    hidden = suppressed(found)
    shown = found.inside[[place for place in range(len(found.cells)) if place not in hidden]].astype(float)
    small = [place for place, count in enumerate(found.counts) if 0 < count < SMALLEST]
    assert set(small) <= hidden
    return [found.cells[place] for place in small if can_be_worked_out(found.inside[place].astype(float), shown)]


@settings(max_examples=60)
@given(st.lists(PERSON, max_size=60))
def test_no_small_cell_can_be_worked_out_from_all_tables_together(people):
    assert attacked(people) == []


@settings(max_examples=25)
@given(st.lists(st.tuples(PERSON, st.integers(1, 30)), min_size=1, max_size=12))
def test_nor_where_a_few_stand_beside_many(kinds):
    assert attacked([kind for kind, size in kinds for _ in range(size)]) == []


@settings(max_examples=60)
@given(st.lists(PERSON, max_size=60))
def test_what_a_line_hides_comes_to_enough_people(people):
    found = tabulate(people, DIMENSIONS, TABLES)
    hidden = suppressed(found)
    for line in lines(found.cells):
        left_out = sum(found.counts[part] for part in line.parts if part in hidden)
        assert line.whole in hidden or left_out == 0 or left_out >= SMALLEST


def test_the_attack_finds_what_small_cells_alone_would_give_away():
    """Were the small cells alone hidden, the whole less the others would tell of the two women."""
    people = [("palim", "female", "MA", "young")] * 2 + [("palim", "male", "MA", "young")] * 20
    found = tabulate(people, DIMENSIONS, TABLES)
    small = {place for place, count in enumerate(found.counts) if 0 < count < SMALLEST}
    shown = found.inside[[place for place in range(len(found.cells)) if place not in small]].astype(float)
    women = found.cells.index((("gender", "female"),))
    assert can_be_worked_out(found.inside[women].astype(float), shown)
    assert found.cells.index((("gender", "male"),)) in suppressed(found)


def test_a_small_cell_is_safe_across_tables_too():
    """Palim 22, of whom 2 from Tunisia; thamm 20 from Tunisia: Tunisia less thamm would tell of the two."""
    people = (
        [("palim", "male", "MA", "old")] * 20
        + [("palim", "male", "TN", "old")] * 2
        + [("thamm", "male", "TN", "old")] * 20
    )
    found = tabulate(people, DIMENSIONS, TABLES)
    hidden = {found.cells[place] for place in suppressed(found)}
    assert (("scheme", "palim"), ("origin", "TN")) in hidden
    assert (("scheme", "palim"), ("origin", "MA")) in hidden
    assert (("scheme", "thamm"), ("origin", "TN")) in hidden or (("origin", "TN"),) in hidden


@pytest.mark.parametrize("people", [[], [("palim", "male", "MA", "old")] * 4])
def test_of_fewer_than_five_people_nothing_is_told(people):
    found = tabulate(people, DIMENSIONS, TABLES)
    assert {place for place, count in enumerate(found.counts) if count} == suppressed(found)


def test_nothing_is_hidden_where_everything_is_large():
    people = [(scheme, gender, origin, age)
              for scheme in DIMENSIONS[0].groups for gender in DIMENSIONS[1].groups
              for origin in DIMENSIONS[2].groups for age in DIMENSIONS[3].groups] * SMALLEST  # fmt: skip
    assert suppressed(tabulate(people, DIMENSIONS, TABLES)) == frozenset()


@settings(max_examples=30)
@given(st.integers(2, 12), st.integers(1, 40), st.integers(0, 2**32 - 1))
def test_elimination_hides_as_much_with_vectors_projected_as_with_whole_ones(cells, kinds, seed):
    inside = np.random.default_rng(seed).integers(0, 2, size=(cells, kinds)).astype(bool)
    order, secret = list(range(1, cells)), [0]
    whole = hidden_besides(inside.astype(np.int64), order, secret)
    assert hidden_besides(vectors_of(inside), order, secret) == whole
    shown = inside[[cell for cell in order if cell not in whole]].astype(float)
    assert not inside[0].any() or not can_be_worked_out(inside[0].astype(float), shown)
