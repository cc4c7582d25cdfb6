"""What a vacancy is checked for."""

from __future__ import annotations

from enum import StrEnum

from matcher.records import Answer, VacancyWarning


class Check(StrEnum):
    """The checks, in the order in which they are shown."""

    FEE = "fee"
    WAGE_FLOOR = "wage_floor"
    WAGE_STATED = "wage_stated"
    PAY_HISTORY = "pay_history"
    LANGUAGE = "language"
    WORDING = "wording"
    TITLE = "title"
    EQUAL_PAY = "equal_pay"


NOTES = frozenset(
    {
        "fair.wage.above_last_known",
        "fair.wage.hours_missing",
        "fair.wage.no_floor",
        "fair.wage.currency",
        "fair.title.unmarked",
        "fair.pay.equal",
        "fair.pay.committee_unknown",
    }
)
"""Reasons that tell what is not known or good to know, where nothing in the vacancy is wrong."""


def is_note(warning: VacancyWarning) -> bool:
    """Tell a note from a warning: something to know, about which nothing in the vacancy is wrong."""
    return warning.answer is not Answer.NO and warning.reason.code in NOTES
