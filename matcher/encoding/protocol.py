"""What an encoder is to the rest of the engine."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class TextRole(StrEnum):
    """What a text is in a search. Some models want a different prompt for each."""

    QUERY = "query"
    PASSAGE = "passage"


class Encoder(Protocol):
    """Turns texts into unit vectors; cosine is their dot product."""

    @property
    def name(self) -> str:
        """Identity of model and version: vectors cached under it stay valid as long as it is the same."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    def encode(self, texts: Sequence[str], role: TextRole = TextRole.QUERY) -> Vectors:
        """Return float32 vectors of shape (len(texts), dimension), each of unit length.

        A text in which the encoder knows nothing at all (empty, only symbols) gets the zero vector: near to nothing.
        """
