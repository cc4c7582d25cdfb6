"""Dates as people write them in running text, in English, French, Dutch and German."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    **{"jan": 1, "feb": 2, "fev": 2, "mar": 3, "maa": 3, "mrt": 3, "apr": 4, "avr": 4, "may": 5, "mai": 5, "mei": 5},
    **{"jun": 6, "juin": 6, "jul": 7, "juil": 7, "aug": 8, "aou": 8, "sep": 9, "oct": 10, "okt": 10, "nov": 11},
    **{"dec": 12, "dez": 12},
}
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]*\.?"
_SUFFIX = r"(?:er|e|st|nd|rd|th|\.)?"
DAY = (
    r"(?:\d{1,2}\s?[./ -]\s?\d{1,2}\s?[./ -]\s?(?:\d{4}|\d{2})(?!\d)|\d{4}[./-]\d{1,2}[./-]\d{1,2}(?!\d)"
    rf"|\d{{1,2}}{_SUFFIX}\s+(?:of\s+|de\s+)?{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{1,2}}{_SUFFIX},?\s+\d{{4}})"
)
"""A pattern, for folded text, of one day."""

DATE = rf"(?:{DAY}|{_MONTH}\s+\d{{4}}|(?:19[3-9]|20[01])\d(?!\d)|\d{{1,2}}[/.]\d{{1,2}}(?![\d/]|\.\d))"
"""The same, or a month, a year in which somebody who works can be born, or a day without its year."""

_NUMBER_OR_MONTH = re.compile(r"\d+|[a-z]+")


def days(folded: str) -> set[date]:
    """Return the days that one written date can mean: day first, and month first where that is possible."""
    parts = []
    for piece in _NUMBER_OR_MONTH.findall(folded):
        number = int(piece) if piece.isdigit() else _MONTHS.get(piece[:4], _MONTHS.get(piece[:3]))
        if number is not None:
            parts.append((number, piece))
    if len(parts) != 3:
        return set()
    (first, text), (second, _), (third, last) = parts
    if len(text) == 4 and text.isdigit():
        orders = [(first, second, third)]
    else:
        year = third if len(last) > 2 else third + (1900 if third > 30 else 2000)
        orders = [(year, second, first), (year, first, second)]
    return {day for order in orders if (day := _day(*order)) is not None}


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
