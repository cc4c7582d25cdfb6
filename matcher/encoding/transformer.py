"""Any sentence-transformers model, by name or folder, with its query and passage prompts honoured."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from matcher.encoding.protocol import TextRole, Vectors
from matcher.errors import EncoderError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

# Published prompts of families whose model folder does not carry them (their model cards say so).
_FAMILY_PROMPTS = {"e5": {TextRole.QUERY: "query: ", TextRole.PASSAGE: "passage: "}}


class TransformerEncoder:
    """Wraps a :class:`SentenceTransformer`; the model is loaded at the first text."""

    def __init__(self, model_name: str) -> None:
        self._model_name = model_name

    @property
    def name(self) -> str:
        """The model's name, or its folder."""
        return self._model_name

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._model.get_embedding_dimension() or 0)

    def encode(self, texts: Sequence[str], role: TextRole = TextRole.QUERY) -> Vectors:
        """Return unit vectors, shape (len(texts), dimension); an empty text gets the zero vector."""
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        filled = [number for number, text in enumerate(texts) if text.strip()]
        if filled:
            encoded = self._model.encode(
                [texts[number] for number in filled],
                prompt=self._prompt(role),
                batch_size=64,
                normalize_embeddings=True,
                convert_to_numpy=True,
                show_progress_bar=False,
            )
            vectors[filled] = np.asarray(encoded, dtype=np.float32)
        return vectors

    def _prompt(self, role: TextRole) -> str:
        """Return the model's own prompt for the role, else that of its family, else none."""
        own = {key: text for key, text in self._model.prompts.items() if text}
        names = (role.value, "document") if role is TextRole.PASSAGE else (role.value,)
        for name in names:
            if name in own:
                return own[name]
        family = next((prompts for key, prompts in _FAMILY_PROMPTS.items() if key in self._family()), {})
        return family.get(role, "")

    def _family(self) -> set[str]:
        return set(self._model_name.lower().replace("/", "-").split("-"))

    @cached_property
    def _model(self) -> SentenceTransformer:
        from sentence_transformers import SentenceTransformer  # takes ten seconds

        try:
            model: SentenceTransformer = SentenceTransformer(self._model_name, device="cpu")
            return model
        except (OSError, ValueError) as error:
            raise EncoderError(
                f"MATCHER_ENCODER={self._model_name} cannot be opened ({type(error).__name__}): give a folder, or the "
                "name of a sentence-transformers model that this machine can download."
            ) from error
