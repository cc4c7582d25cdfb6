"""Several systems on the same queries: figures, what each query scored, who beats whom by more than chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation.intervals import figure
from evaluation.ir_metrics import PerQuery
from evaluation.suites import Figure
from matcher.measured import PER_QUERY, paired_p

ENGINE = ""  # the system that a figure speaks of where it names none
SMALLEST_PART = 5  # queries; a smaller slice says nothing and is left out
AGAINST = "against"
_KEPT = ("MRR", "MAP", "A@1", "A@10", "RP@5", "nDCG@10")  # by query, of the engine; of others the headlines


@dataclass
class Systems:
    """What systems scored on the same queries.

    Attributes:
        queries: their texts or ids.
        slices: for each query the slices of the data that it belongs to, such as ``sector Health``; none where empty.
        headlines: the metrics that slices are told by and systems compared by.
        scored: metrics by query of each system.
    """

    queries: Sequence[str]
    slices: Sequence[Sequence[str]] = ()
    headlines: tuple[str, ...] = ("MRR", "MAP")
    scored: dict[str, PerQuery] = field(default_factory=dict)

    def add(self, system: str, values: PerQuery) -> None:
        """Keep what a system scored by query."""
        self.scored[system] = values

    def figures(self) -> tuple[Figure, ...]:
        """Return every system's figures on all queries, then the engine's headlines by slice."""
        whole = (figure(name, values, system) for system, some in self.scored.items() for name, values in some.items())
        return (*whole, *self._by_slice())

    def _by_slice(self) -> Iterator[Figure]:
        engine = self.scored.get(ENGINE)
        for part in sorted({part for some in self.slices for part in some} - {""}) if engine else ():
            chosen = np.array([part in some for some in self.slices])
            if engine and chosen.sum() >= SMALLEST_PART:
                yield from (figure(metric, engine[metric][chosen], part=part) for metric in self.headlines)

    def tables(self) -> dict[str, Any]:
        """Return what each query scored, so that runs can be compared, and the engine against every other system."""
        return {AGAINST: self._against(), PER_QUERY: self._per_query()}

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
            for metric in self.headlines
        ]

    def _per_query(self) -> dict[str, Any]:
        """Return values by system and metric in the order of ``ids``, which are digests: no text of a benchmark."""
        seen: Counter[str] = Counter()
        ids = []
        for query in self.queries:
            digest = sha256(query.encode()).hexdigest()[:12]
            seen[digest] += 1
            ids.append(f"{digest}-{seen[digest]}")  # the same text may be asked twice
        kept = {
            system: {name: _rounded(some[name]) for name in (self.headlines if system else _KEPT) if name in some}
            for system, some in self.scored.items()
        }
        return {"ids": ids, "values": kept}


def against_lines(name: str, rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield a line for each system that the engine is held against: how far it is ahead, and by how sure a test."""
    for row in rows:
        yield (
            f"{name}  {row['metric']:7} engine {row['engine_ahead']:+.3f} against {row['system']}, p={row['p']:.4f} "
            "(paired randomisation)"
        )


def _rounded(values: NDArray[np.float64]) -> list[float]:
    return [round(float(value), 6) for value in values]
