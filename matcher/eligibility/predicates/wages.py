"""The test of a vacancy's wage against the amounts of a permit."""

from __future__ import annotations

from matcher.eligibility.facts import VacancyFacts
from matcher.eligibility.setting import Setting, Value, money, no, say, unknown, yes
from matcher.eligibility.wage_bounds import wage_bounds
from matcher.records import Finding, Reason, Vacancy, WagePeriod
from taxonomies.belgium.dated import as_of
from taxonomies.belgium.rows import Amount, Condition

_HALF_A_CENT = 0.005
FULL_WEEK = 40.0
"""Hours of a full-time week, for wages that may be stated for full-time work; the longer, the more is left unknown."""
_PART_TIME = 35.0  # fewer hours a week are called part-time work here


def wage_at_least(facts: VacancyFacts, test: Condition, setting: Setting) -> Finding:
    """Compare the gross wage with the amount of a category on the day; between bounds the answer is unknown."""
    category = test.text("category")
    name = say(f"category.{category}")
    rows = [row for row in setting.tables.amounts if (row.authority, row.category) == (setting.authority, category)]
    known = as_of(rows, setting.day)
    if known.row is None or known.row.amount is None or not known.row.verified:
        return _amount_missing(name, known.row, known.last)
    return _compared(facts.vacancy, name, known.row, known.row.amount)


def _compared(vacancy: Vacancy, name: Reason, row: Amount, amount: float) -> Finding:
    per, needed = say(f"per.{row.per}"), money(amount)
    remedy = say("pay", amount=needed, per=per)
    if vacancy.wage is None:
        return unknown("wage_missing", say("ask_wage", amount=needed, per=per), category=name)
    bounds = wage_bounds(vacancy.wage, row.per, row.counts, vacancy.hours)
    if bounds is not None and _may_be_part_time(vacancy):  # adverts often state what full-time work would pay
        bounds = bounds.times((vacancy.hours or 0.0) / FULL_WEEK, 1)
    if bounds is None:
        return unknown("wage_currency", remedy, currency=vacancy.wage.currency)
    words: dict[str, Value] = {"category": name, "amount": needed, "per": per}
    if bounds.low >= amount - _HALF_A_CENT:
        return yes("wage_enough", wage=money(bounds.low), **words)
    if bounds.high < amount - _HALF_A_CENT:
        return no("wage_under", remedy, wage=money(bounds.high), **words)
    if vacancy.wage.period is WagePeriod.HOUR and vacancy.hours is None:
        return unknown("hours_missing", say("ask_hours"), category=name)
    return unknown("wage_between", remedy, low=money(bounds.low), high=money(bounds.high), **words)


def _may_be_part_time(vacancy: Vacancy) -> bool:
    by_hour = vacancy.wage is not None and vacancy.wage.period is WagePeriod.HOUR
    few = vacancy.hours is not None and vacancy.hours < _PART_TIME
    return not by_hour and (few or vacancy.full_time is False)


def _amount_missing(name: Reason, row: Amount | None, last: Amount | None) -> Finding:
    ask = say("ask_authority")
    if row is None and last is not None and last.amount is not None and last.valid_to:
        words: dict[str, Value] = {
            "amount": money(last.amount),
            "per": say(f"per.{last.per}"),
            "until": last.valid_to.isoformat(),
        }
        return unknown("amount_expired", ask, category=name, **words)
    return unknown("amount_not_found", ask, category=name)
