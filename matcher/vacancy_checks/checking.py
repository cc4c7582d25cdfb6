"""All checks of a vacancy, in their order."""

from __future__ import annotations

from datetime import date

from matcher.records import Vacancy, VacancyWarning
from matcher.vacancy_checks.clauses import clauses_of
from matcher.vacancy_checks.fees import check_fees
from matcher.vacancy_checks.grounds import check_wording
from matcher.vacancy_checks.languages import check_languages
from matcher.vacancy_checks.titles import check_title
from matcher.vacancy_checks.wages import check_history, check_pay


def check_vacancy(vacancy: Vacancy, as_of: date) -> tuple[VacancyWarning, ...]:
    """Return what in a vacancy is not fair, or may not be, on a day; notes come last.

    The words found are the vacancy's own. What is not known, such as a minimum wage after the last row of its table,
    is said to be unknown. Nothing is changed, and no vacancy is refused for it.
    """
    clauses = clauses_of(vacancy)
    pay = tuple(check_pay(vacancy, as_of))
    return (
        *check_fees(vacancy, clauses, as_of),
        *pay[:-1],
        *check_history(clauses),
        *check_languages(vacancy, clauses),
        *check_wording(clauses),
        *check_title(vacancy, clauses),
        *pay[-1:],
    )
