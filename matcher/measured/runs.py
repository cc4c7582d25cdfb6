"""Reads runs of the evaluation lab: folders that ``matcher evaluate all --out`` wrote, or files of ``--json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from matcher.errors import NotFoundError

FIGURES, PAGE, SUMMARY = "figures.json", "report.html", "summary.md"
"""The files of a run: all of it as JSON, a page that stands alone, Markdown."""

PER_QUERY = "per_query"
"""The table of a benchmark that holds what each query scored."""

Benchmark = Mapping[str, Any]
_FIGURE = ("metric", "value", "low", "high", "n", "system", "part", "published")


@dataclass(frozen=True, slots=True)
class Run:
    """One run: its folder's name, under what conditions it was made, and what each benchmark found, as plain JSON."""

    name: str
    conditions: Mapping[str, Any]
    benchmarks: tuple[Benchmark, ...]

    def benchmark(self, name: str) -> Benchmark | None:
        """Return what one benchmark found."""
        return next((one for one in self.benchmarks if one["benchmark"] == name), None)


@dataclass(frozen=True, slots=True)
class RunNote:
    """A run in a list: ``made_on`` is its moment in ISO 8601, ``""`` where it does not say; ``quick`` was a look."""

    name: str
    made_on: str
    quick: bool
    measured: int
    skipped: int


def find_runs(folder: Path) -> tuple[RunNote, ...]:
    """Return the runs in a folder, the newest first; what is no run, or a damaged one, is passed over."""
    found = []
    for path in folder.iterdir() if folder.is_dir() else ():
        if (path / FIGURES).is_file():
            try:
                found.append(_note(open_run(folder, path.name)))
            except NotFoundError:
                continue
    return tuple(sorted(found, key=lambda note: (note.made_on, note.name), reverse=True))


def open_run(folder: Path, name: str) -> Run:
    """Return the run of that name in a folder.

    Raises:
        NotFoundError: There is none of that name, or it cannot be read.
    """
    path = folder / name / FIGURES
    if Path(name).name != name or not path.is_file():
        raise NotFoundError(f"There is no run {name!r} in {folder}: choose one of the list.")
    state = path.stat()
    conditions, benchmarks = _contents(path, state.st_mtime_ns, state.st_size)
    return Run(name, conditions, benchmarks)


def read_run(path: Path) -> list[Benchmark]:
    """Return the benchmarks of a run: a folder, or a JSON file of one benchmark or all.

    Raises:
        NotFoundError: Nothing is there, or it is no run.
    """
    return list(_read(path / FIGURES if path.is_dir() else path)[1])


@lru_cache(maxsize=16)
def _contents(path: Path, _changed: int, _size: int) -> tuple[Mapping[str, Any], tuple[Benchmark, ...]]:
    """Read a run once for as long as its file stays the same."""
    return _read(path)


def _read(file: Path) -> tuple[Mapping[str, Any], tuple[Benchmark, ...]]:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise NotFoundError(
            f"{file} cannot be read as a run ({type(error).__name__}): name a folder of matcher evaluate all --out, or "
            "a file of matcher evaluate NAME --json."
        ) from error
    benchmarks = found.get("benchmarks", [found]) if isinstance(found, dict) else []
    if not isinstance(benchmarks, list) or not benchmarks or not all(_is_benchmark(one) for one in benchmarks):
        raise NotFoundError(f"{file} holds no figures: name a run of matcher evaluate.")
    conditions = found.get("conditions")
    return conditions if isinstance(conditions, dict) else {}, tuple(benchmarks)


def _is_benchmark(one: object) -> bool:
    if not isinstance(one, dict) or "benchmark" not in one or not isinstance(one.get("figures"), list):
        return False
    return all(isinstance(figure, dict) and all(name in figure for name in _FIGURE) for figure in one["figures"])


def _note(run: Run) -> RunNote:
    skipped = sum("skipped" in one for one in run.benchmarks)
    made_on, quick = run.conditions.get("date", ""), run.conditions.get("quick")
    return RunNote(run.name, str(made_on), bool(quick), len(run.benchmarks) - skipped, skipped)
