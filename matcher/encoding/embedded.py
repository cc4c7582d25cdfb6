"""The encoder that ships with the engine, read with numpy alone: no torch, no network, ready in an instant.

The folder is a sentence-transformers model as well (:mod:`matcher.encoding.two_view_module`): same vectors.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from matcher.encoding.features import gram_key, grams_of, words_of
from matcher.encoding.packed_rows import PackedRows
from matcher.encoding.protocol import TextRole, Vectors
from matcher.encoding.unit import unit
from matcher.errors import EncoderError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

CONFIG_FILE, GRAMS_FILE, PIECES_FILE, TOKENIZER_FILE = (
    "config.json",
    "grams.safetensors",
    "pieces.safetensors",
    "tokenizer.json",
)
_OLDER_ROWS = "rows"  # what the table of 8-bit rows was called
_Tables = dict[str, NDArray[Any]]
_CACHED_WORDS = 60_000
_BATCH = 512


class EmbeddedEncoder:
    """Sums table rows of n-grams and of word pieces, and joins the two unit vectors into one."""

    def __init__(self, folder: Path, grams: _Tables, pieces: _Tables) -> None:
        self._folder = folder
        self._keys = grams["keys"]
        self._grams = PackedRows(grams["packed"], grams["scales"])
        self._gates = grams["gates"].astype(np.float32)
        self._pieces = PackedRows(pieces["packed"], pieces["scales"])
        self._words: dict[str, Vectors] = {}

    @classmethod
    def open(cls, folder: Path) -> EmbeddedEncoder:
        """Read the model; raises :class:`EncoderError` where the folder holds none, or one of an older format."""
        from safetensors import SafetensorError  # heavy import
        from safetensors.numpy import load_file  # heavy import

        try:
            grams, pieces = load_file(folder / GRAMS_FILE), load_file(folder / PIECES_FILE)
            if _OLDER_ROWS in grams:
                raise EncoderError(
                    f"{folder} holds an encoder in the older format of 8-bit rows: train it again with `matcher "
                    "train-encoder`, or set MATCHER_ENCODER to another one."
                )
            return cls(folder, grams, pieces)
        except (OSError, SafetensorError, KeyError) as error:
            raise EncoderError(f"{folder} holds no complete encoder: reinstall, or set MATCHER_ENCODER.") from error

    @cached_property
    def name(self) -> str:
        """Model id from its config, with the first digits of the hash of its tables."""
        config = json.loads((self._folder / CONFIG_FILE).read_text(encoding="utf-8"))
        return f"{config['name']}-{config['content_hash'][:12]}"

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._grams.dimension

    def encode(self, texts: Sequence[str], role: TextRole = TextRole.QUERY) -> Vectors:  # noqa: ARG002 (no prompts)
        """Return unit vectors, shape (len(texts), dimension); a text without known words gets the zero vector."""
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for start in range(0, len(texts), _BATCH):
            words = [words_of(text) for text in texts[start : start + _BATCH]]
            joined = unit(self._by_grams(words)) + unit(self._by_pieces(words))
            vectors[start : start + _BATCH] = unit(joined)
        return vectors

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer  # heavy import

        return Tokenizer.from_file(str(self._folder / TOKENIZER_FILE))

    def _by_grams(self, texts: list[list[str]]) -> Vectors:
        """Sum the gated word vectors of each text."""
        if len(self._words) > _CACHED_WORDS:
            self._words.clear()
        distinct = list(dict.fromkeys(word for words in texts for word in words))
        new = [word for word in distinct if word not in self._words]
        for start in range(0, len(new), _BATCH):
            some = new[start : start + _BATCH]
            self._words.update(zip(some, self._word_vectors(some), strict=True))
        if not distinct:
            return np.zeros((len(texts), self.dimension), dtype=np.float32)
        place = {word: number for number, word in enumerate(distinct)}
        table = np.stack([self._words[word] for word in distinct])
        owners = np.repeat(np.arange(len(texts)), [len(words) for words in texts])
        rows = np.array([place[word] for words in texts for word in words], dtype=np.int64)
        return _sum_by(owners, table[rows], len(texts))

    def _word_vectors(self, words: list[str]) -> Vectors:
        keys = [[gram_key(gram) for gram in grams_of(word)] for word in words]
        owners = np.repeat(np.arange(len(words)), [len(row) for row in keys])
        wanted = np.array([key for row in keys for key in row], dtype=self._keys.dtype)
        found = np.searchsorted(self._keys, wanted).clip(max=len(self._keys) - 1)
        known = self._keys[found] == wanted
        rows, owners = found[known], owners[known]
        counts = np.maximum(np.bincount(owners, minlength=len(words)), 1)
        gates = np.exp(np.bincount(owners, weights=self._gates[rows], minlength=len(words)) / counts)
        return (_sum_by(owners, self._grams.take(rows), len(words)) * gates[:, None]).astype(np.float32)

    def _by_pieces(self, texts: list[list[str]]) -> Vectors:
        """Sum the piece rows of each text; its mean points the same way."""
        encoded = self._tokenizer.encode_batch_fast([" ".join(words) for words in texts], add_special_tokens=False)
        ids = [row.ids for row in encoded]
        owners = np.repeat(np.arange(len(ids)), [len(row) for row in ids])
        rows = np.array([piece for row in ids for piece in row], dtype=np.int64)
        return _sum_by(owners, self._pieces.take(rows), len(texts))


def content_hash(*tables: NDArray[np.generic]) -> str:
    """Return the SHA-256 (hex) of the bytes of the tables, in order."""
    digest = hashlib.sha256()
    for table in tables:
        digest.update(np.ascontiguousarray(table).tobytes())
    return digest.hexdigest()


def _sum_by(owners: NDArray[np.int64], values: Vectors, size: int) -> Vectors:
    """Sum rows of ``values`` by owner; owners ascend."""
    sums = np.zeros((size, values.shape[1]), dtype=np.float32)
    if len(owners):
        present, starts = np.unique(owners, return_index=True)
        sums[present] = np.add.reduceat(values, starts, axis=0)
    return sums
