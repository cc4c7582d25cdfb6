"""What the engine is held against: well-known ways of ranking rows for a text, one file a family."""

from __future__ import annotations

from evaluation.baselines.choice import FUSED, FUSED_OF, baselines, rankings
from evaluation.baselines.meanings import minilm_baselines
from evaluation.baselines.nouns import Baseline, Corpus

__all__ = ["FUSED", "FUSED_OF", "Baseline", "Corpus", "baselines", "minilm_baselines", "rankings"]
