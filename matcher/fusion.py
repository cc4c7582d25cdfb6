"""Evidence to a score and a ranking: a weighted sum, so that the parts are the explanation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isclose

import numpy as np

from matcher.errors import UsageError
from matcher.evidence import Finding, Opening, Pool, Signal
from matcher.evidence.sides import Numbers
from matcher.records import Evidence, Match

PRIOR = 0.5  # what an unknown counts: neither for nor against. Renormalising instead would reward thin profiles.


@dataclass(frozen=True, slots=True)
class WeighedSignal:
    """A signal and its share of the score."""

    signal: Signal
    weight: float


class Fusion:
    """Weighs signals; the weights sum to 1, so every score is in 0..1."""

    def __init__(self, signals: Sequence[WeighedSignal]) -> None:
        """Keep the signals; raises :class:`UsageError` where the weights do not sum to 1."""
        total = sum(item.weight for item in signals)
        if not isclose(total, 1.0, abs_tol=1e-9) or any(item.weight < 0 for item in signals):
            raise UsageError(f"Weights of evidence must be positive and sum to 1, not {total:g}.")
        self._signals = tuple(signals)

    @property
    def weights(self) -> dict[str, float]:
        """Each signal's share of the score, and what an unknown counts."""
        return {item.signal.name: item.weight for item in self._signals} | {"unknown": PRIOR}

    def compare(self, opening: Opening, pool: Pool) -> Comparison:
        """Compare an opening with every candidate of a pool."""
        findings = tuple(item.signal.compare(opening, pool) for item in self._signals)
        scores = np.zeros(len(pool))
        for item, finding in zip(self._signals, findings, strict=True):
            scores += item.weight * np.nan_to_num(finding.scores, nan=PRIOR)
        return Comparison(opening, pool, self._signals, findings, scores)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Scores of a pool against one opening, shape (n,), with what is needed to explain any of them."""

    opening: Opening
    pool: Pool
    signals: tuple[WeighedSignal, ...]
    findings: tuple[Finding, ...]
    scores: Numbers

    def match(self, row: int) -> Match:
        """Explain one candidate: the evidence is made of the numbers behind its score."""
        evidence = tuple(
            Evidence(
                signal=item.signal.name,
                score=None if np.isnan(finding.scores[row]) else float(finding.scores[row]),
                weight=item.weight,
                reason=finding.reason(row),
                prior=PRIOR,
            )
            for item, finding in zip(self.signals, self.findings, strict=True)
        )
        return Match(self.pool.ids[row], self.opening.vacancy.id, evidence)

    def best(self, k: int) -> list[Match]:
        """Return the k best candidates, explained; ties go by id."""
        return [self.match(row) for row in ranked(self.scores, self.pool.ids)[:k]]


def ranked(scores: Numbers, ids: Sequence[str]) -> list[int]:
    """Return row numbers by falling score; scores alike to nine digits are a tie and go by id."""
    order = np.lexsort((np.array(ids), -np.round(scores, 9)))
    return [int(row) for row in order]
