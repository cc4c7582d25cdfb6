"""A stated wage as the lowest and highest amount that it may come to in the terms of a rule."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.records import Wage, WageBasis, WagePeriod

MOST_MONTHS = 13.92
"""Most monthly wages that a Belgian year pays: twelve, a thirteenth, and double holiday pay of 0.92.

Unverified, general knowledge. It widens the band in which the answer is unknown; a no means that even so it is too low.
"""
LONGEST_WEEK = 48.0
"""Hours of the longest full-time week; with it an hourly wage that reaches no amount in any week is told apart."""
WEEKS = 52


@dataclass(frozen=True, slots=True)
class WageBounds:
    """What a wage comes to at least and at most (euro a period); equal where nothing is open."""

    low: float
    high: float

    def times(self, low: float, high: float) -> WageBounds:
        """Return the bounds multiplied."""
        return WageBounds(self.low * low, self.high * high)


def wage_bounds(wage: Wage, per: str, counts: str, hours: float | None) -> WageBounds | None:
    """Return what a wage comes to in the terms of a rule, or ``None`` where its currency cannot be compared.

    Args:
        wage: as stated, gross.
        per: year or month, of the rule.
        counts: base where the rule counts base pay alone; most where some benefits may count as well.
        hours: hours a week, for an hourly wage; without them, or with more than a week can have, only an upper bound
            is known.
    """
    if wage.currency != "EUR":
        return None
    stated = WageBounds(wage.minimum, wage.maximum or wage.minimum)
    monthly_base = _monthly_base(stated, wage, hours if hours is None or hours <= LONGEST_WEEK else None)
    if counts == "base":
        return monthly_base if per == "month" else monthly_base.times(12, 12)
    year = _year_with_benefits(stated, wage) if wage.period is WagePeriod.YEAR else monthly_base.times(12, MOST_MONTHS)
    return year if per == "year" else year.times(1 / 12, 1 / 12)


def _year_with_benefits(stated: WageBounds, wage: Wage) -> WageBounds:
    """Return what a yearly wage comes to where benefits may count: like for like where nobody said what it holds."""
    most = MOST_MONTHS / 12
    if wage.basis is WageBasis.BASE:
        return stated.times(1, most)
    return stated.times(1 / most, 1) if wage.basis is WageBasis.TOTAL else stated


def _monthly_base(stated: WageBounds, wage: Wage, hours: float | None) -> WageBounds:
    """Return the base pay of a month: a year may hold more than twelve of them, a total more than base pay."""
    most = MOST_MONTHS / 12
    if wage.period is WagePeriod.HOUR:
        week = (hours, hours) if hours is not None else (0.0, LONGEST_WEEK)
        month = stated.times(week[0] * WEEKS / 12, week[1] * WEEKS / 12)
        return month if wage.basis is not WageBasis.TOTAL else month.times(1 / most, 1)
    if wage.period is WagePeriod.MONTH:
        return stated if wage.basis is not WageBasis.TOTAL else stated.times(1 / most, 1)
    share = 1 / 12 if wage.basis is WageBasis.BASE else 1 / MOST_MONTHS
    return stated.times(share, 1 / 12)
