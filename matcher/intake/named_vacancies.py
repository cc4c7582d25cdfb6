"""Objects of JSON whose names are the headings of our own table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from matcher.errors import UnreadableFileError
from matcher.intake.candidate_columns import CANDIDATE_LEXICON, CandidateColumn
from matcher.intake.html_pages import text_of_html
from matcher.intake.json_days import day_text
from matcher.intake.json_documents import leaves, text_of
from matcher.intake.json_resume import is_resume
from matcher.intake.vacancy_columns import REPEATABLE, VACANCY_LEXICON, VacancyColumn
from matcher.intake.vacancy_dossiers import VacancyDossier, VacancyEntry
from matcher.records import Source

V = VacancyColumn
C = CandidateColumn
Record = dict[str, Any]

IDENTITY = frozenset({C.BIRTH_DATE, C.GENDER, C.NATIONALITY})
"""What no vacancy says of anybody."""

LOAD_AS_COHORT = "load it with matcher load cohort FILE --scheme NAME"
"""What to do with candidates that were sent as vacancies."""

_NAMES = frozenset({C.NAME, C.FAMILY_NAME, C.EMAIL, C.PHONE})
_DAYS = (V.OPENS, V.CLOSES, V.STARTS)
_MOST_LOOKED_AT = 50


def is_named(record: Record) -> bool:
    """Tell whether an object has a title and at least one other fact, under headings of our table, and is nobody."""
    found = {column for name in record if (column := VACANCY_LEXICON.exact(name))}
    return V.TITLE in found and len(found) > 1 and not _is_person(record)


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


def refuse_candidates(documents: Iterable[Any], place: str) -> None:
    """Raise :class:`UnreadableFileError` where a document that holds no vacancies describes people."""
    waiting = list(documents)
    for _ in range(_MOST_LOOKED_AT):
        if not waiting:
            return
        part = waiting.pop(0)
        if isinstance(part, dict) and (is_resume(part) or _is_person(part)):
            raise UnreadableFileError(f"{place} holds candidates, not vacancies; {LOAD_AS_COHORT}.")
        inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
        waiting += [value for value in inner if isinstance(value, dict | list)][:_MOST_LOOKED_AT]


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


def _is_person(record: Record) -> bool:
    found = {column for name in record if (column := CANDIDATE_LEXICON.exact(name))}
    return len(found & IDENTITY) > 1 or (bool(found & IDENTITY) and bool(found & _NAMES))
