"""What was worked out for a query, for the suites after it that put the same query to the same rows."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any


class Remembered:
    """Answers by what gave them and by query; the strict part of a benchmark is ranked once with the whole of it."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, dict[str, Any]] = {}

    def answers(
        self, source: Hashable, queries: Sequence[str], work: Callable[[Sequence[str]], Sequence[list[str]]]
    ) -> list[list[str]]:
        """Return an answer for each query, working out only those that this source has not given yet.

        Args:
            source: names all that an answer depends on beside the query.
            queries: the texts asked, in any order, also twice.
            work: gives an answer for each of some distinct queries, each the same whatever stands beside it.
        """
        known = self._kept.setdefault(source, {})
        new = [query for query in dict.fromkeys(queries) if query not in known]
        if new:
            known.update(zip(new, work(new), strict=True))
        return [known[query] for query in queries]
