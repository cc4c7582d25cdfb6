"""Reads where and how long a vacancy stood with employment services: ``VDAB 01/09/2026 - 30/09/2026; EURES ...``."""

from __future__ import annotations

import re
from datetime import date

from matcher.intake.dates import MONTH_PATTERN, ImpossibleDateError, read_date
from matcher.intake.fields import Fields
from matcher.intake.vacancy_columns import VacancyColumn
from matcher.records import Posting
from taxonomies.wording import fold

V = VacancyColumn

_SERVICES = (
    ("vdab", re.compile(r"\bvdab\b")),
    ("eures", re.compile(r"\beures\b")),
    ("actiris", re.compile(r"\bactiris\b")),
    ("forem", re.compile(r"\bforem\b")),
    ("adg", re.compile(r"\badg\b|\barbeitsamt\b")),
)
_DATE = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}"
    rf"|\d{{1,2}}(?:er)?\s(?:{MONTH_PATTERN})\b\.?\s\d{{4}}"
)
_REMEDY = "write such as VDAB 01/09/2026 - 30/09/2026; EURES 01/09/2026"
_MOST = 50


def read_postings(fields: Fields[VacancyColumn]) -> tuple[Posting, ...]:
    """Return the stretches that a record states, in order; one that cannot be read is warned of and kept."""
    found: dict[Posting, None] = {}
    for cell in fields.cells.get(V.POSTINGS, ()):
        for piece in re.split(r"[;,\n|]", cell.text)[:_MOST]:
            if piece.strip():
                found.update(dict.fromkeys(_posting(fields, fold(piece))))
    return tuple(found)


def _posting(fields: Fields[VacancyColumn], plain: str) -> list[Posting]:
    services = [service for service, pattern in _SERVICES if pattern.search(plain)]
    try:
        days = [day for match in _DATE.finditer(plain) if (day := read_date(match[0])) is not None]
    except ImpossibleDateError as error:
        fields.warn(V.POSTINGS, f"the calendar has no {error}", _REMEDY)
        return []
    fault = _fault(services, days)
    if fault:
        fields.warn(V.POSTINGS, fault, _REMEDY)
        return []
    end = days[1] if len(days) > 1 else None
    return [Posting(service, days[0], end) for service in services]


def _fault(services: list[str], days: list[date]) -> str:
    if not services:
        return "no employment service (VDAB, EURES, Actiris, Forem or ADG)"
    if not days:
        return "no date since when it stands there"
    if len(days) > 2:
        return "more than two dates for one service"
    return "ends before it begins" if days[1:] and days[1] < days[0] else ""
