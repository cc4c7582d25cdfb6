import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from matcher.training.batches import Ragged
from matcher.training.model import TwoViewModel


@given(st.lists(st.lists(st.integers(0, 2**31 - 1), max_size=5), min_size=1, max_size=20), st.data())
def test_ragged_rows_come_back(rows, drawn):
    chosen = drawn.draw(st.lists(st.integers(0, len(rows) - 1), max_size=30))
    values, starts = Ragged.of(rows).take(np.array(chosen, dtype=np.int64))
    assert values.tolist() == [value for row in chosen for value in rows[row]]
    assert starts.tolist() == [sum(len(rows[row]) for row in chosen[:place]) for place in range(len(chosen))]


def test_bags_name_each_row_of_a_table_once(data):
    bags = data.batches.bags(np.arange(50))
    for rows, ids in ((bags.gram_rows, bags.grams), (bags.piece_rows, bags.pieces)):
        assert len(rows.unique()) == len(rows)
        assert set(ids.tolist()) == set(range(len(rows)))


def test_a_text_has_one_vector_whatever_stands_beside_it(data):
    model = TwoViewModel(len(data.vocabulary.grams), data.vocabulary.tokenizer.get_vocab_size(), 16)
    together = model.encode(data.batches.bags(np.arange(8)))
    for view in together:
        assert torch.allclose(view.norm(dim=1), torch.ones(8), atol=1e-5)
    for row in range(8):
        alone = model.encode(data.batches.bags(np.array([row])))[0]
        assert alone[0].detach().numpy() == pytest.approx(together[0][row].detach().numpy(), abs=1e-6)
