"""The periods of a line of a CV, with full dates and in Arabic too; the search itself is that of all files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from matcher.intake.dates import MONTH_PATTERN, MONTHS, ImpossibleDateError, read_date
from matcher.intake.periods import Period, find_periods
from taxonomies.wording import fold

LONGEST_LINE = 400
"""How far a line is searched, in characters."""

_ARABIC_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "كانون الثاني|يناير|جانفي",
            "شباط|فبراير|فيفري",
            "اذار|مارس",
            "نيسان|ابريل|افريل",
            "ايار|مايو|ماي",
            "حزيران|يونيو|جوان",
            "تموز|يوليوز|يوليو|جويلية",
            "اب|اغسطس|غشت|اوت",
            "ايلول|سبتمبر|شتنبر",
            "تشرين الاول|اكتوبر",
            "تشرين الثاني|نوفمبر|نونبر",
            "كانون الاول|ديسمبر|دجنبر",
        ),
        start=1,
    )
    for name in names.split("|")
}
_LATIN_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ARABIC_WORDS = {
    **dict.fromkeys(("الى", "حتى", "حتي", "لغاية"), "to"),
    **dict.fromkeys(("الان", "الحاضر", "اليوم", "حاليا", "الوقت الحالي", "الوقت الحاضر", "تاريخه"), "now"),
    "منذ": "des",
    "nos jours": "now",
}
_ARABIC_MONTH = re.compile(rf"(?<!\w)({'|'.join(sorted(_ARABIC_MONTHS, key=len, reverse=True))})\s+(?=(?:19|20)\d\d)")
_ARABIC_WORD = re.compile(rf"(?<!\w)({'|'.join(sorted(_ARABIC_WORDS, key=len, reverse=True))})(?!\w)")
_ORDINALS = frozenset({"er", "st", "nd", "rd", "th", "le", "am"})
_DAY = re.compile(
    rf"(?<![\d/.-])\d{{1,2}}(?:[/.-](?=\d{{1,2}}[/.-](?:19|20)\d\d)|(?:er|st|nd|rd|th|\.)?\s+(?=(?:{MONTH_PATTERN})\b))"
)
_MONTHS_OF_ONE_YEAR = re.compile(
    rf"(?<!\w)({MONTH_PATTERN})\b\.?\s*(?:-|–|—|a|au|to|tot|bis)\s*({MONTH_PATTERN})\b\.?\s+((?:19|20)\d\d)(?!\d)"
)
_SHORT_SPAN = re.compile(r"(?<![\d/.])(0[1-9]|1[0-2])/(\d\d)\s*[-–—]\s*(0[1-9]|1[0-2])/(\d\d)(?![\d/])")
_BEFORE_A_DATE = re.compile(
    r"(?:\b(?:de|du|from|van|von|vom|depuis|since|sinds|seit|en|in|le)|\bمن)\s*$", re.IGNORECASE
)
_YEAR = re.compile(r"(?<![\d/+])(?:19[5-9]|20[0-4])\d(?!\d)")


def periods_of(text: str, today: date) -> list[Period]:
    """Return the periods of a text, at their places in it."""
    searched = text[:LONGEST_LINE]
    readable = _readable(searched)
    short = [_months(match, _full_years(match, today), today) for match in _SHORT_SPAN.finditer(searched)]
    short += [
        _months(match, f"{match[1]} {match[3]} - {match[2]} {match[3]}", today)
        for match in _MONTHS_OF_ONE_YEAR.finditer(readable)
    ]
    return [period for period in short if period] or find_periods(readable, today)


def read_day(text: str, today: date) -> date | None:
    """Return the one full date of a text, in the past, or ``None``."""
    named = _ARABIC_MONTH.sub(lambda match: f"/{_ARABIC_MONTHS[match[1]]:02}/", fold(text[:LONGEST_LINE]))
    try:
        day = read_date(named)
    except ImpossibleDateError:
        return None
    return day if day is not None and day <= today else None


def is_only_a_date(text: str) -> bool:
    """Tell whether a text has no words but numbers and months."""
    words = re.findall(r"[^\W\d_]+", fold(text))
    return all(word in MONTHS or word in _ARABIC_MONTHS or word in _ORDINALS for word in words)


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


def _readable(text: str) -> str:
    """Fold a text letter by letter, Arabic words of time in Latin and days left out, everything at its place."""
    folded = "".join(fold(char)[:1] or " " for char in text)
    folded = _ARABIC_MONTH.sub(_latin_month, folded)
    folded = _ARABIC_WORD.sub(lambda match: _ARABIC_WORDS[match[1]].ljust(len(match[0])), folded)
    return _DAY.sub(lambda match: " " * len(match[0]), folded)


def _latin_month(match: re.Match[str]) -> str:
    number, length = _ARABIC_MONTHS[match[1]], len(match[0])
    return f"{number} /" if length == 3 else _LATIN_MONTHS[number - 1].ljust(length)


def _full_years(match: re.Match[str], today: date) -> str:
    """Write ``09/17 - 06/19``, which could be nothing but months of years, with whole years."""
    first, last = (year - 100 if (year := 2000 + int(match[group])) > today.year else year for group in (2, 4))
    return f"{match[1]}/{first} - {match[3]}/{last}"


def _months(match: re.Match[str], written: str, today: date) -> Period | None:
    found = find_periods(written, today)
    return replace(found[0], start=match.start(), end=match.end()) if found else None
