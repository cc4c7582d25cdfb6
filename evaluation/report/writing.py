"""Writes a run to a folder: ``figures.json``, ``report.html``, ``summary.md``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evaluation.report.page import page
from evaluation.report.summary import summary
from matcher.errors import NotFoundError

FIGURES, PAGE, SUMMARY = "figures.json", "report.html", "summary.md"


def write_report(run: Mapping[str, Any], folder: Path) -> tuple[Path, ...]:
    """Write the three files, making the folder where it is missing, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    contents = {FIGURES: json.dumps(run, ensure_ascii=False) + "\n", PAGE: page(run), SUMMARY: summary(run)}
    for name, content in contents.items():
        (folder / name).write_text(content, encoding="utf-8")
    return tuple(folder / name for name in contents)


def read_run(path: Path) -> list[dict[str, Any]]:
    """Return the benchmarks of a run: a folder that :func:`write_report` wrote, or a JSON file of one or all.

    Raises:
        NotFoundError: nothing is there, or it is no run.
    """
    file = path / FIGURES if path.is_dir() else path
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise NotFoundError(
            f"{file} cannot be read as a run ({type(error).__name__}): name a folder of matcher evaluate all --out, or "
            "a file of matcher evaluate NAME --json."
        ) from error
    benchmarks = found.get("benchmarks", [found]) if isinstance(found, dict) else []
    if not benchmarks or any("figures" not in one for one in benchmarks):
        raise NotFoundError(f"{file} holds no figures: name a run of matcher evaluate.")
    return list(benchmarks)
