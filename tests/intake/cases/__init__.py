"""Tables of cases: one case a line, tab-separated, lines that begin with # are headings."""

from __future__ import annotations

from pathlib import Path


def read_cases(name: str) -> list[tuple[str, ...]]:
    text = (Path(__file__).parent / f"{name}.tsv").read_text(encoding="utf-8")
    return [tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#")]
