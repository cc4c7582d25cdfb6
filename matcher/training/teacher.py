"""What a large English model thinks of English texts: asked once, kept beside the checkpoint, learned from.

A small encoder taught by ESCO alone knows which labels name the same concept, not how near two others are. The cosines
of a model that has read far more text tell it (:func:`matcher.training.losses.relational_loss`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.encoding.protocol import TextRole
from matcher.encoding.transformer import TransformerEncoder
from matcher.errors import EncoderError

Progress = Callable[[int, int], None]
_LONGEST = 40  # words of a text that the teacher reads
_AT_ONCE = 2_048


def teacher_vectors(
    texts: Sequence[str], model_name: str, folder: Path, device: str, progress: Progress
) -> NDArray[np.float16]:
    """Return the teacher's unit vectors of the texts, from ``folder`` where they were computed before.

    Args:
        texts: English texts.
        model_name: a sentence-transformers model, by name or folder.
        folder: where ``teacher-*.npy`` is kept.
        device: torch's name of where the model runs.
        progress: called with the texts done and all.

    Raises:
        EncoderError: the model cannot be opened.
    """
    cut = [" ".join(text.split()[:_LONGEST]) for text in texts]
    teacher = TransformerEncoder(model_name, device=device)
    path = folder / f"teacher-{sha256(repr((teacher.name, cut)).encode()).hexdigest()[:16]}.npy"
    known = _read(path)
    if known is not None and len(known) == len(cut):
        return known
    vectors = _ask(teacher, model_name, cut, progress)
    partial = path.with_suffix(".partial")
    with partial.open("wb") as file:
        np.save(file, vectors, allow_pickle=False)
    partial.replace(path)
    return vectors


def _ask(teacher: TransformerEncoder, model_name: str, texts: list[str], progress: Progress) -> NDArray[np.float16]:
    try:
        vectors = np.zeros((len(texts), teacher.dimension), dtype=np.float16)
    except EncoderError as error:
        raise EncoderError(
            f"The teacher {model_name} cannot be opened: give --teacher a folder, or the name of a "
            "sentence-transformers model that this machine can download."
        ) from error
    # Texts of a length together: a batch takes as long as its longest text.
    order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
    for start in range(0, len(order), _AT_ONCE):
        progress(start, len(order))
        some = order[start : start + _AT_ONCE]
        vectors[some] = teacher.plain([texts[number] for number in some], TextRole.PASSAGE)
    return vectors


def _read(path: Path) -> NDArray[np.float16] | None:
    """Return the vectors of a file, or ``None`` where there is none or it is damaged: they are asked again then."""
    try:
        vectors: NDArray[np.float16] = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    return vectors
