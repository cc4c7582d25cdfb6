"""What decides a training run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TrainingPlan:
    """Everything that decides a training run besides its data.

    Attributes:
        steps: batches learned from.
        batch: pairs a batch.
        grams: rows for character n-grams.
        pieces: rows for word pieces.
        dimension: numbers in a row, an even number.
        scale: what a cosine is multiplied by before the softmax.
        learning_rate: at the start; constant for 60% of the run, then falling to 2% of it.
        sentences: share of a concept's texts that are sentences of its description.
        siblings: share of the concepts that come from groups of siblings in the hierarchy.
        words: share of a batch that are word pairs of dictionaries, where there are any.
        most_words: pairs kept of one dictionary file, so that a large one does not drown the others.
        misspelt: share of the labels that get a misspelt copy.
        taught: texts a batch on which the teacher's judgement is learned, where there is a teacher.
        teacher_weight: of that part of the loss.
        seed: of everything random.
        checkpoint_every: steps between two checkpoints.
    """

    steps: int = 3600
    batch: int = 2048
    grams: int = 150_000
    pieces: int = 50_000
    dimension: int = 256
    scale: float = 25.0
    learning_rate: float = 0.01
    sentences: float = 0.15
    siblings: float = 0.25
    words: float = 0.15
    most_words: int = 90_000
    misspelt: float = 0.1
    taught: int = 512
    teacher_weight: float = 0.3
    seed: int = 20261123
    checkpoint_every: int = 200

    def learning_rate_at(self, step: int) -> float:
        """Return the rate of a step (from 0): rows settle at the end."""
        return self.learning_rate * min(1.0, max(0.02, (1 - step / self.steps) / 0.4))
