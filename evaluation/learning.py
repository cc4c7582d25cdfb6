"""Learning to rank with a linear model: listwise softmax, a second set of weights for longer texts, calibration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

Numbers = NDArray[np.float32]
_STEPS = 300


@dataclass(frozen=True, slots=True)
class Example:
    """One query: ``features`` (n, f) of its candidates, which are ``relevant`` (n,), and what it counts.

    ``found`` and ``of`` say how many of the right answers are among the candidates; ``group`` keeps queries together
    that must not be on both sides of a split.
    """

    features: Numbers
    relevant: Numbers
    of: int
    group: str
    weight: float = 1.0


def fit(examples: Sequence[Example], *, ridge: float = 1e-3, every: float = 0.0) -> Numbers:
    """Return weights (f,) that maximise the log share of the right candidates.

    Args:
        examples: those without a right candidate teach nothing and are left out.
        ridge: penalty on the squared weights of the standardised features.
        every: 0 asks for one right candidate above the wrong ones, 1 for each of them, between for both.
    """
    kept = [example for example in examples if example.relevant.any()]
    features, present, relevant = _padded(kept)
    mean, deviation = features[present].mean(0), features[present].std(0).clamp(min=1e-6)
    standard = (features - mean) / deviation
    counts = torch.tensor([example.weight for example in kept])
    weights = torch.zeros(features.shape[2], requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=_STEPS, line_search_fn="strong_wolfe")
    right = relevant > 0

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        shares = (standard @ weights).masked_fill(~present, -1e9).log_softmax(1)
        any_right = torch.logsumexp(shares.masked_fill(~right, -1e9), 1)
        each_right = (shares * relevant).sum(1) / relevant.sum(1)
        gain = (1 - every) * any_right + every * each_right
        loss: torch.Tensor = -(counts * gain).sum() / counts.sum() + ridge * weights.square().sum()
        loss.backward()  # type: ignore[no-untyped-call]
        return loss

    optimiser.step(closure)  # type: ignore[no-untyped-call]
    return np.asarray((weights.detach() / deviation).numpy(), dtype=np.float32)


def calibrate(logits: Numbers, right: NDArray[np.bool_]) -> Numbers:
    """Return the constant and the weights of a logistic regression of ``right`` on the columns of ``logits``."""
    columns = torch.tensor(np.column_stack([np.ones(len(logits)), logits]), dtype=torch.float64)
    answers = torch.tensor(right, dtype=torch.float64)
    weights = torch.zeros(columns.shape[1], dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=_STEPS, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        loss: torch.Tensor = torch.nn.functional.binary_cross_entropy_with_logits(columns @ weights, answers)
        loss.backward()  # type: ignore[no-untyped-call]
        return loss

    optimiser.step(closure)  # type: ignore[no-untyped-call]
    return np.asarray(weights.detach().numpy(), dtype=np.float32)


def folds(examples: Sequence[Example], count: int = 5) -> NDArray[np.int64]:
    """Return the fold of each example, the same for all of a group."""
    from zlib import crc32

    return np.array([crc32(example.group.encode()) % count for example in examples])


def expected_calibration_error(confidence: Numbers, right: NDArray[np.bool_], bins: int = 10) -> float:
    """Return the mean gap between confidence and accuracy over equally wide bins (Naeini et al. 2015)."""
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [
        abs(confidence[place == b].mean() - right[place == b].mean()) * (place == b).mean() for b in np.unique(place)
    ]
    return float(sum(gaps))


def _padded(examples: Sequence[Example]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    longest = max(len(example.features) for example in examples)
    shape = (len(examples), longest)
    features = torch.zeros(*shape, examples[0].features.shape[1])
    present, relevant = torch.zeros(shape, dtype=torch.bool), torch.zeros(shape)
    for place, example in enumerate(examples):
        size = len(example.features)
        features[place, :size] = torch.from_numpy(example.features)
        present[place, :size] = True
        relevant[place, :size] = torch.from_numpy(example.relevant)
    return features, present, relevant
