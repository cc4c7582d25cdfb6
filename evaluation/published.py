"""What papers report on the same queries, to stand beside what was measured here, marked as published."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from evaluation.benchmarks.files import table
from evaluation.suites import Figure
from matcher.errors import NotFoundError

_MELO = "melo-"
_RESULTS = "published_results.tsv"


def published_figures(benchmark: str, data: Path | None) -> tuple[Figure, ...]:
    """Return the published figures on a benchmark, none where none are known; they have no interval of ours."""
    if not benchmark.startswith(_MELO) or data is None:
        return ()
    told, task = _sources()["melo"], benchmark.removeprefix(_MELO)
    try:
        rows = list(table(data / "melo" / _RESULTS, "\t"))
    except NotFoundError:  # a researcher's own copy of MELO comes without it
        return ()
    metrics: dict[str, str] = told["metrics"]
    return tuple(
        Figure(metrics[row["metric"]], value, value, value, 0, f"{row['method']} ({told['source']})", published=True)
        for row in rows
        if row["task"] == task and row["metric"] in metrics
        for value in (float(row["value"]),)
    )


@cache
def _sources() -> dict[str, Any]:
    return tomllib.loads((files("evaluation") / "published.toml").read_text(encoding="utf-8"))
