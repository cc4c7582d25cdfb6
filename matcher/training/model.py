"""The trained model: two tables of rows, n-grams and pieces, that meet in one space."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional


@dataclass(frozen=True, slots=True)
class Bags:
    """A batch of texts as flat ids with offsets (int64).

    Texts are bags of ``words`` (into the batch's distinct words) and of ``pieces``; each distinct word is a bag of
    ``grams``.
    """

    grams: Tensor
    gram_offsets: Tensor
    words: Tensor
    word_offsets: Tensor
    pieces: Tensor
    piece_offsets: Tensor


class TwoViewModel(nn.Module):
    """Encodes a batch as unit vectors (n, dimension): of n-grams, of pieces, and of both together."""

    def __init__(self, grams: int, pieces: int, dimension: int) -> None:
        super().__init__()
        self.grams = nn.Embedding(grams, dimension, sparse=True)
        self.gates = nn.Embedding(grams, 1, sparse=True)
        self.pieces = nn.Embedding(pieces, dimension, sparse=True)
        nn.init.normal_(self.grams.weight, std=dimension**-0.5)
        nn.init.zeros_(self.gates.weight)
        nn.init.normal_(self.pieces.weight, std=dimension**-0.5)

    def forward(self, bags: Bags) -> tuple[Tensor, Tensor, Tensor]:
        """Return the joint vectors and those of each view, all of unit length."""
        bag = functional.embedding_bag
        words = bag(bags.grams, self.grams.weight, bags.gram_offsets, mode="sum", sparse=True)
        gates = bag(bags.grams, self.gates.weight, bags.gram_offsets, mode="mean", sparse=True).exp()
        by_grams = functional.normalize(bag(bags.words, words * gates, bags.word_offsets, mode="sum"), dim=1)
        pieces = bag(bags.pieces, self.pieces.weight, bags.piece_offsets, mode="mean", sparse=True)
        by_pieces = functional.normalize(pieces, dim=1)
        return functional.normalize(by_grams + by_pieces, dim=1), by_grams, by_pieces


def contrastive_loss(first: Tensor, second: Tensor, scale: float) -> Tensor:
    """Symmetric in-batch cross-entropy (Radford et al. 2021) of two (n, d) unit matrices whose rows belong together."""
    logits = scale * first @ second.T
    target = torch.arange(len(logits))
    return (functional.cross_entropy(logits, target) + functional.cross_entropy(logits.T, target)) / 2
