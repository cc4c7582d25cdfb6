"""The suites of the fairness report, each alone and all in one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from evaluation.fairness.fields import measure_fields
from evaluation.fairness.paraphrase import measure_paraphrase
from evaluation.fairness.report import measure_groups
from evaluation.fairness.showing import fairness_lines
from evaluation.fairness.texts import measure_texts
from evaluation.suites import Bench, Figure, Measured, Progress, Suite

_ABOUT = (
    ("fairness-groups", "selection and exposure by group, with the adverse-impact ratio", measure_groups),
    ("fairness-fields", "name, gender, nationality, age and contacts swapped: the same ranking", measure_fields),
    ("fairness-texts", "wordings that reveal a group swapped inside the text, unmasked and masked", measure_texts),
    ("fairness-paraphrase", "the same skills written in French, Dutch, English and German", measure_paraphrase),
)
_PARTS = tuple(Suite(name, about, run, fairness_lines) for name, about, run in _ABOUT)


def measure_fairness(bench: Bench) -> Measured:
    """Measure all parts; their figures stand one after the other, each part's tables under their own names."""
    figures: list[Figure] = []
    tables: dict[str, Any] = {}
    notes: list[str] = []
    for number, part in enumerate(_PARTS):
        found = part.run(replace(bench, progress=_share(bench, number)))
        figures += found.figures
        tables |= {f"{part.name}: {name}": table for name, table in found.tables.items()}
        notes += found.notes
    return Measured(tuple(figures), tables, tuple(notes))


def _share(bench: Bench, number: int) -> Progress:
    """Tell of a part's progress as of the whole's."""

    def report(done: int, total: int) -> None:
        bench.progress(number * total + done, len(_PARTS) * total)

    return report


SUITES = (
    Suite(
        "fairness", "all of the fairness report: groups, fields, texts, paraphrase", measure_fairness, fairness_lines
    ),
    *_PARTS,
)
