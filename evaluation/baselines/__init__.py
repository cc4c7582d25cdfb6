"""What the engine is held against: well-known ways of ranking rows for a text, one file a family."""

from __future__ import annotations

from evaluation.baselines.choice import FUSED, baselines, rankings
from evaluation.baselines.meanings import minilm_baselines
from evaluation.baselines.nouns import Baseline, Corpus

__all__ = ["FUSED", "Baseline", "Corpus", "baselines", "minilm_baselines", "rankings"]
