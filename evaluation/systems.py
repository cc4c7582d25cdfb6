"""Several systems on the same queries: figures, what each query scored, who beats whom by more than chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation.intervals import figure
from evaluation.ir_metrics import METRICS, PerQuery
from evaluation.suites import Figure
from matcher.measured import PER_QUERY, paired_p

ENGINE = ""  # the system that a figure speaks of where it names none
SMALLEST_PART = 5  # queries; a smaller slice says nothing and is left out
AGAINST = "against"
_KEPT = ("MRR", "MAP", "A@1", "A@10", "RP@5", "nDCG@10")  # by query, of the engine; of others the first two


@dataclass
class Systems:
    """What systems scored on the same queries; ``parts`` are the slices the queries belong to, ``by`` what they are."""

    queries: Sequence[str]
    parts: Sequence[str] = ()
    by: str = ""
    scored: dict[str, PerQuery] = field(default_factory=dict)

    def add(self, system: str, values: PerQuery) -> None:
        """Keep what a system scored by query."""
        self.scored[system] = values

    def figures(self) -> tuple[Figure, ...]:
        """Return every system's figures on all queries, then the engine's MRR and MAP by slice."""
        found = [figure(metric, some[metric], system) for system, some in self.scored.items() for metric in METRICS]
        for part in sorted(set(self.parts) - {""}):
            chosen = np.array([one == part for one in self.parts])
            if ENGINE in self.scored and chosen.sum() >= SMALLEST_PART:
                name = f"{self.by} {part}".strip()
                found += [figure(metric, self.scored[ENGINE][metric][chosen], part=name) for metric in ("MRR", "MAP")]
        return tuple(found)

    def tables(self) -> dict[str, Any]:
        """Return what each query scored, so that runs can be compared, and the engine against every other system."""
        return {AGAINST: self._against(), PER_QUERY: per_query(self.queries, self.scored)}

    def _against(self) -> list[dict[str, Any]]:
        engine = self.scored.get(ENGINE)
        if engine is None:
            return []
        return [
            {
                "system": system,
                "metric": metric,
                "engine_ahead": round(float((engine[metric] - values[metric]).mean()), 6),
                "p": round(paired_p(values[metric], engine[metric]), 5),
            }
            for system, values in self.scored.items()
            if system != ENGINE
            for metric in ("MRR", "MAP")
        ]


def per_query(queries: Sequence[str], scored: Mapping[str, PerQuery]) -> dict[str, Any]:
    """Return values by system and metric in the order of ``ids``, which are digests: no text of a benchmark."""
    seen: Counter[str] = Counter()
    ids = []
    for query in queries:
        digest = sha256(query.encode()).hexdigest()[:12]
        seen[digest] += 1
        ids.append(f"{digest}-{seen[digest]}")  # the same text may be asked twice
    return {
        "ids": ids,
        "values": {
            system: {name: _rounded(some[name]) for name in _KEPT[: None if system == ENGINE else 2] if name in some}
            for system, some in scored.items()
        },
    }


def _rounded(values: NDArray[np.float64]) -> list[float]:
    return [round(float(value), 6) for value in values]
