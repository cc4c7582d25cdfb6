"""The section on work to one :class:`Experience` a job, every line of it kept in the description."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from matcher.intake.cells import is_nothing
from matcher.intake.cv.dating import has_year, periods_of, without_dates
from matcher.intake.cv.entries import Entry, entries_of
from matcher.intake.cv.text import flat, is_bullet, without_bullet
from matcher.intake.cv.vocabulary import key, place_words
from matcher.intake.experience import read_experience
from matcher.intake.periods import Period
from matcher.records import Experience

_AT_EDGE = 6  # characters that may stand before or after a date which opens or ends a line
_SHORT_LINE = 12  # words of a line in the middle of which a date may stand
_HEAD_LINES = 3
_LONGEST_TITLE_LINE = 160


@dataclass(frozen=True, slots=True)
class JobsRead:
    """The jobs of a section, the lines before them, and the titles of jobs whose dates could not be read."""

    jobs: tuple[Experience, ...]
    before: tuple[str, ...]
    undated: tuple[str, ...]


def read_jobs(lines: Sequence[str], today: date) -> JobsRead:
    """Return the jobs told in the lines of a section, in its order."""

    def is_dated(line: str) -> bool:
        return _dates_an_entry(without_bullet(flat(line)), today)

    entries, before = entries_of(lines, is_dated)
    jobs = tuple(_job(entry, today) for entry in entries if not is_nothing(" ".join(entry.lines)))
    undated = tuple(job.title for job in jobs if job.start is None and job.years is None)
    return JobsRead(jobs, tuple(before), undated)


def _dates_an_entry(text: str, today: date) -> bool:
    """Tell whether a line opens or ends with a period, or is short and holds one: not a sentence that mentions one."""
    periods = periods_of(text, today)
    if not periods:
        return has_year(text) and len(without_dates(text, ()).split()) <= _SHORT_LINE // 2
    opens = periods[0].start <= _AT_EDGE
    ends = len(text) - periods[-1].end <= _AT_EDGE
    dated = any(period.dated for period in periods)
    return (opens or ends or len(text.split()) <= _SHORT_LINE) and (dated or opens or ends)


def _job(entry: Entry, today: date) -> Experience:
    periods = periods_of(without_bullet(flat(entry.dated)), today) if entry.dated else []
    spans = [period for period in periods if period.dated]
    title = _title(entry, today)
    described = "\n".join(map(flat, entry.lines))
    return Experience(
        title=title,
        years=_years(periods, spans),
        start=min((span.first for span in spans if span.first), default=None),
        end=max((span.last for span in spans if span.last), default=None) if all(s.last for s in spans) else None,
        description=described if described != title else None,
    )


def _years(periods: Sequence[Period], spans: Sequence[Period]) -> float | None:
    """Return the length that the dates give, else the longest that is told in words."""
    if spans:
        return round(sum(span.years for span in spans), 2)
    return max((period.years for period in periods), default=None)


def _title(entry: Entry, today: date) -> str:
    heads = _heads(entry, today)
    if not heads:
        return ""
    chosen = heads[0]
    if len(heads) > 1 and _comes_first(heads[1], heads[0]):
        chosen = heads[1]
    read = read_experience(chosen.replace("،", ","), today)
    return read[0].title if read and read[0].title else chosen[:100]


def _heads(entry: Entry, today: date) -> list[str]:
    """Return the first lines of an entry, dates aside, up to its list of tasks."""
    heads: list[str] = []
    for number, line in enumerate(entry.lines[: _HEAD_LINES + 1]):
        if number and is_bullet(line):
            break
        text = without_bullet(flat(line))
        if line == entry.dated:
            text = without_dates(text, periods_of(text, today))
        if re.search(r"[^\W\d_]{2}", text):
            heads.append(text[:_LONGEST_TITLE_LINE])
    return heads[:_HEAD_LINES]


def _comes_first(second: str, first: str) -> bool:
    """Tell whether the second line names the job and the first the employer."""
    if _names_employer(first) and not _names_job(first):
        return not _names_employer(second)
    return _names_job(second) and not _names_job(first) and len(second.split()) <= 6


def _names_employer(text: str) -> bool:
    return bool(place_words("employers").intersection(key(text).split()))


def _names_job(text: str) -> bool:
    return bool(place_words("jobs").intersection(key(text).split()))
