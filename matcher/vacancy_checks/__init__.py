"""Fair recruitment: what in a vacancy breaks a rule or may, with the rule and the words found."""

from matcher.vacancy_checks.checking import check_vacancy
from matcher.vacancy_checks.kinds import Check, is_note

__all__ = ["Check", "check_vacancy", "is_note"]
