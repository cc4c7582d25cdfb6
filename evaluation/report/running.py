"""Runs many suites, one after another, and keeps what each found and how long it took."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from time import perf_counter, process_time
from typing import Any

from evaluation.registry import require_data
from evaluation.report.conditions import conditions
from evaluation.suites import Bench, Measured, Suite
from matcher.errors import MatcherError, NotFoundError, UsageError

Told = Callable[[str, int, int], None]


def run_all(suites: Sequence[Suite], bench: Bench, told: Told) -> dict[str, Any]:
    """Return as plain JSON the conditions and, for each suite in order, its figures or why it could not run.

    A suite without its data is skipped, and said to be; any other failure ends the run. ``cpu_seconds`` are those of
    all cores together, which other programs on the machine do not lengthen.
    """
    begun = perf_counter()
    found = []
    for suite in suites:
        start, cpu = perf_counter(), process_time()
        row = {"benchmark": suite.name, "about": suite.about} | _run(suite, bench, told)
        took = {"seconds": perf_counter() - start, "cpu_seconds": process_time() - cpu}
        found.append(row | {name: round(value, 1) for name, value in took.items()})
    made = conditions(bench, (suite.folder for suite in suites))
    return {"conditions": made | {"seconds": round(perf_counter() - begun, 1)}, "benchmarks": found}


def _run(suite: Suite, bench: Bench, told: Told) -> dict[str, Any]:
    own = replace(bench, progress=lambda done, total: told(suite.name, done, total))
    told(suite.name, 0, 1)
    try:
        require_data(suite, bench)
        return as_json(suite.run(own))
    except (NotFoundError, UsageError) as error:
        return {"figures": [], "tables": {}, "notes": [], "skipped": str(error)}
    except MatcherError as error:
        raise type(error)(f"{suite.name}: {error}") from error


def as_json(measured: Measured) -> dict[str, Any]:
    """Return what a suite found as plain JSON."""
    return {
        "figures": [asdict(figure) for figure in measured.figures],
        "tables": dict(measured.tables),
        "notes": list(measured.notes),
    }
