"""Dates as people write them in Belgium and in the countries of origin: day first, or ISO, or a real date."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from math import isfinite

from matcher.intake.calendars import find_other_dates
from matcher.intake.folding import western_digits
from matcher.intake.sheets import Cell, cell_text
from taxonomies.wording import fold

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "janvier january januari januar janv jan يناير جانفي",
            "fevrier february februari februar fevr feb fev فبراير فيفري شباط",
            "mars march maart marz maerz mar mrt مارس اذار",
            "avril april avr apr ابريل افريل نيسان",
            "mai may mei مايو ماي ايار",
            "juin june juni jun يونيو يونيه جوان حزيران",
            "juillet july juli juil jul يوليو يوليه يوليوز جويلية تموز",
            "aout august augustus aug اغسطس اوت غشت اب",
            "septembre september sept sep سبتمبر شتنبر ايلول",
            "octobre october oktober oct okt اكتوبر",
            "novembre november nov نوفمبر نونبر",
            "decembre december dezember dec dez ديسمبر دجنبر",
        ),
        start=1,
    )
    for name in names.split()
} | {"كانون الثاني": 1, "تشرين الاول": 10, "تشرين الثاني": 11, "كانون الاول": 12}
"""Month names and abbreviations in French, English, Dutch, German and Arabic, folded, to month numbers."""

MONTH_PATTERN = "|".join(sorted(MONTHS, key=len, reverse=True))

# Day 0 of Excel's calendar, which believes in 29 February 1900.
_EXCEL_EPOCH = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 1_000, 110_000
_LONGEST = 100
_TIME = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_ISO = re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)" + _TIME)
_COMPACT = re.compile(r"(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})")
_DAY_FIRST = re.compile(r"(?<!\d)(?P<d>\d{1,2})\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<y>\d{4}|\d{2})(?!\d)" + _TIME)
_NAMED = re.compile(
    rf"(?<!\d)(?P<d>\d{{1,2}})(?:er|st|nd|rd|th|e)?[\s.\-/]*(?P<m>{MONTH_PATTERN})\b[\s.,\-/]*(?P<y>\d{{4}}|\d{{2}})(?!\d)"
)
_MONTH_FIRST = re.compile(rf"\b(?P<m>{MONTH_PATTERN})\b[\s.]*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})(?!\d)")
_FORMS = (_ISO, _DAY_FIRST, _NAMED, _MONTH_FIRST)


class ImpossibleDateError(ValueError):
    """The cell is written as a date, but the calendar has no such day."""


def read_date(cell: Cell, *, latest_year: int = 2099) -> date | None:
    """Read one date from a cell.

    Text is read day first (``31/12/1999``, ``1 mars 2024``) or as ISO, with digits of any script; a number as an Excel
    serial day. Words around the one date of a cell are passed over. A date of another calendar (``1370/05/12``,
    ``12/09/1985 E.C.``) is none: it is never misread as a common one.

    Args:
        cell: text, number or date.
        latest_year: a year of two digits falls in this century up to this year, else in the last one.

    Returns:
        The date, or ``None`` where the cell is not written as one full date.

    Raises:
        ImpossibleDateError: such as 31/02/1999.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = western_digits(fold(cell_text(cell)[:_LONGEST]))
    if isinstance(cell, float) or re.fullmatch(r"\d{5}(?:[.,]\d+)?", text):
        return _from_serial(float(text.replace(",", ".")))
    if find_other_dates(text):
        return None
    matches = [whole] if (whole := _COMPACT.fullmatch(text)) else [m for form in _FORMS for m in form.finditer(text)]
    if not matches or any(match.span() != matches[0].span() for match in matches):
        return None
    return _from_parts(matches[0], latest_year)


def _from_serial(number: float) -> date | None:
    if not isfinite(number):
        return None
    whole = int(number)
    # 1900..2100 is far likelier a bare year than a day in 1905.
    if not _FIRST_SERIAL <= whole <= _LAST_SERIAL or (number == whole and 1900 <= whole <= 2100):
        return None
    return _EXCEL_EPOCH + timedelta(days=whole)


def _from_parts(match: re.Match[str], latest_year: int) -> date | None:
    day, month, year = match["d"], match["m"], int(match["y"])
    if len(match["y"]) == 2:
        year += 2000 if 2000 + year <= latest_year else 1900
    number = MONTHS.get(month) or int(month)
    if int(day) == 0 and number == 0 and year:
        return None  # 00/00/1990: registers write so where only the year is known
    try:
        return date(year, number, int(day))
    except ValueError as error:
        raise ImpossibleDateError(match[0]) from error
