"""The shipped encoder as a sentence-transformers module, so that ``SentenceTransformer(folder)`` opens it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from sentence_transformers.sentence_transformer.modules import InputModule

from matcher.encoding.embedded import EmbeddedEncoder
from matcher.errors import EncoderError


class TwoViewModule(InputModule):
    """Hands the texts to :class:`EmbeddedEncoder`; there is nothing to train here."""

    def __init__(self, folder: Path) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._folder = folder
        self._encoder = EmbeddedEncoder.open(folder)

    @classmethod
    def load(cls, model_name_or_path: str, *_arguments: Any, **_options: Any) -> TwoViewModule:
        """Open the model in a local folder."""
        return cls(Path(model_name_or_path))

    def save(self, output_path: str, *_arguments: Any, **_options: Any) -> None:
        """Refuse: the tables are written by :mod:`matcher.training.export`."""
        raise EncoderError(f"Copy {self._folder} to {output_path} instead: this model is read-only.")

    def preprocess(self, inputs: Sequence[Any], prompt: str | None = None, **_options: Any) -> dict[str, Any]:
        """Encode at once: the look-up is the whole model."""
        texts = [(prompt or "") + text for text in inputs]
        return {"sentence_embedding": torch.from_numpy(self._encoder.encode(texts))}

    def forward(self, features: dict[str, Any], **_options: Any) -> dict[str, Any]:
        """Return the features as they are."""
        return features

    def get_embedding_dimension(self) -> int:
        """Return the length of a vector."""
        return self._encoder.dimension
