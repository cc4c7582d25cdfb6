"""What a vacancy says of pay: under the minimum wage, none at all, what was earned before, equal pay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from matcher.records import Answer, Reason, Vacancy, VacancyWarning, Wage, WagePeriod
from matcher.vacancy_checks.clauses import Clause, folded_clause
from matcher.vacancy_checks.kinds import Check
from matcher.vacancy_checks.phrases import phrases, vocabulary
from taxonomies.belgium.wage_floors import FULL_TIME_HOURS, LONGEST_WEEK, WageFloor, floor_on, last_floor_before

_MONTHS, _WEEKS = 12, 52


def check_pay(vacancy: Vacancy, as_of: date) -> Iterator[VacancyWarning]:
    """Yield what is to say of the wage of a vacancy on a day, and the note on equal pay."""
    if vacancy.wage is None:
        yield VacancyWarning(
            Check.WAGE_STATED,
            Answer.UNKNOWN,
            Reason("fair.wage.not_stated"),
            vocabulary("wages")["stated"]["source"],
            remedy=Reason("fair.wage.state_it"),
        )
    elif vacancy.workplace is None or vacancy.workplace.country in (None, "BE"):
        yield from _floor(vacancy, vacancy.wage, as_of)
    yield _equal_pay(vacancy)


def check_history(clauses: Iterable[Clause]) -> Iterator[VacancyWarning]:
    """Yield one warning where the vacancy asks what somebody earned before."""
    found: dict[str, None] = {}
    for clause in clauses:
        spared = any(phrases("history", "spared", name).search(clause.folded) for name in ("compared", "negation"))
        if not spared:
            hits = phrases("history", "asked").finditer(clause.folded)
            found |= dict.fromkeys(clause.words(*hit.span()) for hit in hits)
    if found:
        yield VacancyWarning(
            Check.PAY_HISTORY,
            Answer.UNKNOWN,
            Reason("fair.history"),
            vocabulary("history")["source"],
            tuple(found),
            Reason("fair.history_remedy"),
        )


def monthly_range(wage: Wage, hours: float | None, *, full_time: bool | None) -> tuple[float, float]:
    """Return the least and the most that a wage can be for a month of full-time work, in its currency.

    Both are the same where enough is known. ``hours`` are those of a week; part-time pay is brought to
    :data:`FULL_TIME_HOURS`, and an hourly wage lies between what that week and the longest one give.
    """
    if wage.period is WagePeriod.HOUR:
        if hours is None or full_time is None:
            return wage.minimum * FULL_TIME_HOURS * _WEEKS / _MONTHS, wage.minimum * LONGEST_WEEK * _WEEKS / _MONTHS
        week = hours if full_time else FULL_TIME_HOURS
        return (wage.minimum * week * _WEEKS / _MONTHS,) * 2
    month = wage.minimum / _MONTHS if wage.period is WagePeriod.YEAR else wage.minimum
    if full_time:
        return month, month
    if hours is not None:
        share = min(hours, FULL_TIME_HOURS) / FULL_TIME_HOURS
        return month / share, month / share
    return month, float("inf")  # half a month's work may stand behind it: more than this, nobody knows how much


def _floor(vacancy: Vacancy, wage: Wage, as_of: date) -> Iterator[VacancyWarning]:
    floor = floor_on(as_of)
    known = floor or last_floor_before(as_of)
    if known is None or wage.currency != "EUR":
        code = "fair.wage.no_floor" if known is None else "fair.wage.currency"
        yield _about_floor(code, Answer.UNKNOWN, None, (("day", as_of.isoformat()), ("currency", wage.currency)))
        return
    hours, full_time = _working_time(vacancy)
    least, most = monthly_range(wage, hours, full_time=full_time)
    values = (
        ("stated", f"{wage.minimum:.2f}"),
        ("monthly", f"{least:.2f}"),
        ("floor", f"{known.amount:.2f}"),
        ("since", known.valid_from.isoformat()),
        ("until", known.valid_to.isoformat() if known.valid_to else "?"),
    )
    if most < known.amount:
        yield _below(known, values, expired=floor is None)
    elif least < known.amount or (wage.period is WagePeriod.HOUR and least != most):
        yield _about_floor("fair.wage.hours_missing", Answer.UNKNOWN, known, values, Reason("fair.wage.say_hours"))
    elif floor is None:
        yield _about_floor("fair.wage.above_last_known", Answer.UNKNOWN, known, values)


def _below(known: WageFloor, values: tuple[tuple[str, str], ...], *, expired: bool) -> VacancyWarning:
    code, answer = ("below_last_known", Answer.UNKNOWN) if expired else ("below", Answer.NO)
    return _about_floor(f"fair.wage.{code}", answer, known, values, Reason("fair.wage.raise_it"))


def _about_floor(
    code: str,
    answer: Answer,
    floor: WageFloor | None,
    values: tuple[tuple[str, str], ...],
    remedy: Reason | None = None,
) -> VacancyWarning:
    source = vocabulary("wages")["floor"]["source"]
    if floor is not None:
        source = f"{source}: {floor.source}, checked on {floor.checked_on}"
    return VacancyWarning(Check.WAGE_FLOOR, answer, Reason(code, values), source, (), remedy)


def _working_time(vacancy: Vacancy) -> tuple[float | None, bool | None]:
    """Return the hours a week and whether they are all there are, as far as the vacancy tells."""
    contract = folded_clause(vacancy.contract or "").folded
    part_time = vacancy.full_time is False or bool(phrases("wages", "part_time").search(contract))
    if part_time:
        return vacancy.hours, False
    if vacancy.full_time is None and vacancy.hours is not None:
        return vacancy.hours, vacancy.hours >= FULL_TIME_HOURS
    return vacancy.hours, vacancy.full_time


def _equal_pay(vacancy: Vacancy) -> VacancyWarning:
    source = vocabulary("wages")["equal_pay"]["source"]
    if vacancy.joint_committee:
        reason = Reason("fair.pay.equal", (("committee", vacancy.joint_committee),))
    else:
        reason = Reason("fair.pay.committee_unknown")
    return VacancyWarning(Check.EQUAL_PAY, Answer.UNKNOWN, reason, source, remedy=Reason("fair.pay.compare"))
