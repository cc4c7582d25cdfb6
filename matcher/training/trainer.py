"""The training loop: seeded, resumable, on the processor or a graphics card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from matcher.training.batches import BatchMaker
from matcher.training.corpus import Corpus
from matcher.training.losses import contrastive_loss, relational_loss, same_texts
from matcher.training.model import TwoViewModel
from matcher.training.plan import TrainingPlan
from matcher.training.sampling import Drawn, PairSampler
from matcher.training.vocabulary import Vocabulary

Progress = Callable[[int, int, float], None]


@dataclass(frozen=True, slots=True)
class TrainingData:
    """What a run learns from: ``batches`` made of ``corpus.texts``, and a teacher's vectors of ``corpus.english``."""

    corpus: Corpus
    vocabulary: Vocabulary
    batches: BatchMaker
    teacher: NDArray[np.float16] | None = None

    def digest(self) -> str:
        """Return a hash of all of it (hex): a run is resumed on the same data alone."""
        found = sha256("\n".join(self.corpus.texts).encode())
        found.update(repr(sorted(self.vocabulary.grams)).encode())
        found.update(self.vocabulary.tokenizer.to_str().encode())
        for groups in (self.corpus.labels, self.corpus.sentences, self.corpus.words):
            for languages in groups:
                found.update(b"".join((b"|", *(rows.tobytes() for rows in languages))))
        if self.teacher is not None:
            found.update(self.teacher.tobytes())
        return found.hexdigest()


def best_device() -> torch.device:
    """Return the graphics card where torch can use one, else the processor."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def train(
    data: TrainingData, plan: TrainingPlan, checkpoint: Path, progress: Progress, device: torch.device | None = None
) -> TwoViewModel:
    """Train, writing ``checkpoint`` now and then; a run with the same plan and data goes on from it.

    Args:
        data: what is learned from.
        plan: steps, sizes, seed.
        checkpoint: file written every ``plan.checkpoint_every`` steps.
        progress: called after each step with steps done, steps in all and the loss.
        device: where tables and batches are; the processor where none is named.
    """
    torch.manual_seed(plan.seed)
    pieces = data.vocabulary.tokenizer.get_vocab_size()
    model = TwoViewModel(len(data.vocabulary.grams), pieces, plan.dimension, device)
    sampler = PairSampler(data.corpus, plan)
    run: dict[str, object] = {"plan": asdict(plan), "data": data.digest()}
    for step in range(_resume(checkpoint, run, model), plan.steps):
        loss = _loss(model, data, sampler.draw(step), plan)
        loss.backward()  # type: ignore[no-untyped-call]
        model.step(plan.learning_rate_at(step))
        progress(step + 1, plan.steps, float(loss.detach()))
        if (step + 1) % plan.checkpoint_every == 0:
            _save({"run": run, "step": step + 1, "model": model.state()}, checkpoint)
    return model


def _loss(model: TwoViewModel, data: TrainingData, drawn: Drawn, plan: TrainingPlan) -> Tensor:
    """Return the loss of one batch: of the joint vectors and each view alone, and of the teacher's part."""
    size = len(drawn.first)
    asked = data.corpus.english[drawn.taught] if data.teacher is not None else ()
    rows = np.concatenate((drawn.first, drawn.second, np.array(asked, dtype=np.int64)))
    joint, grams, pieces = model.encode(data.batches.bags(rows).to(model.device))
    same = same_texts(*(torch.from_numpy(side).to(model.device) for side in (drawn.first, drawn.second)))
    views = [(view[:size], view[size : 2 * size]) for view in (joint, grams, pieces)]
    loss = torch.stack([contrastive_loss(first, second, plan.scale, same) for first, second in views]).mean()
    if data.teacher is not None:
        teacher = torch.from_numpy(data.teacher[drawn.taught].astype(np.float32)).to(model.device)
        loss = loss + plan.teacher_weight * relational_loss(joint[2 * size :], teacher)
    return loss


def _save(state: dict[str, object], checkpoint: Path) -> None:
    # A run that is stopped while it writes keeps the checkpoint before.
    partial = checkpoint.with_suffix(".partial")
    torch.save(state, partial)
    partial.replace(checkpoint)


def _resume(checkpoint: Path, run: dict[str, object], model: TwoViewModel) -> int:
    """Load the checkpoint of the same plan on the same data, if there is one; return the steps done."""
    if not checkpoint.exists():
        return 0
    state = torch.load(checkpoint, weights_only=True, map_location="cpu")
    if state["run"] != run:
        return 0
    model.restore(state["model"])
    return int(state["step"])
