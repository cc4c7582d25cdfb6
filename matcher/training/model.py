"""The trained model: two tables of rows, n-grams and pieces, that meet in one space."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

import torch
from torch import Tensor
from torch.nn import functional

from matcher.training.export import Tables
from matcher.training.row_adam import RowTable

State = dict[str, dict[str, Tensor]]


@dataclass(frozen=True, slots=True)
class Bags:
    """A batch of texts as flat ids with offsets (int64).

    Texts are bags of ``words`` (into the batch's distinct words) and of ``pieces`` (into ``piece_rows``); each distinct
    word is a bag of ``grams`` (into ``gram_rows``). The two ``rows`` are the distinct rows of the tables that are used.
    """

    gram_rows: Tensor
    grams: Tensor
    gram_offsets: Tensor
    words: Tensor
    word_offsets: Tensor
    piece_rows: Tensor
    pieces: Tensor
    piece_offsets: Tensor

    def to(self, device: torch.device) -> Bags:
        """Return the same batch on a device."""
        return Bags(*(getattr(self, field.name).to(device) for field in fields(self)))


class TwoViewModel:
    """Encodes a batch as unit vectors (n, dimension): of n-grams, of pieces, and of both together."""

    def __init__(self, grams: int, pieces: int, dimension: int, device: torch.device | None = None) -> None:
        """Start from random rows: drawn on the processor, so that a seed gives the same ones on any device."""
        self.device = device or torch.device("cpu")
        self.grams = self._random_table(grams, dimension)
        self.gates = RowTable(torch.zeros(grams, 1, device=self.device))
        self.pieces = self._random_table(pieces, dimension)

    def encode(self, bags: Bags) -> tuple[Tensor, Tensor, Tensor]:
        """Return the joint vectors and those of each view, all of unit length."""
        bag = functional.embedding_bag
        grams, gates = self.grams.take(bags.gram_rows), self.gates.take(bags.gram_rows)
        words = bag(bags.grams, grams, bags.gram_offsets, mode="sum")
        weights = bag(bags.grams, gates, bags.gram_offsets, mode="mean").exp()
        by_grams = functional.normalize(bag(bags.words, words * weights, bags.word_offsets, mode="sum"), dim=1)
        pieces = bag(bags.pieces, self.pieces.take(bags.piece_rows), bags.piece_offsets, mode="mean")
        by_pieces = functional.normalize(pieces, dim=1)
        return functional.normalize(by_grams + by_pieces, dim=1), by_grams, by_pieces

    def step(self, learning_rate: float) -> None:
        """Move the rows of the batch encoded last along their gradients."""
        for table in self._tables().values():
            table.step(learning_rate)

    def state(self) -> State:
        """Return everything a resumed run needs."""
        return {name: table.state() for name, table in self._tables().items()}

    def restore(self, state: Mapping[str, Mapping[str, Tensor]]) -> None:
        """Take over what :meth:`state` gave."""
        for name, table in self._tables().items():
            table.restore(state[name])

    def tables(self) -> Tables:
        """Return the learned rows."""
        grams, gates, pieces = (table.weight.cpu().numpy() for table in self._tables().values())
        return Tables(grams, gates[:, 0], pieces)

    def _tables(self) -> dict[str, RowTable]:
        return {"grams": self.grams, "gates": self.gates, "pieces": self.pieces}

    def _random_table(self, rows: int, dimension: int) -> RowTable:
        return RowTable((torch.randn(rows, dimension) * dimension**-0.5).to(self.device))
