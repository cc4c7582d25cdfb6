"""Runs as the lab writes them, small."""

from __future__ import annotations

import json
from pathlib import Path

from matcher.measured import FIGURES, PAGE, SUMMARY


def figure(metric, value, system="", part="", published=False, n=20):
    told = {"metric": metric, "value": value, "low": value - 0.05, "high": value + 0.05, "n": n}
    return told | {"system": system, "part": part, "published": published}


def group_row(group, ratio, sign="", pool="comparable", measure="selected@10", dimension="gender"):
    told = {"pool": pool, "dimension": dimension, "measure": measure, "group": group, "people": 40}
    spread = [ratio, ratio - 0.1, ratio + 0.1]
    return told | {"vacancies": 60, "rate": spread, "to_highest": spread, "to_all": spread, "four_fifths": sign}


def write_run(folder: Path, name: str, values=(0.5,), date="2026-11-01T10:00:00+00:00", quick=False, skipped=""):
    """Write a run with one small benchmark, a fairness report, and one that was skipped where a reason is given."""
    mean = sum(values) / len(values)
    figures = [figure("MRR", mean), figure("MRR", 0.3, "bm25"), figure("MRR", 0.41, "paper", published=True, n=0),
               figure("MRR", mean, part="language fr")]  # fmt: skip
    per_query = {"ids": [str(number) for number in range(len(values))], "values": {"": {"MRR": list(values)}}}
    against = [{"system": "bm25", "metric": "MRR", "engine_ahead": mean - 0.3, "p": 0.0101}]
    small = {"benchmark": "small", "about": "a small one", "figures": figures, "seconds": 1.0, "notes": ["A note."],
             "tables": {"per_query": per_query, "against": against}}  # fmt: skip
    benchmarks = [small]
    if skipped:
        benchmarks.append({"benchmark": "absent", "about": "lacks data", "figures": [], "tables": {}, "notes": [],
                           "seconds": 0.0, "skipped": skipped})  # fmt: skip
    made = {"date": date, "quick": quick, "seed": 1, "seconds": 2.0, "taxonomy": "0123456789abcdef", "encoder": "x",
            "versions": {"python": "3.11"}, "data": {}, "machine": {"system": "Linux"}, "linking": 4}  # fmt: skip
    target = folder / name
    target.mkdir(parents=True, exist_ok=True)
    run = {"conditions": made, "benchmarks": benchmarks}
    (target / FIGURES).write_text(json.dumps(run), encoding="utf-8")
    (target / PAGE).write_text("<!doctype html><title>Evaluation</title>", encoding="utf-8")
    (target / SUMMARY).write_text("# Evaluation\n", encoding="utf-8")
    return target
