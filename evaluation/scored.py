"""What a ranking of graded documents is worth: nDCG, MAP, MRR and A@k of one query."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evaluation.rank_sets import RankQuery

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scored:
    """A query's documents ranked by some scores, as gains in that order."""

    gains: tuple[int, ...]
    wanted: int

    @classmethod
    def by(cls, query: RankQuery, scores: Numbers, wanted: int) -> Scored:
        """Rank by falling score; scores alike to nine digits keep the order of the documents."""
        order = np.argsort(-np.round(scores, 9), kind="stable")
        return cls(tuple(query.grades[place] for place in order), wanted)

    def ndcg(self, k: int = 10) -> float:
        """Return nDCG@k with the grade as the gain (as trec_eval; Järvelin and Kekäläinen 2002), 0 without any."""
        best = sum(gain / np.log2(rank + 1) for rank, gain in enumerate(sorted(self.gains)[::-1][:k], start=1))
        found = sum(gain / np.log2(rank + 1) for rank, gain in enumerate(self.gains[:k], start=1))
        return float(found / best) if best else 0.0

    def _hits(self) -> list[int]:
        return [rank for rank, gain in enumerate(self.gains, start=1) if gain >= self.wanted]

    def average_precision(self) -> float:
        """Return the mean of the precisions at each right document, 0 where there is none."""
        hits = self._hits()
        return sum(place / rank for place, rank in enumerate(hits, start=1)) / len(hits) if hits else 0.0

    def reciprocal_rank(self) -> float:
        """Return 1 / rank of the first right document."""
        return 1 / self._hits()[0] if self._hits() else 0.0

    def success(self, k: int) -> float:
        """Return 1 where one of the first k is right, else 0."""
        return float(any(gain >= self.wanted for gain in self.gains[:k]))

    @property
    def has_right(self) -> bool:
        """Whether any document is a right one."""
        return bool(self._hits())


Metric = Callable[[Scored], float]
METRICS: Mapping[str, Metric] = {
    "nDCG@10": Scored.ndcg,
    "MAP": Scored.average_precision,
    "MRR": Scored.reciprocal_rank,
    "A@1": lambda scored: scored.success(1),
    "A@10": lambda scored: scored.success(10),
}
