"""Years of calendars that are not the common one: told apart, so that they are never misread as common years.

A year of the Ethiopian calendar reads like a common one (2010 E.C. began in September 2017), years of the two Hijri
calendars (1445 lunar, 1402 solar) like none. Their days are left as written: a conversion needs to know which calendar
was meant and the day of the year, which cells seldom say. A length between two years needs neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Calendar(StrEnum):
    """A calendar that is not the common one. ``HIJRI`` stands for either Hijri calendar where a text does not say."""

    ETHIOPIAN = "ethiopian"
    LUNAR_HIJRI = "lunar_hijri"
    SOLAR_HIJRI = "solar_hijri"
    HIJRI = "hijri"


@dataclass(frozen=True, slots=True)
class OtherDate:
    """A year or span of another calendar at ``start``..``end`` of a folded text; ``years`` is its length if sure."""

    start: int
    end: int
    calendar: Calendar
    years: float | None = None


# 354.37 days in 365.24.
_LUNAR_YEAR = 0.9702
_ETHIOPIAN_MONTH = (
    r"(?:meskerem|ti[kq]imt|hidar|tahsas|tir|yekatit|megabit|mi[yj]?azi?y?a|ginbot|sene|hamle|nehasse?|pagumen?"
    r"|መስከረም|ጥቅምት|ህዳር|ኅዳር|ታህሳስ|ጥር|የካቲት|መጋቢት|ሚያዝያ|ግንቦት|ሰኔ|ሐምሌ|ሀምሌ|ነሐሴ|ጳጉሜ)"
)
_SOLAR_MONTH = (
    r"(?:hamal|sawr|saur|jawza|jauza|saratan|sonbola|sunbula|mizan|aqrab|qaws|jadi|dalw|farvardin|ordibehesht|khordad"
    r"|mordad|shahrivar|mehr|aban|azar|bahman|esfand|حمل|ثور|جوزا|سرطان|اسد|سنبله|میزان|عقرب|قوس|جدی|دلو|حوت"
    r"|فروردین|اردیبهشت|خرداد|مرداد|شهریور|ابان|اذر|بهمن|اسفند)"
)
_TO = r"\s{0,4}(?:-+|–|—|/|\b(?:a|au|to|till|until|tot|bis|الي|الى|حتى|حتي|تا)\b)\s{0,4}"
_COMMON = r"(?:19|20)\d\d"
_ETHIOPIAN_MARK = r"[\s(]*(?:e\.\s?c\b\.?|ec\b|eth\. ?cal|ethiopian calendar|ዓ\.?\s?ም)"
_ETHIOPIAN = (
    re.compile(rf"(?<!\d)(?P<a>{_COMMON})(?:{_TO}(?P<b>{_COMMON}))?{_ETHIOPIAN_MARK}"),
    re.compile(
        rf"(?<![^\W\d_]){_ETHIOPIAN_MONTH}\s*(?:\d{{1,2}}\s*,?\s*)?(?P<a>{_COMMON})"
        rf"(?:{_TO}{_ETHIOPIAN_MONTH}\s*(?:\d{{1,2}}\s*,?\s*)?(?P<b>{_COMMON}))?(?!\d)"
    ),
)
_HIJRI_YEAR = r"1[34]\d\d"
_BEFORE_YEAR = r"(?:\d{1,2}[/.-]\d{1,2}[/.-]|\d{1,2}[/.-])?"
_AFTER_YEAR = r"(?:[/-]\d{1,2}[/-]\d{1,2}|[/-]\d{1,2}(?!\d))?"
_HIJRI = re.compile(
    rf"(?<![\d/.,-])(?P<since>\b(?:depuis|since|sinds|seit|منذ)\s+)?(?P<month>{_SOLAR_MONTH}\s+)?"
    rf"{_BEFORE_YEAR}(?P<a>{_HIJRI_YEAR}){_AFTER_YEAR}(?!\d)"
    rf"(?:{_TO}(?:{_SOLAR_MONTH}\s+)?{_BEFORE_YEAR}(?P<b>{_HIJRI_YEAR}){_AFTER_YEAR}(?!\d))?"
    r"(?:[\s(]*(?P<solar>(?:ه[\w\u200d]?\.?\s?)?ش(?!\w)|s\.?h\b|a\.?p\b|solar|شمسي|شمسی|خورشیدی)"
    r"|[\s(]*(?P<lunar>ه[\w\u200d]?\.?(?:\s?ق)?(?!\w)|a\.?h\b|h\b|hijri|hegir\w*|هجري\w?))?"
)
_FULL_DATE = re.compile(rf"{_HIJRI_YEAR}[/-]\d{{1,2}}[/-]\d{{1,2}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]{_HIJRI_YEAR}")


def find_other_dates(folded: str) -> list[OtherDate]:
    """Return the years and spans of other calendars in a folded text with western digits, in order.

    A number from 1300 to 1499 counts only where a span, a full date, a month or the mark of a calendar stands with it.
    """
    found = [
        OtherDate(match.start(), match.end(), Calendar.ETHIOPIAN, _length(match, 1.0))
        for pattern in _ETHIOPIAN
        for match in pattern.finditer(folded)
    ]
    found += [_hijri(match) for match in _HIJRI.finditer(folded) if _is_date(match)]
    kept: list[OtherDate] = []
    for item in sorted(found, key=lambda item: (item.start, -item.end)):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


def _is_date(match: re.Match[str]) -> bool:
    told = match["b"] or match["since"] or match["month"] or match["solar"] or match["lunar"]
    return bool(told or _FULL_DATE.search(match[0]))


def _hijri(match: re.Match[str]) -> OtherDate:
    if match["solar"] or match["month"]:
        return OtherDate(match.start(), match.end(), Calendar.SOLAR_HIJRI, _length(match, 1.0))
    if match["lunar"]:
        return OtherDate(match.start(), match.end(), Calendar.LUNAR_HIJRI, _length(match, _LUNAR_YEAR))
    return OtherDate(match.start(), match.end(), Calendar.HIJRI)


def _length(match: re.Match[str], year: float) -> float | None:
    """Return the years between two years, as spans of common years count them; ``None`` for a single one."""
    if not match["b"] or int(match["b"]) < int(match["a"]):
        return None
    return round((int(match["b"]) - int(match["a"])) * year, 2) or 0.5
