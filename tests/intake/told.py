"""What the words of a vacancy told, as short lines that a table of cases can hold."""

from __future__ import annotations

from dataclasses import fields

from matcher.intake.vacancy_wording import VacancyTold
from matcher.records import Wage


def skills(told: VacancyTold) -> str:
    """Return the skills, welcome ones with a question mark."""
    return "; ".join(f"{item.text}{'' if item.essential else '?'}" for item in told.requirements)


def languages(told: VacancyTold) -> str:
    """Return the languages with their level, welcome ones with a question mark."""
    return " ".join(f"{item.language}:{item.cefr or '-'}{'' if item.essential else '?'}" for item in told.languages)


def wage(pay: Wage | None) -> str:
    """Return a wage such as ``2800-3400 EUR/month total``."""
    if pay is None:
        return ""
    amount = f"{pay.minimum:g}" + (f"-{pay.maximum:g}" if pay.maximum else "")
    return f"{amount} {pay.currency}/{pay.period.value}" + (f" {pay.basis.value}" if pay.basis else "")


def in_full(told: VacancyTold) -> dict[str, object]:
    """Return every field that is told, those of several parts in words."""
    found: dict[str, object] = {field.name: getattr(told, field.name) for field in fields(told)}
    found |= {
        "requirements": skills(told),
        "languages": languages(told),
        "wage": wage(told.wage),
        "place": region(told),
    }
    return {name: value for name, value in found.items() if value not in (None, "", ())}


def region(told: VacancyTold) -> str:
    """Return the place and its Region."""
    return f"{told.place.name}, {told.place.region}" if told.place else ""
