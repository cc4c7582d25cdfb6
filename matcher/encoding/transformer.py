"""Any sentence-transformers model, by name or folder, with its query and passage prompts honoured."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from matcher.encoding.protocol import TextRole, Vectors
from matcher.errors import EncoderError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

# Published prompts of families whose model folder does not carry them (their model cards say so).
_FAMILY_PROMPTS = {"e5": {TextRole.QUERY: "query: ", TextRole.PASSAGE: "passage: "}}


# Unrelated phrases of the trade. Many models give any two texts a cosine of .7; what they share is taken off.
_UNRELATED = (
    "welder", "infirmier", "boekhouder", "Softwareentwickler", "fruit picker", "conducteur de bus", "kapper", "Koch",
    "repair engines", "gérer une base de données", "vloeren reinigen", "Kunden beraten", "speak Dutch",
    "lire des plans", "in team werken", "Brot backen", "write reports", "soigner des animaux", "heftruck besturen",
    "Wände verputzen",
)  # fmt: skip


class TransformerEncoder:
    """Wraps a :class:`SentenceTransformer`; the model is loaded at the first text.

    Vectors are centred on unrelated phrases, so that unrelated texts score near 0 whatever the model, and the scores
    mean the same to the engine as those of the encoder that ships (Mu and Viswanath 2018, the mean alone).
    """

    def __init__(self, model_name: str, device: str = "cpu") -> None:
        self._model_name = model_name
        self._device = device
        self._centres: dict[TextRole, Vectors] = {}

    @cached_property
    def name(self) -> str:
        """The model's name; for a local folder with a hash of its files, for it may be trained again in place."""
        folder = Path(self._model_name)
        if not folder.is_dir():
            return self._model_name
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        state = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files]
        return f"{self._model_name}-{sha256(repr(state).encode()).hexdigest()[:12]}"

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._model.get_embedding_dimension() or 0)

    def encode(self, texts: Sequence[str], role: TextRole = TextRole.QUERY) -> Vectors:
        """Return unit vectors, shape (len(texts), dimension); an empty text gets the zero vector."""
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        filled = [number for number, text in enumerate(texts) if text.strip()]
        if filled:
            if role not in self._centres:
                self._centres[role] = self.plain(_UNRELATED, role).mean(axis=0)
            centred = self.plain([texts[number] for number in filled], role) - self._centres[role]
            vectors[filled] = centred / np.linalg.norm(centred, axis=1, keepdims=True).clip(min=1e-9)
        return vectors

    def plain(self, texts: Sequence[str], role: TextRole) -> Vectors:
        """Return the model's own unit vectors, not centred, its prompt for the role put before each text."""
        encoded = self._model.encode(
            list(texts),
            prompt=self._prompt(role),
            batch_size=64,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return np.asarray(encoded, dtype=np.float32)

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
            model: SentenceTransformer = SentenceTransformer(self._model_name, device=self._device)
            return model
        except (OSError, ValueError) as error:
            raise EncoderError(
                f"MATCHER_ENCODER={self._model_name} cannot be opened ({type(error).__name__}): give a folder, or the "
                "name of a sentence-transformers model that this machine can download."
            ) from error
