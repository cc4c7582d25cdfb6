"""Writes a run to a folder: ``figures.json``, ``report.html``, ``summary.md``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evaluation.report.page import page
from evaluation.report.summary import summary
from matcher.measured import FIGURES, PAGE, SUMMARY


def write_report(run: Mapping[str, Any], folder: Path) -> tuple[Path, ...]:
    """Write the three files, making the folder where it is missing, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    contents = {FIGURES: json.dumps(run, ensure_ascii=False) + "\n", PAGE: page(run), SUMMARY: summary(run)}
    for name, content in contents.items():
        (folder / name).write_text(content, encoding="utf-8")
    return tuple(folder / name for name in contents)
