"""Finds lengths of time and spans of dates in running text, in French, English, Dutch, German and Arabic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from matcher.intake.calendars import OtherDate, find_other_dates
from matcher.intake.cells import is_nothing, read_number
from matcher.intake.date_points import YEAR, DatePoint, has_point, point_pattern, read_point
from matcher.intake.dates import MONTH_PATTERN, MONTHS
from matcher.intake.folding import western_digits
from matcher.intake.lengths import LENGTH, LONGEST_CAREER, still_runs, years_of
from taxonomies.wording import fold

_NOW = (
    r"(?:aujourd'?\s?hui|a ce jour|ce jour|(?:a )?present|now|today|current|currently|till date|to date|date|heden|nu"
    r"|vandaag|heute|jetzt|maintenant|actuel\w*|en cours|ongoing|lopend|nos jours|toujours|dato|op heden|still"
    r"|(?:ال)?ان|(?:الوقت )?(?:ال)?حاضر|الوقت الحالي|(?:ال)?يوم|يومنا هذا|حاليا|تاريخه|کنون|اکنون|\.{3}|…)"
)
# Bounded, so that a run of spaces takes no time.
_TO = (
    r"\s{0,4}(?:-+>?|–|—|→|/|\b(?:au?|tot|t/m|to|till|until|bis|jusqu'?(?:en|a|au)|en|الي|الى|حتي|حتى|لغايه|لغاية|لحد|ولحد|تا)\b)?"
    r"\s{0,4}(?:(?:le|the|op|zum)\b\s{0,4})?"
)
_GOES_ON = rf"(?={_TO}(?:(?:{_NOW})(?!\w)|[\d/. -]{{0,6}}{YEAR}))"
_SPAN = re.compile(
    rf"(?<![\d/.])(?P<since>\b(?:depuis|since|sinds|seit|des|منذ|ab|vanaf)\s+(?:le\s+|(?:ال)?عام\s+|(?:ال)?سنة\s+)?)?"
    rf"{point_pattern('a', then=_GOES_ON)}"
    rf"(?:{_TO}(?:(?P<now>{_NOW})(?!\w)|{point_pattern('b')})|\s?[-–/]\s?(?P<short>\d{{2}})(?![\d/-])"
    r"|(?P<open>\s?[-–](?=\s*(?:$|[;,.:)\n]|[^\W\d_]))))?"
)
_BETWEEN = re.compile(
    rf"\b(?:entre|between|tussen|zwischen|بين)\s+(?:عامي\s+)?{point_pattern('a')}\s*(?:et|and|en|und|و)\s*"
    rf"{point_pattern('b')}"
)
# "09/19 - 06/21" is month and year only where a number above 12 makes it certain.
_SHORT_YEARS = re.compile(
    r"(?<![\d/.-])(?P<am>0[1-9]|1[0-2])[/.](?P<ay>\d\d)\s*[-–—]\s*(?P<bm>0[1-9]|1[0-2])[/.](?P<by>\d\d)(?![\d/.-])"
)

_SHORT_NAMED = re.compile(
    rf"\b(?P<an>{MONTH_PATTERN})\.?\s?['’](?P<ay>\d\d)\s{{0,4}}(?:[-–—]|to|a|tot|bis)\s{{0,4}}"
    rf"(?P<bn>{MONTH_PATTERN})\.?\s?['’](?P<by>\d\d)(?!\d)"
)
# "août - octobre 2014"
_ONE_YEAR = re.compile(
    rf"\b(?P<an>{MONTH_PATTERN})\b\.?\s{{0,4}}(?:-|–|—|/|au?|to|tot|bis|الي|الى|حتي|حتى)\s{{0,4}}"
    rf"(?P<bn>{MONTH_PATTERN})\b\.?\s{{1,4}}(?P<y>{YEAR})(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Period:
    """One length or span found in a text, at ``start``..``end`` of its folded form.

    ``years`` is its length. Of a span by months both ends count; a span by years alone is the difference of its years
    (half a year within one year); one that still runs counts whole years up to today. A length that still runs
    (``depuis 3 ans``: ``since``) begins on the first day of the year it reaches back to, though no date is written.
    ``each`` marks a part of every year.
    """

    start: int
    end: int
    years: float
    first: date | None = None
    last: date | None = None
    each: bool = False
    since: bool = False

    @property
    def dated(self) -> bool:
        """Whether dates were written, not a length."""
        return self.first is not None and not self.since


def read_years(text: str) -> float | None:
    """Read a cell that gives a number of years: ``3``, ``2,5``, ``6 mois``, ``5+``, ``env. 6``, ``10 + 1``, ``aucune``.

    Returns:
        Years, or ``None`` where the cell is no clear number of them (``2x``) or more than anybody has worked.
    """
    plain = western_digits(fold(text)).strip()
    if re.match(
        r"(?:aucune?|geen|none|keine|sans experience|zonder|no experience|debutant|starter|niet vereist"
        r"|بدون خبرة|لا خبرة|لا يوجد)\b",
        plain,
    ):
        return 0.0
    if is_nothing(text) or len(plain) > 200:
        return None
    parts = [_leading_years(part) for part in re.split(r"\s\+\s(?=\d)", plain)]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    total = sum(known)
    return total if 0 <= total <= LONGEST_CAREER else None


def find_periods(folded: str, today: date) -> list[Period]:
    """Return the lengths and spans in a folded text, in order, none within another; a bare year is no period.

    Digits must be western. A span of another calendar counts by its length where that is sure, and has no dates.
    """
    others = find_other_dates(folded)
    taken: list[tuple[int, int]] = [(item.start, item.end) for item in others]
    found = [_of_other(item) for item in others if item.years is not None]
    for pattern, read in _READERS:
        for match in pattern.finditer(folded):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            if (period := read(match, today)) is not None:
                found.append(period)
                taken.append((period.start, period.end))
    return sorted(found, key=lambda period: period.start)


def _leading_years(plain: str) -> float | None:
    approximate = (
        r"(?:env\.?(?:iron)?|environ|ca\.?|circa|about|approx\.?|ongeveer|etwa|plus de|meer dan|more than|over"
        r"|min\.?(?:imum)?|au moins|minstens|at least|mindestens|حوالي|اكثر من|[~±><≥+/-]+)\s*"
    )
    rest = re.sub(rf"^(?:{approximate})+", "", plain) if not re.match(r"-\s*\d", plain) else plain
    match = LENGTH.match(rest)
    if match and (years := years_of(match, rest)) is not None:
        return years
    number = re.match(r"(\d{1,3}(?:[.,]\d{1,2})?)(?:\s?(?:-|–|a|tot|to|bis)\s?\d{1,2})?\s?\+?(?![\w.,/-])", rest)
    return read_number(number[1]) if number else None


def _of_other(item: OtherDate) -> Period:
    return Period(item.start, item.end, item.years or 0.0)


def _length(match: re.Match[str], today: date) -> Period | None:
    years = years_of(match, match.string)
    if years is None:
        return None
    if match["each"] or not still_runs(match, match.string):
        return Period(match.start(), match.end(), years, each=bool(match["each"]))
    month = today.year * 12 + today.month - 1 - round(years * 12)
    return Period(match.start(), match.end(), years, date(month // 12, 1, 1), since=True)


def _between(match: re.Match[str], _today: date) -> Period | None:
    first, last = read_point(match, "a"), read_point(match, "b")
    return _closed(match, first, last) if first and last and last.first >= first.first else None


def _short_years(match: re.Match[str], today: date) -> Period | None:
    if max(int(match["ay"]), int(match["by"])) <= 12:
        return None
    return _of_short_years(match, (int(match["am"]), int(match["bm"])), today)


def _short_named(match: re.Match[str], today: date) -> Period | None:
    return _of_short_years(match, (MONTHS[match["an"]], MONTHS[match["bn"]]), today)


def _of_short_years(match: re.Match[str], months: tuple[int, int], today: date) -> Period | None:
    years = (
        2000 + short if 2000 + short <= today.year else 1900 + short for short in (int(match["ay"]), int(match["by"]))
    )
    first, last = (DatePoint(date(year, month, 1), 2) for year, month in zip(years, months, strict=True))
    return _closed(match, first, last) if last.first >= first.first else None


def _one_year(match: re.Match[str], _today: date) -> Period | None:
    first, last = (DatePoint(date(int(match["y"]), MONTHS[match[name]], 1), 2) for name in ("an", "bn"))
    return _closed(match, first, last)


def _span(match: re.Match[str], today: date) -> Period | None:
    first = read_point(match, "a")
    if first is None:
        return None
    if match["now"] or match["open"] or (match["since"] and not has_point(match, "b")):
        if first.first > today:
            return None
        running = (today.year - first.first.year) - ((today.month, today.day) < (first.first.month, first.first.day))
        return Period(match.start(), match.end(), float(running) or 0.5, first.first, None)
    if match["short"]:
        last: DatePoint | None = DatePoint(date(first.first.year // 100 * 100 + int(match["short"]) or 1, 1, 1), 1)
    else:
        last = read_point(match, "b")
    return _closed(match, first, last) if last else None


def _closed(match: re.Match[str], first: DatePoint, last: DatePoint) -> Period | None:
    if last.last < first.first:
        return None
    months = (last.first.year - first.first.year) * 12 + last.first.month - first.first.month
    if min(first.parts, last.parts) == 3:
        years = round(((last.first - first.first).days + 1) / 365.25, 2)
    elif min(first.parts, last.parts) == 2:
        years = round((months + 1) / 12, 2)
    else:
        years = float(last.first.year - first.first.year) or 0.5
    return Period(match.start(), match.end(), years, first.first, last.last)


_READERS = (
    (_BETWEEN, _between),
    (_SHORT_YEARS, _short_years),
    (_SHORT_NAMED, _short_named),
    (_ONE_YEAR, _one_year),
    (_SPAN, _span),
    (LENGTH, _length),
)
