"""Vectors kept on disk by content: what was encoded once with a model is never encoded again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import uuid4

import numpy as np

from matcher.encoding.protocol import Encoder, TextRole, Vectors

_CHUNK = 8_192
Progress = Callable[[int, int], None]


class VectorCache:
    """One ``.npy`` file for a list of texts, named by encoder, role and the hash of the texts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @staticmethod
    def folder_name(encoder_name: str) -> str:
        """Return a model's name as a folder name; the hash keeps two names apart that look alike."""
        readable = re.sub(r"[^\w.-]+", "_", encoder_name)[-60:]
        return f"{readable}-{hashlib.sha256(encoder_name.encode()).hexdigest()[:8]}"

    def encode(
        self, encoder: Encoder, texts: Sequence[str], role: TextRole, progress: Progress | None = None
    ) -> Vectors:
        """Return the vectors of the texts, shape (len(texts), dimension), from disk where they are known.

        The array may be mapped from disk and is read-only then.
        """
        path = self._folder / self.folder_name(encoder.name) / f"{role.value}-{_digest(texts)}.npy"
        known = _read(path)
        if known is not None and known.shape == (len(texts), encoder.dimension):
            return known
        vectors = np.zeros((len(texts), encoder.dimension), dtype=np.float32)
        for start in range(0, len(texts), _CHUNK):
            vectors[start : start + _CHUNK] = encoder.encode(texts[start : start + _CHUNK], role)
            if progress:
                progress(min(start + _CHUNK, len(texts)), len(texts))
        path.parent.mkdir(parents=True, exist_ok=True)
        # A name of its own until complete: two processes may be encoding the same list.
        with (partial := path.with_suffix(f".{uuid4().hex}.partial")).open("wb") as file:
            np.save(file, vectors, allow_pickle=False)
        partial.replace(path)
        return vectors


def _read(path: Path) -> Vectors | None:
    """Return the array of a file, or ``None`` where there is none or it is damaged: it is made again then."""
    try:
        vectors: Vectors = np.load(path, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError):
        return None
    return vectors


def _digest(texts: Sequence[str]) -> str:
    digest = hashlib.sha256(str(len(texts)).encode())
    for text in texts:
        digest.update(text.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()[:32]
