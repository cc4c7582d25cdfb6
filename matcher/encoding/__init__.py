"""Texts to unit vectors: the encoder that ships, or any sentence-transformers model."""

from __future__ import annotations

from pathlib import Path

from matcher.encoding.cache import VectorCache
from matcher.encoding.embedded import GRAMS_FILE, EmbeddedEncoder
from matcher.encoding.protocol import Encoder, TextRole, Vectors
from matcher.encoding.unit import unit

EMBEDDED = "embedded"
EMBEDDED_FOLDER = Path(__file__).parent.parent / "models" / "esco-encoder"

__all__ = [
    "EMBEDDED",
    "EMBEDDED_FOLDER",
    "EmbeddedEncoder",
    "Encoder",
    "TextRole",
    "VectorCache",
    "Vectors",
    "open_encoder",
    "unit",
]


def open_encoder(setting: str = EMBEDDED) -> Encoder:
    """Open the encoder that ships (``embedded``), or a sentence-transformers model by name or folder.

    A folder that ``matcher train-encoder`` wrote is read with numpy alone, as the one that ships.
    """
    if setting == EMBEDDED:
        return EmbeddedEncoder.open(EMBEDDED_FOLDER)
    if (Path(setting) / GRAMS_FILE).is_file():
        return EmbeddedEncoder.open(Path(setting))
    from matcher.encoding.transformer import TransformerEncoder  # only where asked for

    return TransformerEncoder(setting)
