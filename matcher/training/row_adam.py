"""Adam for tables of which a batch touches few rows: only those are read, moved and written."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor

_FIRST, _SECOND, _EPSILON = 0.9, 0.999, 1e-8


class RowTable:
    """A table of rows with their Adam moments; the second moment is one number a row (its mean squared gradient).

    torch's own ``SparseAdam`` sorts and sums a gradient entry for every use of a row, which took half of each step.
    Here a batch takes the distinct rows that it uses as one small dense leaf. Kingma and Ba 2015; the shared second
    moment as in Shazeer and Stern 2018.
    """

    def __init__(self, weight: Tensor) -> None:
        """Start from a weight of shape (rows, dimension)."""
        self.weight = weight
        self._first = torch.zeros_like(weight)
        self._second = torch.zeros(len(weight), 1, device=weight.device)
        self._steps = 0
        self._rows = torch.zeros(0, dtype=torch.int64, device=weight.device)
        self._leaf = weight[:0]

    def take(self, rows: Tensor) -> Tensor:
        """Return the given distinct rows as a leaf that gathers the gradient until :meth:`step`."""
        self._rows = rows
        self._leaf = self.weight.index_select(0, rows).requires_grad_(True)
        return self._leaf

    def step(self, learning_rate: float) -> None:
        """Move the rows taken last along their gradient; rows that took part in no loss stay."""
        gradient = self._leaf.grad
        if gradient is None:
            return
        self._steps += 1
        first = self._first.index_select(0, self._rows).lerp_(gradient, 1 - _FIRST)
        second = self._second.index_select(0, self._rows)
        second.lerp_(gradient.square().mean(dim=1, keepdim=True), 1 - _SECOND)
        self._first.index_copy_(0, self._rows, first)
        self._second.index_copy_(0, self._rows, second)
        scale = (second / (1 - _SECOND**self._steps)).sqrt_().add_(_EPSILON)
        moved = self._leaf.detach() - learning_rate / (1 - _FIRST**self._steps) * first / scale
        self.weight.index_copy_(0, self._rows, moved)

    def state(self) -> dict[str, Tensor]:
        """Return everything a resumed run needs."""
        steps = torch.tensor(self._steps)
        return {"weight": self.weight, "first": self._first, "second": self._second, "steps": steps}

    def restore(self, state: Mapping[str, Tensor]) -> None:
        """Take over what :meth:`state` gave, onto the device of this table."""
        device = self.weight.device
        self.weight, self._first, self._second = (state[key].to(device) for key in ("weight", "first", "second"))
        self._steps = int(state["steps"])
