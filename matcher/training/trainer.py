"""The training loop: seedable, resumable, with learning-rate decay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch

from matcher.training.batches import BatchMaker, PairSampler
from matcher.training.corpus import Corpus
from matcher.training.model import TwoViewModel, contrastive_loss
from matcher.training.vocabulary import Vocabulary

Progress = Callable[[int, int, float], None]


@dataclass(frozen=True, slots=True)
class TrainingPlan:
    """Everything that decides a training run besides its data."""

    steps: int = 1300
    batch: int = 2048
    dimension: int = 256
    scale: float = 25.0
    learning_rate: float = 0.005
    sentences: float = 0.15
    siblings: float = 0.25
    seed: int = 20261123
    checkpoint_every: int = 200


def train(
    corpus: Corpus, vocabulary: Vocabulary, plan: TrainingPlan, checkpoint: Path, progress: Progress
) -> TwoViewModel:
    """Train, writing ``checkpoint`` now and then; a run with the same plan goes on from it.

    Args:
        corpus: texts by concept.
        vocabulary: rows to learn.
        plan: steps, sizes, seed.
        checkpoint: file written every ``plan.checkpoint_every`` steps.
        progress: called after each step with steps done, steps in all and the loss.
    """
    torch.manual_seed(plan.seed)
    model = TwoViewModel(len(vocabulary.grams), vocabulary.tokenizer.get_vocab_size(), plan.dimension)
    optimiser = torch.optim.SparseAdam(model.parameters(), lr=plan.learning_rate)
    maker = BatchMaker(corpus, vocabulary)
    sampler = PairSampler(corpus, plan.seed, sentences=plan.sentences, siblings=plan.siblings)
    run: dict[str, object] = {"plan": asdict(plan), "data": _data_hash(corpus, vocabulary)}
    done = _resume(checkpoint, run, model, optimiser)
    sampler.skip(done, plan.batch)
    for step in range(done, plan.steps):
        for group in optimiser.param_groups:
            group["lr"] = plan.learning_rate * _schedule(step, plan.steps)
        loss = _step(model, optimiser, maker, sampler.draw(plan.batch), plan.scale)
        progress(step + 1, plan.steps, loss)
        if (step + 1) % plan.checkpoint_every == 0:
            state = {"run": run, "step": step + 1, "model": model.state_dict(), "optimiser": optimiser.state_dict()}
            torch.save(state, checkpoint)
    return model


def _step(
    model: TwoViewModel,
    optimiser: torch.optim.Optimizer,
    maker: BatchMaker,
    pairs: tuple[np.ndarray, np.ndarray],
    scale: float,
) -> float:
    size = len(pairs[0])
    joint, grams, pieces = model(maker.bags(np.concatenate(pairs)))
    losses = [contrastive_loss(view[:size], view[size:], scale) for view in (joint, grams, pieces)]
    loss = torch.stack(losses).mean()
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    optimiser.step()
    return float(loss.detach())


def _schedule(step: int, steps: int) -> float:
    """Constant for the first 60% of the run, then linear down to 2%: rows settle at the end."""
    return min(1.0, max(0.02, (1 - step / steps) / 0.4))


def _data_hash(corpus: Corpus, vocabulary: Vocabulary) -> str:
    digest = sha256("\n".join(corpus.texts).encode())
    digest.update(repr(sorted(vocabulary.grams)).encode())
    digest.update(vocabulary.tokenizer.to_str().encode())
    return digest.hexdigest()


def _resume(checkpoint: Path, run: dict[str, object], model: TwoViewModel, optimiser: torch.optim.Optimizer) -> int:
    """Load the checkpoint of the same plan on the same data, if there is one; return the steps done."""
    if not checkpoint.exists():
        return 0
    state = torch.load(checkpoint, weights_only=True)
    if state["run"] != run:
        return 0
    model.load_state_dict(state["model"])
    optimiser.load_state_dict(state["optimiser"])
    return int(state["step"])
