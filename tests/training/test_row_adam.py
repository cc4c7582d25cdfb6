import pytest
import torch

from matcher.training.row_adam import RowTable


def test_the_first_step_by_hand():
    # Both moments are corrected to the gradient itself, so that a row moves by the rate times gradient / its size.
    table = RowTable(torch.zeros(3, 2))
    leaf = table.take(torch.tensor([0, 2]))
    (leaf * torch.tensor([[3.0, -4.0], [0.0, 1.0]])).sum().backward()
    table.step(0.1)
    size = (torch.tensor([[25.0], [1.0]]) / 2).sqrt()  # root of the mean square of a row's gradient
    expected = -0.1 * torch.tensor([[3.0, -4.0], [0.0, 1.0]]) / size
    assert torch.allclose(table.weight[[0, 2]], expected, atol=1e-6)
    assert torch.equal(table.weight[1], torch.zeros(2))


def test_rows_of_one_number_move_as_torch_moves_them():
    """With one number a row the shared second moment is Adam's own."""
    start = torch.tensor([[1.0], [2.0], [-0.5]])
    table, ours = RowTable(start.clone()), torch.arange(3)
    parameter = torch.nn.Parameter(start.clone())
    adam = torch.optim.Adam([parameter], lr=0.05)
    for step in range(5):
        factors = torch.tensor([[1.0], [-2.0], [0.3]]) * (step + 1)
        (table.take(ours) * factors).square().sum().backward()
        table.step(0.05)
        adam.zero_grad()
        (parameter * factors).square().sum().backward()
        adam.step()
        assert torch.allclose(table.weight, parameter.detach(), atol=1e-6)


def test_a_restored_table_goes_on_as_if_never_stopped():
    def moved(table, steps):
        for step in steps:
            (table.take(torch.tensor([step % 3, 3])) * (step + 1.0)).square().sum().backward()
            table.step(0.01)
        return table

    start = torch.randn(4, 6, generator=torch.Generator().manual_seed(1))
    unbroken = moved(RowTable(start.clone()), range(6))
    stopped = moved(RowTable(start.clone()), range(3))
    resumed = RowTable(torch.zeros(4, 6))
    resumed.restore({key: value.clone() for key, value in stopped.state().items()})
    assert torch.equal(moved(resumed, range(3, 6)).weight, unbroken.weight)


@pytest.mark.parametrize("rows", [[], [0]])
def test_a_step_without_a_gradient_moves_nothing(rows):
    table = RowTable(torch.ones(2, 2))
    table.take(torch.tensor(rows, dtype=torch.int64))
    table.step(0.1)
    assert torch.equal(table.weight, torch.ones(2, 2))
