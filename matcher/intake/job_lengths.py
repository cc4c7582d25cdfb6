"""How long one job lasted and when, from the periods that its words name: seasonal work and separate stints apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from matcher.intake.periods import Period
from matcher.timeline import Stretch, merged, months_covered, stretch_between, stretch_of_job

_SEASONAL = re.compile(r"\b(?:saison\w*|seizoen\w*|season\w*|erntehelfer\w*|موسم\w*)")
_SEASONS_OF = re.compile(
    r"(?P<n>\d{1,2})\s*(?:saisons?|seizoenen|seasons?|campagnes|مواسم)\s*(?:(?:de|d'|of|van|von|a)\s*)?[:x(]?\s*$"
)
_OF_EXPERIENCE = re.compile(
    r"\s*(?:d'|de |of |an |in )?\s*(?:work |werk|berufs|professional |relevante? |professionele )?"
    r"(?:experience|ervaring|erfahrung|(?:من )?(?:ال)?خبرة)"
)
_EXPERIENCE_BEFORE = re.compile(
    r"(?:experience|ervaring|erfahrung|خبرة)\s*(?:professionnelle|totale|total)?\s*[:=]?\s*(?:de|of|van|von)?\s*$"
)


@dataclass(frozen=True, slots=True)
class Stint:
    """One stretch of a job: its length in years, its first and its last day, as far as they are known."""

    years: float | None = None
    start: date | None = None
    end: date | None = None


def read_stints(folded: str, periods: Sequence[Period]) -> tuple[Stint, ...]:
    """Return the stretches of the one job that a folded entry tells of, one at least, in order.

    Stretches part where time lies between their dates and no length is stated for all of them. Work by the season is
    as long as its months a year say; where they are not said, years of seasons have no known length and their dates
    are left to the words.
    """
    spans = [period for period in periods if period.dated] or [period for period in periods if period.since]
    stated = [period for period in periods if not period.dated and period not in spans]
    lengths = [_seasons(period, folded) or period.years for period in stated if not period.each]
    yearly = [period.years for period in stated if period.each]
    if yearly:
        years = _covered(spans) if spans else max(lengths, default=None)
        return (_stint(spans, None if years is None else round(max(years, 1.0) * _in_months(max(yearly)), 2)),)
    if _SEASONAL.search(folded) and not lengths and spans and _covered(spans) > 1:
        return (Stint(),)
    if lengths or not spans:
        return (_stint(spans, _agreed(max(lengths, default=None), spans)),)
    return tuple(_stint(group, _covered(group)) for group in _apart(spans))


def states_total(folded: str, periods: Sequence[Period]) -> bool:
    """Tell whether an entry gives a length of experience (``5 ans d'expérience``): it may hold the jobs beside it."""
    if len(periods) != 1 or periods[0].dated:
        return False
    only = periods[0]
    return bool(_OF_EXPERIENCE.match(folded, only.end) or _EXPERIENCE_BEFORE.search(folded[: only.start]))


def _stint(spans: Sequence[Period], years: float | None) -> Stint:
    start = min((span.first for span in spans if span.first), default=None)
    end = max((span.last for span in spans if span.last), default=None) if all(span.last for span in spans) else None
    return Stint(years, start, end)


def _agreed(longest: float | None, spans: Sequence[Period]) -> float | None:
    """Return the length of a job from the longest one stated ("5 ans dont 2 comme chef" is five) and its dates."""
    covered = _covered(spans) if spans else None
    if longest is None or covered is None:
        return covered if longest is None else longest
    return longest if abs(longest - covered) <= 1 else max(longest, covered)


def _covered(spans: Sequence[Period]) -> float:
    stretches = (stretch_of_job(span.first, span.last, span.years) for span in spans)
    return round(months_covered(stretch for stretch in stretches if stretch) / 12, 2)


def _apart(spans: Sequence[Period]) -> list[list[Period]]:
    """Group spans whose days touch or overlap, in order of time."""
    groups: list[list[Period]] = []
    for whole in merged(_days(span) for span in spans):
        group = [span for span in spans if whole[0] <= _days(span)[0] <= whole[1]]
        if groups and whole[0] - _days(groups[-1][-1])[1] < 1:
            groups[-1].extend(group)
        else:
            groups.append(group)
    return groups


def _days(span: Period) -> Stretch:
    if span.first and span.last:
        return stretch_between(span.first, span.last)
    return stretch_of_job(span.first, span.last, span.years) or (0.0, 0.0)


def _seasons(period: Period, folded: str) -> float | None:
    """Return the length of "3 saisons de 4 mois", or ``None`` where no number of seasons stands before a length."""
    before = _SEASONS_OF.search(folded[max(0, period.start - 30) : period.start])
    return round(int(before["n"]) * _in_months(period.years), 2) if before else None


def _in_months(years: float) -> float:
    """Return a length rounded to hundredths of a year as what it was in whole months, where it was some."""
    months = round(years * 12)
    return months / 12 if months and abs(years * 12 - months) < 0.1 else years
