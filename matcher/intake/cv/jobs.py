"""The section on work to one :class:`Experience` a job, every line of it kept in the description."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from matcher.intake.cells import is_nothing
from matcher.intake.cv.dating import LONGEST_LINE, has_year, periods_of, without_dates
from matcher.intake.cv.entries import Entry, entries_of
from matcher.intake.cv.text import cells_of, flat, is_bullet, without_bullet
from matcher.intake.cv.vocabulary import JobLabel, job_label_of, key, place_words
from matcher.intake.experience import read_experience
from matcher.intake.folding import fold_in_place
from matcher.intake.job_lengths import read_stints
from matcher.records import Experience

_AT_EDGE = 6  # characters that may stand before or after a date which opens or ends a line
_SHORT_LINE = 12  # words of a line in the middle of which a date may stand
_HEAD_LINES = 3
_LONGEST_TITLE_LINE = 160
_NUMBER = re.compile(r"^\d{1,2}[.)]\s+")
_PARTS = re.compile(r"\s[-–—|@]\s|,\s|\(")
_BRACKETED = re.compile(r"\(([^()\d]{3,60})\)")


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
    jobs = tuple(job for entry in entries if not is_nothing(" ".join(entry.lines)) for job in _jobs(entry, today))
    undated = tuple(job.title for job in jobs if job.start is None and job.years is None)
    return JobsRead(jobs, tuple(before), undated)


def _dates_an_entry(text: str, today: date) -> bool:
    """Tell whether a line opens or ends with a period, or is short and holds one: not a sentence that mentions one."""
    periods = periods_of(text, today)
    if not periods:
        return has_year(text) and len(without_dates(text, ()).split()) <= _SHORT_LINE // 2
    opens = periods[0].start <= _AT_EDGE
    ends = len(text) - periods[-1].end <= _AT_EDGE
    if any(period.dated for period in periods):
        return opens or ends or len(text.split()) <= _SHORT_LINE
    return ends or (opens and len(text.split()) <= _SHORT_LINE // 2)


def _jobs(entry: Entry, today: date) -> tuple[Experience, ...]:
    """Return the jobs of an entry: several where one line tells them all, as a cell of a table does."""
    (first, *others) = entry.lines
    text = without_bullet(flat(first))
    if not others and (";" in text or len(periods_of(text, today)) > 1):
        return read_experience(text, today) or _stints(entry, today)
    return _stints(entry, today)


def _stints(entry: Entry, today: date) -> tuple[Experience, ...]:
    """Return the job of an entry, once for each stretch that it was held; the first keeps the words."""
    dated = without_bullet(flat(entry.dated or ""))[:LONGEST_LINE]
    first, *later = read_stints(fold_in_place(dated), periods_of(dated, today))
    title, described = _title(entry, today), "\n".join(map(flat, entry.lines))
    return (
        Experience(title, first.years, first.start, first.end, described if described != title else None),
        *(Experience(title, stint.years, stint.start, stint.end) for stint in later),
    )


def _title(entry: Entry, today: date) -> str:
    heads = _heads(entry, today)
    if not heads:
        return ""
    if labelled := [value for kind, value in map(_label, entry.lines) if kind == JobLabel.TITLE]:
        heads = labelled
    chosen = heads[1] if len(heads) > 1 and _comes_first(heads[1], heads[0]) else heads[0]
    chosen = _part_with_the_job(_NUMBER.sub("", chosen.replace("،", ",")))
    read = read_experience(chosen, today)
    return read[0].title if read and read[0].title else chosen[:100]


def _label(line: str) -> tuple[JobLabel | None, str]:
    """Return what a line says it is, ``Functie: lasser`` or a row of a table, and its value."""
    first, *others = cells_of(without_bullet(line))
    head, value = (first, " ".join(others)) if others else first.partition(":")[::2]
    return (job_label_of(head), value.strip()) if value.strip() else (None, line)


def _part_with_the_job(line: str) -> str:
    """Return the part of a line that names the job where its first names the employer: ``Zenith Ltd (Sales girl)``."""
    first, *others = (part.strip(" )") for part in _PARTS.split(line))
    if not others or _names_job(first):
        return line
    bracketed = _BRACKETED.search(line)
    if bracketed and _names_employer(first):
        return bracketed[1]
    return next((part for part in others if _names_job(part)), line)


def _heads(entry: Entry, today: date) -> list[str]:
    """Return the first lines of an entry, dates aside, up to its list of tasks."""
    heads: list[str] = []
    for number, line in enumerate(entry.lines[: _HEAD_LINES + 1]):
        if number and is_bullet(line):
            break
        text = without_bullet(flat(line))
        if _label(line)[0] in (JobLabel.EMPLOYER, JobLabel.OTHER):
            continue
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
