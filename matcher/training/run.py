"""From a folder of ESCO files to an encoder folder, in one call."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

from matcher.training.card import write_card
from matcher.training.corpus import read_corpus
from matcher.training.export import export
from matcher.training.trainer import TrainingPlan, train
from matcher.training.vocabulary import choose_vocabulary
from taxonomies.esco import import_esco

Progress = Callable[[str, int, int], None]
NAME = "esco-two-view"


def train_from_esco(
    esco: Path, out: Path, *, steps: int | None = None, seed: int | None = None, progress: Progress
) -> Path:
    """Train an encoder on every language and edition found, and write it to ``out``.

    Only labels and descriptions of the classification are read; crosswalk files are not. A run that was stopped goes
    on from ``out/checkpoint.pt``, which is removed at the end.

    Raises:
        TaxonomyError: the ESCO files cannot be used.
    """
    plan = replace(TrainingPlan(), **{k: v for k, v in (("steps", steps), ("seed", seed)) if v is not None})
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        taxonomy = import_esco([esco], Path(folder), synonyms=False, progress=progress).taxonomy
        corpus = read_corpus(taxonomy)
        status = taxonomy.status()
        taxonomy.close()
    progress("choosing the vocabulary", 0, 1)
    vocabulary = choose_vocabulary(corpus.texts)
    progress("choosing the vocabulary", 1, 1)
    checkpoint = out / "checkpoint.pt"
    model = train(corpus, vocabulary, plan, checkpoint, lambda done, total, _loss: progress("training", done, total))
    digest = export(model, vocabulary, out, name=NAME)
    write_card(out, status, asdict(plan), digest)
    checkpoint.unlink(missing_ok=True)
    return out
