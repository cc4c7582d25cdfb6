"""The sections on education and certificates to one :class:`Education` a course, in the words of the CV."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from matcher.intake.cells import is_nothing
from matcher.intake.cv.dating import has_year, periods_of, without_dates
from matcher.intake.cv.entries import entries_of
from matcher.intake.cv.text import flat, joined_wraps, without_bullet
from matcher.intake.education import read_education
from matcher.records import Education


def read_courses(lines: Sequence[str], today: date) -> tuple[Education, ...]:
    """Return the courses of a section, each with the highest level that its words claim."""

    def is_dated(line: str) -> bool:
        return has_year(line) or any(period.dated for period in periods_of(flat(line), today))

    entries, before = entries_of(lines, is_dated)
    groups = [before, *(entry.lines for entry in entries)]
    return tuple(_course(lines, today) for group in groups if group for lines in _courses_of(group))


def _courses_of(lines: Sequence[str]) -> list[Sequence[str]]:
    """Part a line that tells several courses: ``CAP couture 2014; BTS 2016``."""
    if len(lines) == 1:
        return [[piece] for piece in lines[0].split(";") if not is_nothing(piece.strip())]
    return [lines]


def read_certificates(lines: Sequence[str], today: date) -> tuple[Education, ...]:
    """Return one course a line."""
    return tuple(_course([line], today) for line in joined_wraps(lines) if line and not is_nothing(line))


def _course(lines: Sequence[str], today: date) -> Education:
    text = ", ".join(without_bullet(flat(line)).rstrip(" ,") for line in lines)
    # A line break or a bar would make two courses of it where the text is read again.
    text = re.sub(r"\s*[;؛|•]\s*", ", ", text).strip()
    # Without its dates a course begins with its name, where some names must stand to count.
    read = read_education(without_dates(text, periods_of(text, today)))
    return replace(read[0], text=text) if read else Education(text)
