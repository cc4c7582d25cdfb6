"""Finds lengths of time and spans of years in running text, in French, English, Dutch and German."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from matcher.intake.cells import is_nothing, read_number
from matcher.intake.dates import MONTH_PATTERN, MONTHS
from taxonomies.wording import fold

LONGEST_CAREER = 60.0
"""More years than anybody has worked; a larger number is about something else."""

_NUMBER_WORDS = {
    word: number
    for number, words in enumerate(
        (
            "un une one een ein eine einem",
            "deux two twee zwei",
            "trois three drie drei",
            "quatre four vier",
            "cinq five vijf funf",
            "six zes sechs",
            "sept seven zeven sieben",
            "huit eight acht",
            "neuf nine negen neun",
            "dix ten tien zehn",
        ),
        start=1,
    )
    for word in words.split()
} | {"anderhalf": 1.5, "anderthalb": 1.5, "half": 0.5}
_WORDS = "|".join(sorted(_NUMBER_WORDS, key=len, reverse=True))
_YEAR_UNIT = r"(?:annees?|ans?|an\(s\)|years?|yrs?|jaren|jaar|jr|jahren?|jahr)"
_MONTH_UNIT = r"(?:mois|months?|mths?|maanden|maand|mnd|monaten?|monat)"
_WEEK_UNIT = r"(?:semaines?|sem|weeks?|wks?|weken|wochen|woche)"
_COUNT = rf"(?:\d{{1,3}}(?:[.,]\d{{1,2}})?|\b(?:{_WORDS})\b)"
_LENGTH = re.compile(
    rf"(?<![\d/.,-])(?P<n>{_COUNT})(?:\s*(?:-|–|a|tot|to|bis|ou|of)\s*\d{{1,3}}(?:[.,]\d)?)?\s*(?P<half>½)?\s*\+?\s*"
    rf"(?:(?P<y>{_YEAR_UNIT})(?![^\W\d_])(?P<anda>\s+et demie?|\s+en (?:een )?half|\s+and a half)?"
    rf"(?:\s*(?:,|et|en|and|und)?\s*(?P<extra>{_COUNT})\s*{_MONTH_UNIT}(?![^\W\d_]))?"
    rf"|(?P<m>{_MONTH_UNIT})(?![^\W\d_])|(?P<w>{_WEEK_UNIT})(?![^\W\d_]))"
)
# "apprenti à 13 ans" gives an age.
_AGE = re.compile(r"(?:(?<!\d)(?<!\d )\ba|age[e]? de|aged|op zijn|vanaf|des l'age de|mit|im alter von)\s*$")
_YEAR = r"(?:19[4-9]|20[0-4])\d"
_POINT = rf"(?:(?:(?P<{{0}}n>{MONTH_PATTERN})\b\.?\s*|(?P<{{0}}m>0?[1-9]|1[0-2])\s?[/.-]\s?)?(?P<{{0}}y>{_YEAR})(?!\d))"
_NOW = (
    r"(?:aujourd'?\s?hui|a ce jour|ce jour|present|now|today|current|currently|till date|to date|date|heden|nu|vandaag"
    r"|heute|jetzt|maintenant|actuel\w*|en cours|ongoing|lopend|\.{3}|…)"
)
_TO = r"\s*(?:-+|–|—|->|→|/|\b(?:a|au|tot|t/m|to|till|until|bis|jusqu'?(?:en|a)|en)\b)?\s*"
_SPAN = re.compile(
    rf"(?<![\d/.])(?P<since>\b(?:depuis|since|sinds|seit|des)\s+(?:le\s+)?)?{_POINT.format('a')}"
    rf"(?:{_TO}(?:(?P<now>{_NOW})(?!\w)|{_POINT.format('b')})|\s?[-–/]\s?(?P<short>\d{{2}})(?![\d/])"
    r"|(?P<open>\s?[-–](?=\s*(?:$|[;,.:)\n]|[^\W\d_]))))?"
)


@dataclass(frozen=True, slots=True)
class Period:
    """One length or span found in a text, at ``start``..``end`` of its folded form.

    ``years`` is its length. Of a span by months both ends count; a span by years alone is the difference of its years
    (half a year within one year); one that still runs counts whole years up to today.
    """

    start: int
    end: int
    years: float
    first: date | None = None
    last: date | None = None

    @property
    def dated(self) -> bool:
        """Whether dates were given, not a length."""
        return self.first is not None


def read_years(text: str) -> float | None:
    """Read a cell that gives a number of years: ``3``, ``2,5``, ``6 mois``, ``5+``, ``env. 6``, ``10 + 1``, ``aucune``.

    Returns:
        Years, or ``None`` where the cell is no clear number of them (``2x``) or more than anybody has worked.
    """
    plain = fold(text).strip()
    if re.match(
        r"(?:aucune?|geen|none|keine|sans experience|zonder|no experience|debutant|starter|niet vereist)\b", plain
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
    """Return the lengths and spans in a folded text, in order, none within another; a bare year is no period."""
    spans = [period for match in _SPAN.finditer(folded) if (period := _span(match, today)) is not None]
    lengths = [period for match in _LENGTH.finditer(folded) if (period := _length(match, folded)) is not None]
    clear = [item for item in lengths if not any(span.start < item.end and item.start < span.end for span in spans)]
    return sorted((*spans, *clear), key=lambda period: period.start)


def _leading_years(plain: str) -> float | None:
    approximate = (
        r"(?:env\.?(?:iron)?|environ|ca\.?|circa|about|approx\.?|ongeveer|etwa|plus de|meer dan|more than|over"
    )
    approximate += r"|min\.?(?:imum)?|au moins|minstens|at least|mindestens|[~±><≥+/-]+)\s*"
    rest = re.sub(rf"^(?:{approximate})+", "", plain) if not re.match(r"-\s*\d", plain) else plain
    match = _LENGTH.match(rest)
    if match and (period := _length(match, rest)) is not None:
        return period.years
    number = re.match(r"(\d{1,3}(?:[.,]\d{1,2})?)(?:\s?(?:-|–|a|tot|to|bis)\s?\d{1,2})?\s?\+?(?![\w.,/-])", rest)
    return read_number(number[1]) if number else None


def _length(match: re.Match[str], folded: str) -> Period | None:
    count = _count(match["n"])
    if match["y"]:
        years = (
            count
            + (0.5 if match["half"] or match["anda"] else 0)
            + (_count(match["extra"]) / 12 if match["extra"] else 0)
        )
    else:
        years = count / (12 if match["m"] else 52)
    if years > LONGEST_CAREER or _AGE.search(folded[max(0, match.start() - 20) : match.start()]):
        return None
    return Period(match.start(), match.end(), round(years, 2))


def _count(text: str) -> float:
    return float(_NUMBER_WORDS.get(text, 0)) or float(text.replace(",", "."))


def _span(match: re.Match[str], today: date) -> Period | None:
    first_month, first_year = _month(match["an"], match["am"]), int(match["ay"])
    first = date(first_year, first_month or 1, 1)
    if match["now"] or match["open"] or (match["since"] and not match["by"] and not match["short"]):
        if first > today:
            return None
        running = (today.year - first.year) - ((today.month, today.day) < (first.month, first.day))
        return Period(match.start(), match.end(), float(running) or 0.5, first, None)
    if match["by"] is None and match["short"] is None:
        return None
    last_month = _month(match["bn"], match["bm"])
    last_year = int(match["by"]) if match["by"] else first_year // 100 * 100 + int(match["short"])
    last = date(last_year, last_month or 12, calendar.monthrange(last_year, last_month or 12)[1])
    if last < first:
        return None
    if first_month and last_month:
        years = round(((last_year - first_year) * 12 + last_month - first_month + 1) / 12, 2)
    else:
        years = float(last_year - first_year) or 0.5
    return Period(match.start(), match.end(), years, first, last)


def _month(name: str | None, number: str | None) -> int | None:
    return MONTHS[name] if name else int(number) if number else None
