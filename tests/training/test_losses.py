import numpy as np
import pytest
import torch

from matcher.training.losses import contrastive_loss, relational_loss, same_texts


def test_loss_by_hand():
    # Two identical orthonormal rows: each softmax puts e^s against 1, so the loss is log(1 + e^-s).
    loss = contrastive_loss(torch.eye(2), torch.eye(2), scale=3.0)
    assert float(loss) == pytest.approx(np.log(1 + np.exp(-3.0)), abs=1e-6)


def test_texts_that_are_the_same_are_no_rivals():
    # Three pairs with the same vectors; the first two hold the same text, so only the third stands against each.
    vectors = torch.tensor([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
    same = same_texts(torch.tensor([7, 7, 9]), torch.tensor([8, 8, 9]))
    masked = contrastive_loss(vectors, vectors, scale=2.0, same=same)
    expected = (2 * np.log(1 + np.exp(-2.0)) + np.log(1 + 2 * np.exp(-2.0))) / 3
    assert float(masked) == pytest.approx(expected, abs=1e-6)
    assert float(contrastive_loss(vectors, vectors, scale=2.0)) > float(masked)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([1, 2], [3, 4], [(0, 0, 0), (0, 0, 0)]),
        ([1, 1], [3, 4], [(0, 1, 0), (1, 0, 0)]),
        ([1, 2], [3, 3], [(0, 1, 0), (1, 0, 0)]),
        ([1, 2], [2, 4], [(0, 0, 0), (1, 0, 0)]),  # text 2 stands second in the first pair and first in the other
        ([5, 2], [5, 4], [(0, 0, 0), (0, 0, 0)]),  # a pair of one text is not its own rival
    ],
)
def test_same_texts(first, second, expected):
    found = same_texts(torch.tensor(first), torch.tensor(second))
    assert found.tolist() == [[bool(cell) for cell in row[:2]] for row in expected]


def test_a_pupil_that_sees_what_its_teacher_sees_has_nothing_to_learn():
    vectors = torch.nn.functional.normalize(torch.randn(8, 5, generator=torch.Generator().manual_seed(1)), dim=1)
    wider = torch.cat((vectors, torch.zeros(8, 3)), dim=1)  # other dimension, same cosines
    assert float(relational_loss(vectors, wider)) == pytest.approx(0, abs=1e-6)


def test_relational_loss_by_hand():
    # The teacher holds 0 and 1 alike (softmax of 20 against 0), the pupil holds all three apart (one half each).
    teacher = torch.tensor([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
    near = 1 / (1 + np.exp(-20.0))
    towards = near * np.log(near / 0.5) + (1 - near) * np.log((1 - near) / 0.5)  # row 2 is halves in both
    assert float(relational_loss(torch.eye(3), teacher)) == pytest.approx(2 * towards / 3, abs=1e-5)
