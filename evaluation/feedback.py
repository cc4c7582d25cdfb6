"""How well scores order the candidates of one vacancy as people judged them afterwards.

For each vacancy with both judgements: the share of pairs (one who suits, one who does not) in which the first has the
higher score, ties counting half: the area under the ROC curve (Hanley and McNeil 1982). Chance gives 0.5. People judged
only whom the engine had shown them, so the figure says how well it orders its own best, not how well it finds them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from evaluation.benchmarks.feedback import FOLDER, Judged, judged
from evaluation.intervals import figure
from evaluation.suites import Bench, Figure, Measured, Suite

AUC, SUITS = "AUC", "suits"
_BECAUSE = "because"


def ordered_pairs(suiting: Sequence[float], others: Sequence[float]) -> float:
    """Return the share of pairs whose first has the higher score, ties counting half; both must hold something."""
    difference = np.subtract.outer(np.asarray(suiting, float), np.asarray(others, float))
    return float((difference > 0).mean() + (difference == 0).mean() / 2)


def measure(found: Sequence[Judged]) -> tuple[Figure, ...]:
    """Return the figures of the whole score and of each signal, where it knew something, by vacancy."""
    signals = sorted({name for one in found for name in one.signals})
    figures = [
        figure(SUITS, np.array([one.suits for one in found], float)),
        figure(AUC, np.array(list(_by_vacancy(found, lambda one: one.score)))),
    ]
    for name in signals:
        scores = _by_vacancy(found, partial(_of_signal, name))
        figures.append(figure(AUC, np.array(list(scores)), system=f"{name} alone"))
    return tuple(figures)


def _of_signal(name: str, one: Judged) -> float | None:
    return one.signals.get(name)


def _by_vacancy(found: Sequence[Judged], score: Callable[[Judged], float | None]) -> Iterator[float]:
    sides: dict[str, tuple[list[float], list[float]]] = defaultdict(lambda: ([], []))
    for one in found:
        value = score(one)
        if value is not None:
            sides[one.vacancy][0 if one.suits else 1].append(value)
    return (ordered_pairs(suiting, others) for suiting, others in sides.values() if suiting and others)


def _run(bench: Bench) -> Measured:
    found = judged(bench.data or Path())
    counts = Counter((one.suits, why) for one in found for why in one.because)
    rows = [{"suits": suits, "because": why, "judgements": n} for (suits, why), n in sorted(counts.items())]
    note = "Judged were only candidates whom the engine had shown; n counts vacancies with both judgements."
    return Measured(measure(found), {_BECAUSE: rows}, (note,))


def _lines(measured: Measured) -> Iterator[str]:
    for one in measured.figures:
        yield (
            f"{FOLDER}  {one.metric:5}  {one.system or 'score':18}  {one.value:.3f} [{one.low:.3f}, {one.high:.3f}]  "
            f"n={one.n}"
        )


SUITES = (
    Suite(FOLDER, "Candidates of one vacancy ordered as users judged them (their own export)", _run, _lines, FOLDER),
)
