"""Fills what the fields of a vacancy do not say from its description; nothing that a field says is overridden."""

from __future__ import annotations

from dataclasses import fields as fields_of
from dataclasses import replace
from typing import Any

from matcher.intake.sheets import cell_text
from matcher.intake.vacancy_cells import VacancyFields
from matcher.intake.vacancy_columns import VacancyColumn
from matcher.intake.vacancy_wording import VacancyTold, read_vacancy_text
from matcher.records import Vacancy

V = VacancyColumn

# What the text may tell, the name of it in a vacancy where that is another, and the columns that say it themselves.
_FILLED_FROM: dict[str, tuple[str, tuple[VacancyColumn, ...]]] = {
    "employer": ("employer", (V.EMPLOYER,)),
    "requirements": ("requirements", (V.ESSENTIAL_SKILLS, V.OPTIONAL_SKILLS)),
    "languages": ("languages", (V.LANGUAGES,)),
    "openings": ("openings", (V.OPENINGS,)),
    "contract": ("contract", (V.CONTRACT,)),
    "wage": ("wage", (V.WAGE,)),
    "place": ("workplace", (V.PLACE, V.POSTCODE, V.REGION, V.NUTS)),
    "eqf": ("eqf", (V.EDUCATION,)),
    "years": ("years", (V.YEARS,)),
    "starts": ("starts", (V.STARTS,)),
    "closes": ("closes", (V.CLOSES,)),
    "hours": ("hours", (V.HOURS,)),
    "full_time": ("full_time", (V.FULL_TIME,)),
    "driving_licences": ("driving_licences", (V.LICENCE,)),
    "joint_committee": ("joint_committee", (V.COMMITTEE,)),
    "follows_scale": ("follows_scale", (V.SCALE,)),
}


def completed(vacancy: Vacancy, fields: VacancyFields) -> Vacancy:
    """Return a vacancy with what only its description tells; a last day before the first is not taken from a text."""
    if not vacancy.description:
        return vacancy
    told = read_vacancy_text(vacancy.description)
    found = {name: value for name, value in _open_to(told, fields).items() if value not in (None, ())}
    if vacancy.opens and "closes" in found and found["closes"] < vacancy.opens:
        del found["closes"]
    return replace(vacancy, **found) if found else vacancy


def _open_to(told: VacancyTold, fields: VacancyFields) -> dict[str, Any]:
    """Return what the text tells that no cell says anything of."""
    there = {part.name for part in fields_of(told)}
    return {
        field: getattr(told, name)
        for name, (field, columns) in _FILLED_FROM.items()
        if name in there and not any(_says(fields, column) for column in columns)
    }


def _says(fields: VacancyFields, column: VacancyColumn) -> bool:
    return any(cell_text(cell.value) for cell in fields.cells.get(column, ()))
