"""Writes a trained model as the folder that ships: 8-bit rows, in sentence-transformers' own layout."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.encoding.embedded import CONFIG_FILE, GRAMS_FILE, PIECES_FILE, TOKENIZER_FILE, content_hash
from matcher.training.model import TwoViewModel
from matcher.training.vocabulary import Vocabulary

MODULE_CLASS = "matcher.encoding.two_view_module.TwoViewModule"


def export(model: TwoViewModel, vocabulary: Vocabulary, folder: Path, *, name: str) -> str:
    """Write tables, tokenizer and configuration to ``folder``; return the content hash.

    Rows are symmetric int8 with one float16 scale each: 256 bytes a row instead of 1,024.
    """
    from safetensors.numpy import save_file  # heavy import

    folder.mkdir(parents=True, exist_ok=True)
    keys = np.array(sorted(vocabulary.grams), dtype=np.uint32)
    order = np.array([vocabulary.grams[int(key)] for key in keys])
    rows, scales = _quantise(model.grams.weight.detach().numpy()[order])
    gates = model.gates.weight.detach().numpy()[order, 0].astype(np.float16)
    piece_rows, piece_scales = _quantise(model.pieces.weight.detach().numpy())
    save_file({"keys": keys, "rows": rows, "scales": scales, "gates": gates}, folder / GRAMS_FILE)
    save_file({"rows": piece_rows, "scales": piece_scales}, folder / PIECES_FILE)
    vocabulary.tokenizer.save(str(folder / TOKENIZER_FILE), pretty=False)
    digest = content_hash(keys, rows, scales, gates, piece_rows, piece_scales)
    _write_json(folder / CONFIG_FILE, {"name": name, "dimension": int(rows.shape[1]), "content_hash": digest})
    modules = [{"idx": 0, "name": "0", "path": "", "type": MODULE_CLASS}]
    _write_json(folder / "modules.json", modules)
    _write_json(folder / "config_sentence_transformers.json", {"similarity_fn_name": "cosine"})
    return digest


def _quantise(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float16]]:
    """Return int8 rows and their scales so that rows x scales comes within half a step of the table."""
    scales = (np.abs(table).max(axis=1) / 127).clip(min=1e-6).astype(np.float16)
    rows = np.rint(table / scales.astype(np.float32)[:, None]).clip(-127, 127).astype(np.int8)
    return rows, scales


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
