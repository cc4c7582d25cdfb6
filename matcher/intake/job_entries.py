"""Cuts what a cell tells of several jobs in one breath into one piece a job, between the periods that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from matcher.intake.folding import fold_in_place
from matcher.intake.periods import Period, find_periods

LONGEST_ENTRY = 5_000
"""An entry is searched for periods up to this many characters; the rest stays in its description."""

_SENTENCE_END = re.compile(
    r"(?<=[\w)]{4})\.\s+(?=[A-ZÀ-Þ0-9«(])|(?<=\d)\.\s+|(?<=\))\.\s*|(?<=\bans)\.\s+|(?<=mois)\.\s+"
)
_NEXT_JOB = re.compile(
    r"\s+/\s+|\s+[-–]\s+|,?\s+(?:puis|ensuite|then|daarna|vervolgens|danach|dann|ثم|وبعدها)\s+|[,،]\s+"
)
_NEW_CLAUSE = re.compile(r"\.|\b(?:puis|ensuite|then|daarna|vervolgens|danach|dann)\b")


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Periods that speak of one job: ``3 ans (2019-2022)``."""

    periods: tuple[Period, ...]

    @property
    def start(self) -> int:
        return self.periods[0].start

    @property
    def end(self) -> int:
        return self.periods[-1].end


def cut_jobs(entry: str, today: date) -> list[str]:
    """Cut an entry between the periods of different jobs."""
    folded = fold_in_place(entry[:LONGEST_ENTRY])
    clusters = _clusters(find_periods(folded, today), folded)
    leading = bool(clusters) and clusters[0].start <= 3
    cuts: list[tuple[int, int]] = []
    for left, right in pairwise(clusters):
        if (cut := _cut(entry, left.end, right.start, leading=leading)) is not None:
            cuts.append(cut)
    cuts = _telling(entry, cuts, clusters)
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(entry)]
    return [entry[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def _telling(entry: str, cuts: Sequence[tuple[int, int]], clusters: Sequence[_Cluster]) -> list[tuple[int, int]]:
    """Keep the cuts before parts that say more than when: in "electrician 2010-2012, 2018-2020" there is none."""
    letters = list(entry)
    for period in (period for cluster in clusters for period in cluster.periods):
        letters[period.start : period.end] = " " * (period.end - period.start)
    rest = "".join(letters)
    ends = [*(start for start, _ in cuts[1:]), len(entry)] if cuts else []
    return [cut for cut, end in zip(cuts, ends, strict=True) if re.search(r"[^\W\d_]{2}", rest[cut[1] : end])]


def _clusters(periods: Sequence[Period], folded: str) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    for period in periods:
        last = clusters[-1].periods if clusters else ()
        if last and (period.each or last[-1].each):
            clusters[-1] = _Cluster((*last, period))
            continue
        if len(last) == 1 and last[0].dated != period.dated:
            between = folded[last[0].end : period.start]
            agree = abs(last[0].years - period.years) <= 1 and not _NEW_CLAUSE.search(between)
            if agree or not re.search(r"[^\W\d_]", between):
                clusters[-1] = _Cluster((last[0], period))
                continue
        clusters.append(_Cluster((period,)))
    return clusters


def _cut(entry: str, left: int, right: int, *, leading: bool) -> tuple[int, int] | None:
    """Return where one job ends and the next begins between two periods.

    Where periods stand before their jobs (``2019-2021 clerk, 2021-2023 buyer``) the last mark before the next period
    counts, else the first one after the period.
    """
    for mark in (_SENTENCE_END, _NEXT_JOB):
        # One letter more, for marks that look at what follows them.
        spans = [match.span() for match in mark.finditer(entry, left, right + 1)]
        found = [span for span in spans if span[1] <= right and not _within_brackets(entry, span[0])]
        if found:
            return found[-1] if leading else found[0]
    return None


def _within_brackets(entry: str, position: int) -> bool:
    return entry.rfind("(", 0, position) > entry.rfind(")", 0, position)
