"""Objects of JSON whose names are the headings of our own table."""

from __future__ import annotations

from typing import Any

from matcher.intake.html_pages import text_of_html
from matcher.intake.json_days import day_text
from matcher.intake.json_documents import leaves, text_of
from matcher.intake.people import is_person
from matcher.intake.vacancy_columns import REPEATABLE, VACANCY_LEXICON, VacancyColumn
from matcher.intake.vacancy_dossiers import VacancyDossier, VacancyEntry
from matcher.records import Source

V = VacancyColumn
Record = dict[str, Any]

_DAYS = (V.OPENS, V.CLOSES, V.STARTS)


def is_named(record: Record) -> bool:
    """Tell whether an object has a title and at least one other fact, under headings of our table, and is nobody."""
    found = {column for name in record if (column := VACANCY_LEXICON.exact(name))}
    return V.TITLE in found and len(found) > 1 and not is_person(record)


def read_named(record: Record, source: Source) -> VacancyEntry:
    """Read one vacancy."""
    headings: dict[VacancyColumn, str] = {}
    for name in record:
        if (column := VACANCY_LEXICON.exact(name)) is not None:
            headings.setdefault(column, name)
    dossier = VacancyDossier(source, headings)
    for name, value in record.items():
        column = VACANCY_LEXICON.exact(name)
        if column is None or (isinstance(value, dict) and column is not V.PLACE):
            dossier.keep_all(leaves(value, name))
        else:
            _tell(dossier, column, name, value)
    return dossier.entry()


def _tell(dossier: VacancyDossier, column: VacancyColumn, name: str, value: Any) -> None:
    if column in (V.ESSENTIAL_SKILLS, V.OPTIONAL_SKILLS) and isinstance(value, list):
        for _, text in leaves(value):
            dossier.requirement(name, text, essential=column is V.ESSENTIAL_SKILLS)
    elif column in _DAYS:
        dossier.tell(column, name, day_text(value))
    elif column in REPEATABLE:
        for _, text in leaves(value):
            dossier.tell(column, name, text_of_html(text) if column is V.DESCRIPTION else text)
    else:
        dossier.tell(column, name, text_of(value) or "; ".join(text for _, text in leaves(value)))
