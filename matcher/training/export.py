"""Writes a trained model as the folder that ships: 4-bit rows, in sentence-transformers' own layout."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.encoding.embedded import CONFIG_FILE, GRAMS_FILE, PIECES_FILE, TOKENIZER_FILE, content_hash
from matcher.encoding.packed_rows import PackedRows
from matcher.training.vocabulary import Vocabulary

MODULE_CLASS = "matcher.encoding.two_view_module.TwoViewModule"
_Table = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class Tables:
    """The learned numbers: a row and a gate for each n-gram of the vocabulary, a row for each piece."""

    grams: _Table
    gates: _Table
    pieces: _Table


def export(tables: Tables, vocabulary: Vocabulary, folder: Path, *, name: str) -> str:
    """Write tables, tokenizer and configuration to ``folder``; return the content hash.

    Rows are packed at 4 bits a number with one float16 scale each: 130 bytes a row of 256 numbers instead of 1,024.
    """
    folder.mkdir(parents=True, exist_ok=True)
    keys = np.array(sorted(vocabulary.grams), dtype=np.uint32)
    order = np.array([vocabulary.grams[int(key)] for key in keys])
    grams = PackedRows.of(tables.grams[order].astype(np.float32))
    gates = tables.gates.reshape(-1)[order].astype(np.float16)
    pieces = PackedRows.of(tables.pieces.astype(np.float32))
    _write_tables(folder / GRAMS_FILE, {"keys": keys, "packed": grams.packed, "scales": grams.scales, "gates": gates})
    _write_tables(folder / PIECES_FILE, {"packed": pieces.packed, "scales": pieces.scales})
    vocabulary.tokenizer.save(str(folder / TOKENIZER_FILE), pretty=False)
    digest = content_hash(keys, grams.packed, grams.scales, gates, pieces.packed, pieces.scales)
    _write_json(folder / CONFIG_FILE, {"name": name, "dimension": grams.dimension, "content_hash": digest})
    modules = [{"idx": 0, "name": "0", "path": "", "type": MODULE_CLASS}]
    _write_json(folder / "modules.json", modules)
    _write_json(folder / "config_sentence_transformers.json", {"similarity_fn_name": "cosine"})
    return digest


def _write_tables(path: Path, tables: dict[str, np.ndarray]) -> None:
    from safetensors.numpy import save  # heavy import

    # Not save_file: that makes files which only their owner can read.
    path.write_bytes(save(tables))


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
