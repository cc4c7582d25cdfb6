"""Stretches without a dated job between dated ones: shown to a person as information, never part of a score."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from matcher.records import Experience
from matcher.timeline import Stretch, merged, stretch_between


@dataclass(frozen=True, slots=True)
class CareerGap:
    """Time in which no dated job ran: its first day, the day it ends before, its length in months."""

    start: date
    end: date
    months: float


def career_gaps(jobs: Iterable[Experience], today: date, least_months: float = 3.0) -> tuple[CareerGap, ...]:
    """Return the gaps of at least so many months between the dated jobs, in order of time.

    Years without months are taken whole, from their first to their last day, so that no gap is shown that the words do
    not state; a job that goes on reaches up to today. Time before the first job and after the last is no gap, for
    nothing is known of it. A gap says nothing about a person: study, care, flight and unwritten work all look like one.
    """
    stretches = [stretch for job in jobs if (stretch := _whole(job, today)) is not None]
    return tuple(
        CareerGap(_day(left[1]), _day(right[0]), round(right[0] - left[1], 1))
        for left, right in pairwise(merged(stretches))
        if right[0] - left[1] >= least_months - 0.02
    )


def _whole(job: Experience, today: date) -> Stretch | None:
    if job.start is None or job.start > today:
        return None
    return stretch_between(job.start, max(job.start, job.end or today))


def _day(position: float) -> date:
    months = int(position + 1e-6)
    return date(months // 12, months % 12 + 1, min(28, 1 + int((position - months + 1e-6) * 30)))
