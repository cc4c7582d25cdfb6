"""The small model that weighs the evidence: linear, fitted on development data, and calibrated.

``evaluation/fit_linking.py`` fits it and writes the file that ships; docs/decisions/linking.md says how well it does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Self

import numpy as np

from matcher.encoding import Vectors
from matcher.errors import LinkModelError
from matcher.linking.features import Feature, LinkEvidence, length_of
from taxonomies.concepts import ConceptKind

MODEL_FILE = Path(__file__).parent.parent / "models" / "linking.json"


@dataclass(frozen=True, slots=True)
class Calibration:
    """Logistic regression of "this is the concept meant": on the log of its share of all, its best label, and same."""

    constant: float
    share: float
    best: float
    same: float

    def confidence(self, scores: Vectors, best: Vectors, same: Vectors) -> Vectors:
        """Return the probability of each concept, in 0..1.

        Args:
            scores: those of all concepts in question, as the model gave them.
            best: cosine of the best label of each.
            same: above 0 where a label is the phrase itself.
        """
        logits = self.constant + self.share * log_shares(scores) + self.best * best + self.same * same
        # Among a handful of concepts one always has a large share: none is surer than its nearest label is near.
        chances: Vectors = np.minimum(1 / (1 + np.exp(-logits)), np.maximum(best, same))
        return chances.clip(0.0, 1.0)


@dataclass(frozen=True, slots=True)
class LinkModel:
    """Weights of the :class:`Feature` columns for phrases, and what is added to them the longer the text is."""

    phrase: Vectors
    sentence: Vectors
    calibration: Calibration

    @classmethod
    def read(cls, kind: ConceptKind, path: Path = MODEL_FILE) -> Self:
        """Read the weights for a kind of concept; raises :class:`LinkModelError` where they are missing."""
        found = FittedWeights(path, kind.value)
        names = [feature.name for feature in Feature]
        return cls(found.weights("phrase", names), found.weights("sentence", names), found.calibration())

    def scores(self, evidence: LinkEvidence, form: str) -> Vectors:
        """Return a score for each concept, higher is likelier; only differences mean something."""
        scores: Vectors = evidence.features @ (self.phrase + length_of(form) * self.sentence)
        return scores


def log_shares(scores: Vectors) -> Vectors:
    """Return the logarithm of each score's share of all (log softmax)."""
    top = scores.max(initial=-np.inf)
    shares: Vectors = scores - top - np.log(np.exp(scores - top).sum())
    return shares


@dataclass(frozen=True, slots=True)
class FittedWeights:
    """One model of the file that ships."""

    path: Path
    model: str

    def weights(self, part: str, names: Iterable[str]) -> Vectors:
        """Return the weights of the features of those names, in their order.

        Raises:
            LinkModelError: the file is missing, or was fitted for other features.
        """
        found = self._part(part)
        keys = [name.lower() for name in names]
        if missing := [key for key in keys if key not in found]:
            raise LinkModelError(
                f"{self.path} has no weight {', '.join(missing)} for {self.model}: reinstall, or fit it again."
            )
        return np.array([found[key] for key in keys], dtype=np.float32)

    def calibration(self) -> Calibration:
        """Return the calibration; raises :class:`LinkModelError` where it is missing."""
        names = [field.name for field in fields(Calibration)]
        return Calibration(*map(float, self.weights("calibration", names)))

    def _part(self, part: str) -> Mapping[str, float]:
        try:
            return _read(self.path)[self.model][part]
        except KeyError as error:
            raise LinkModelError(f"{self.path} has no {error} for {self.model}: reinstall, or fit it again.") from error


def forget_weights() -> None:
    """Let the next model read its file again, which was written anew."""
    _read.cache_clear()


@lru_cache(maxsize=4)
def _read(path: Path) -> Mapping[str, Mapping[str, Mapping[str, float]]]:
    try:
        models: Mapping[str, Mapping[str, Mapping[str, float]]] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise LinkModelError(f"{path} cannot be read ({type(error).__name__}): reinstall, or fit it again.") from error
    return models
