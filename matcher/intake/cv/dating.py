"""The periods of a line of a CV: those of all files, and short years, which a CV writes for months, never for days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from matcher.intake.date_points import YEAR
from matcher.intake.dates import MONTH_PATTERN, ImpossibleDateError, read_date
from matcher.intake.folding import fold_in_place
from matcher.intake.periods import Period, find_periods
from taxonomies.wording import fold

LONGEST_LINE = 400
"""How far a line is searched, in characters."""

_SHORT_SPAN = re.compile(r"(?<![\d/.])(0[1-9]|1[0-2])/(\d\d)\s*[-–—]\s*(0[1-9]|1[0-2])/(\d\d)(?![\d/])")
_PART_OF_A_DATE = re.compile(rf"(?<!\w)(?:{MONTH_PATTERN})(?!\w)|(?<=\d)(?:er|st|nd|rd|th)\b|\b(?:le|am)\b")
_BEFORE_A_DATE = re.compile(
    r"(?:\b(?:de|du|from|van|von|vom|depuis|since|sinds|seit|en|in|le)|\bمن)\s*$", re.IGNORECASE
)
_YEAR = re.compile(rf"(?<![\d/+]){YEAR}(?!\d)")


def periods_of(text: str, today: date) -> list[Period]:
    """Return the periods of a text, at their places in it."""
    folded = fold_in_place(text[:LONGEST_LINE])
    short = [period for match in _SHORT_SPAN.finditer(folded) if (period := _short(match, today))]
    for period in short:
        folded = folded[: period.start] + " " * (period.end - period.start) + folded[period.end :]
    return sorted([*short, *find_periods(folded, today)], key=lambda period: period.start)


def read_day(text: str, today: date) -> date | None:
    """Return the one full date of a text, in the past, or ``None``."""
    try:
        day = read_date(text)
    except ImpossibleDateError:
        return None
    return day if day is not None and day <= today else None


def is_only_a_date(text: str) -> bool:
    """Tell whether a text has no words but numbers and months."""
    return not re.search(r"[^\W\d_]", _PART_OF_A_DATE.sub(" ", fold(text)))


def has_year(text: str) -> bool:
    """Tell whether a text names a year."""
    return bool(_YEAR.search(text[:LONGEST_LINE]))


def without_dates(text: str, periods: Sequence[Period]) -> str:
    """Return a text without its periods, its years where no period has dates, and the marks around them."""
    spans = [(period.start, period.end) for period in periods]
    if not any(period.dated for period in periods):
        spans = sorted([*spans, *(match.span() for match in _YEAR.finditer(text))])
    rest, position = "", 0
    for start, end in spans:
        rest += _BEFORE_A_DATE.sub("", text[position:start]) + " "
        position = end
    rest = re.sub(r"\(\s*\)|\[\s*\]", " ", rest + text[position:])
    rest = re.sub(r"\s+", " ", rest).strip(" ,;:–—-|/·[(")
    return rest.rstrip(".") if rest[:1] != "." or rest[1:2].isalpha() else rest.strip(".")


def _short(match: re.Match[str], today: date) -> Period | None:
    """Read ``09/08 - 06/12``, which may mean days in other files, as months of the latest years not to come."""
    first, last = (year - 100 if (year := 2000 + int(match[group])) > today.year else year for group in (2, 4))
    found = find_periods(f"{match[1]}/{first} - {match[3]}/{last}", today)
    return replace(found[0], start=match.start(), end=match.end()) if found else None
