"""Tells files about people from files about jobs, so that nobody's data is loaded as a vacancy."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from matcher.errors import UnreadableFileError
from matcher.intake.arrivals import Arrival
from matcher.intake.candidate_columns import CANDIDATE_LEXICON, CandidateColumn
from matcher.intake.json_resume import is_resume
from matcher.intake.table_records import read_table
from matcher.intake.vacancy_columns import VACANCY_LEXICON, VacancyColumn

C, V = CandidateColumn, VacancyColumn

LOAD_AS_COHORT = "load it with matcher load cohort FILE --scheme NAME"
"""What to do with candidates that were sent as vacancies."""

_IDENTITY = frozenset({C.BIRTH_DATE, C.GENDER, C.NATIONALITY})
_NAMES = frozenset({C.NAME, C.FAMILY_NAME, C.GIVEN_NAME})
_CONTACTS = frozenset({C.EMAIL, C.PHONE})
_ONLY_VACANCIES = frozenset({V.EMPLOYER, V.OPENINGS, V.WAGE, V.CONTRACT, V.CLOSES, V.OPENS, V.POSTINGS})
_SAID_OF_JOBS = _ONLY_VACANCIES - {V.OPENS} | {
    *(V.ESSENTIAL_SKILLS, V.OPTIONAL_SKILLS, V.HOURS, V.FULL_TIME, V.SEAT, V.VKS, V.COMMITTEE, V.SCALE, V.TRANSFER),
}
_ONLY_CANDIDATES = frozenset({C.NAME, C.FAMILY_NAME, C.BIRTH_DATE})
_FEWEST_OF_JOBS = 2
_MOST_LOOKED_AT = 200


def describe_people(headings: Iterable[str]) -> bool:
    """Tell whether headings are those of people: a birth date, facts of identity, or names where no job is offered."""
    texts = list(headings)
    named = {column for text in texts if (column := CANDIDATE_LEXICON.exact(text))}
    if C.BIRTH_DATE in named or len(named & _IDENTITY) > 1 or (named & _IDENTITY and named & (_NAMES | _CONTACTS)):
        return True
    offered = {VACANCY_LEXICON.exact(text) for text in texts} & _ONLY_VACANCIES
    return bool(named & _NAMES) and not offered


def describe_jobs(headings: Iterable[str]) -> bool:
    """Tell whether headings are those of jobs that are offered: three that only vacancies have, and nobody's name."""
    texts = list(headings)
    offered = {VACANCY_LEXICON.exact(text) for text in texts} & _SAID_OF_JOBS
    named = {CANDIDATE_LEXICON.exact(text) for text in texts}
    return len(offered) > _FEWEST_OF_JOBS and not named & _ONLY_CANDIDATES


def is_person(record: Any) -> bool:
    """Tell whether an object of JSON describes a person."""
    return isinstance(record, dict) and (is_resume(record) or describe_people(record))


def refuse_people(arrival: Arrival) -> None:
    """Raise :class:`UnreadableFileError` where a file is a table of people."""
    try:
        headers = [CANDIDATE_LEXICON.header(sheet) for sheet in read_table(arrival, CANDIDATE_LEXICON)]
    except UnreadableFileError:
        return
    for header in headers:
        if header and len(header.columns) > 1 and describe_people(heading.text for heading in header.headings):
            raise holds_candidates(arrival.place)


def refuse_people_in(documents: Iterable[Any], place: str) -> None:
    """Raise :class:`UnreadableFileError` where a document of JSON that holds no vacancies describes people."""
    waiting = list(documents)[:_MOST_LOOKED_AT]
    for _ in range(_MOST_LOOKED_AT):
        if not waiting:
            return
        part = waiting.pop(0)
        if is_person(part):
            raise holds_candidates(place)
        # An object within an object is a part of it, such as the firm that offers a job; only lists hold records.
        inner = part if isinstance(part, list) else part.values() if isinstance(part, dict) else ()
        lists = (value for value in inner if isinstance(part, list) or isinstance(value, list))
        waiting += list(islice(lists, _MOST_LOOKED_AT))


def holds_vacancies(place: str) -> UnreadableFileError:
    """Return the error for vacancies that were sent as candidates."""
    return UnreadableFileError(f"{place} holds vacancies, not candidates; load it with matcher load vacancies FILE.")


def holds_candidates(place: str) -> UnreadableFileError:
    """Return the error for candidates that were sent as vacancies."""
    return UnreadableFileError(f"{place} holds candidates, not vacancies; {LOAD_AS_COHORT}.")
