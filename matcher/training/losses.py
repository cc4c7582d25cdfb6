"""What the encoder is told to do: bring texts of one concept together, and keep English apart as a teacher does."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

_NEVER = -1e4  # a logit that takes no part; infinity would give NaN where a row has nothing else
_TEACHER_SCALE = 20.0


def contrastive_loss(first: Tensor, second: Tensor, scale: float, same: Tensor | None = None) -> Tensor:
    """Symmetric in-batch cross-entropy (Radford et al. 2021) of two (n, d) unit matrices whose rows belong together.

    Args:
        first: one text of each concept.
        second: another text of the same concepts.
        scale: what a cosine is multiplied by.
        same: (n, n), true where entries i and j hold the same text: they are not held against each other.
    """
    logits = scale * first @ second.T
    if same is not None:
        logits = logits.masked_fill(same, _NEVER)
    target = torch.arange(len(logits), device=logits.device)
    return (functional.cross_entropy(logits, target) + functional.cross_entropy(logits.T, target)) / 2


def same_texts(first: Tensor, second: Tensor) -> Tensor:
    """Tell for each pair of entries (i, j) of a batch whether one text stands in both; an entry is not its own rival.

    Without this, "welder" of the occupation and "welder" of a dictionary would be pushed away from themselves.
    """
    same = (first[:, None] == first[None]) | (second[:, None] == second[None]) | (first[:, None] == second[None])
    return same.fill_diagonal_(False)


def relational_loss(vectors: Tensor, teacher: Tensor) -> Tensor:
    """Kullback-Leibler divergence of each text's neighbours here from those at the teacher (Park et al. 2019).

    Only cosines within the batch are compared, so the two may differ in dimension.
    """
    itself = torch.eye(len(vectors), dtype=torch.bool, device=vectors.device)
    wanted = (_TEACHER_SCALE * teacher @ teacher.T).masked_fill(itself, _NEVER).softmax(dim=1)
    found = (_TEACHER_SCALE * vectors @ vectors.T).masked_fill(itself, _NEVER).log_softmax(dim=1)
    return functional.kl_div(found, wanted, reduction="batchmean")
