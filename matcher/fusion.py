"""Evidence to a score and a ranking: a weighted sum, so that the parts are the explanation."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import isclose
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.errors import UsageError
from matcher.evidence import Finding, Opening, Pool, Signal
from matcher.evidence.sides import Numbers
from matcher.records import Evidence, Match

# What an unknown counts where nothing was learned. Learned ones are what the signal says on average, so that knowing
# nothing speaks neither for nor against; renormalising instead rewards thin profiles (docs/decisions/fusion.md).
PRIOR = 0.5
_DIGITS = 9  # after the point: scores that are alike so far are a tie
WEIGHTS_FILE = Path(__file__).parent / "models" / "fusion.json"


@dataclass(frozen=True, slots=True)
class WeighedSignal:
    """A signal, its share of the score, and what it counts (0..1) where it knows nothing."""

    signal: Signal
    weight: float
    prior: float = PRIOR


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned of one signal: its share of the score, and what it counts where it knows nothing."""

    weight: float
    prior: float


@lru_cache(maxsize=1)
def learned_weights() -> dict[str, Learned]:
    """Return what ``python -m evaluation.fit_fusion`` learned of each signal; the shares sum to 1."""
    kept = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    return {name: Learned(weight, kept["unknown"][name]) for name, weight in kept["weights"].items()}


def weigh(signals: Sequence[Signal]) -> Fusion:
    """Weigh signals as learned.

    Raises:
        UsageError: a signal has no learned weight, or one that has is missing.
    """
    learned = learned_weights()
    if strange := {signal.name for signal in signals} ^ set(learned):
        raise UsageError(f"{', '.join(sorted(strange))}: not both in {WEIGHTS_FILE.name} and in the engine; refit it.")
    return Fusion([WeighedSignal(one, learned[one.name].weight, learned[one.name].prior) for one in signals])


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
        """Each signal's share of the score, and what it counts where it knows nothing."""
        unknown = {f"unknown {item.signal.name}": item.prior for item in self._signals}
        return {item.signal.name: item.weight for item in self._signals} | unknown

    def compare(self, opening: Opening, pool: Pool) -> Comparison:
        """Compare an opening with every candidate of a pool."""
        findings = tuple(item.signal.compare(opening, pool) for item in self._signals)
        scores = np.zeros(len(pool))
        for item, finding in zip(self._signals, findings, strict=True):
            scores += item.weight * np.nan_to_num(finding.scores, nan=item.prior)
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
                prior=item.prior,
            )
            for item, finding in zip(self.signals, self.findings, strict=True)
        )
        return Match(self.pool.ids[row], self.opening.vacancy.id, evidence)

    def best(self, k: int, among: NDArray[np.int64] | None = None) -> list[Match]:
        """Return the k best of all candidates, or of those rows, explained; ties go by id."""
        rows = np.arange(len(self.pool), dtype=np.int64) if among is None else among
        rows = _likely(self.scores, rows, k)
        order = ranked(self.scores[rows], [self.pool.ids[row] for row in rows])
        return [self.match(int(rows[place])) for place in order[:k]]


def _likely(scores: Numbers, rows: NDArray[np.int64], k: int) -> NDArray[np.int64]:
    """Return the rows that can be among the k best: sorting all of a country's people by id takes longer than this."""
    if not 0 < k < len(rows):
        return rows
    rounded = np.round(scores[rows], _DIGITS)
    least = np.partition(rounded, len(rows) - k)[len(rows) - k]
    likely: NDArray[np.int64] = rows[rounded >= least]
    return likely


def ranked(scores: Numbers, ids: Sequence[str]) -> list[int]:
    """Return row numbers by falling score; scores alike to :data:`_DIGITS` digits are a tie and go by id."""
    order = np.lexsort((np.array(ids), -np.round(scores, _DIGITS)))
    return [int(row) for row in order]
