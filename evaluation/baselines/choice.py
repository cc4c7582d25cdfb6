"""All baselines by name, and their rankings in one go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from evaluation.baselines.letters import bm25, chance, char_tfidf, edit_distance, spelling
from evaluation.baselines.meanings import nearest
from evaluation.baselines.nouns import Baseline, Corpus
from evaluation.baselines.rank_fusion import reciprocal_rank_fusion
from evaluation.remembered import Remembered
from matcher.encoding import Encoder

FUSED = "rank fusion"
FUSED_OF = ("bm25", "char tf-idf", "meaning only")


def baselines(encoder: Encoder, cache_folder: Path | None, seed: int = 20261123) -> tuple[Baseline, ...]:
    """Return the baselines that need nothing but the engine's encoder."""
    return (
        Baseline("random", "any order", partial(chance, seed=seed)),
        Baseline("edit distance", "1 - Levenshtein distance / length", edit_distance),
        Baseline("bm25", "BM25 over unstemmed words, k1 1.5, b 0.75", bm25),
        Baseline("char tf-idf", "cosine of TF-IDF over 2 to 4 letters within words", char_tfidf),
        Baseline("spelling only", "the engine's measure of spelling alone", spelling),
        Baseline("meaning only", "nearest by the encoder that ships", nearest(encoder, cache_folder)),
    )


def rankings(
    found: Sequence[Baseline], queries: Sequence[str], corpus: Corpus, k: int, remembered: Remembered | None = None
) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield each baseline's name and rankings, and last the reciprocal rank fusion of BM25, TF-IDF and meaning.

    What of these three is not among the baselines is fused without. Rankings that are remembered are not made again.
    """
    kept, remembered, rows = [], remembered or Remembered(), corpus.digest
    for baseline in found:
        source = (baseline.name, baseline.about, rows, k)
        ranked = remembered.answers(source, queries, partial(baseline.rank, corpus=corpus, k=k))
        if baseline.name in FUSED_OF:
            kept.append(ranked)
        yield baseline.name, ranked
    if kept:
        yield FUSED, [ids[:k] for ids in reciprocal_rank_fusion(kept)]
