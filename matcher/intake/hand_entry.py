"""One person entered or changed by hand: the same fields and the same checks as a row of a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from matcher.errors import UsageError
from matcher.intake.candidate_columns import CandidateColumn
from matcher.intake.candidates import (
    CandidateFields,
    CohortContext,
    build_candidate,
    read_candidate,
    require_something,
)
from matcher.intake.fields import Fields, NamedCell
from matcher.intake.recognitions import COLUMNS, placed
from matcher.intake.status_steps import STEPS_OF
from matcher.records import (
    Candidate,
    Education,
    Extra,
    Leg,
    LegalStatus,
    Person,
    ProfessionalProfile,
    Source,
    StatusEvent,
)
from taxonomies.wording import fold

C = CandidateColumn
Part = TypeVar("Part", Person, LegalStatus, ProfessionalProfile)
RECOGNITION_COLUMNS = frozenset({*COLUMNS, C.RECOGNITION_DATE, C.RECOGNITION_AUTHORITY})
_COMPLETING: Mapping[CandidateColumn, frozenset[CandidateColumn]] = {
    C.RECOGNITION_DATE: frozenset(COLUMNS),
    C.RECOGNITION_AUTHORITY: frozenset(COLUMNS),
    C.DECISION_DATE: frozenset({C.DECISION}),
    C.SITUATION_ON: frozenset({C.DECISION, C.LABOUR_CARD}),
    C.LABOUR_CARD_DATE: frozenset({C.LABOUR_CARD}),
}
BY_HAND = Source("entered by hand")

_SETS: Mapping[str, frozenset[CandidateColumn]] = {
    "name": frozenset({C.NAME, C.FAMILY_NAME, C.GIVEN_NAME}),
    "gender": frozenset({C.GENDER}),
    "email": frozenset({C.EMAIL}),
    "phone": frozenset({C.PHONE}),
    "nationality": frozenset({C.NATIONALITY}),
    "birth_date": frozenset({C.BIRTH_DATE}),
    "residence_status": frozenset({C.RESIDENCE_STATUS}),
    "events": frozenset(STEPS_OF),
    "occupations": frozenset({C.OCCUPATION}),
    "skills": frozenset({C.SKILLS}),
    "experience": frozenset({C.EXPERIENCE, C.YEARS}),
    "education": frozenset({C.EDUCATION, C.NATIONAL_LEVEL, *RECOGNITION_COLUMNS}),
    "languages": frozenset({C.LANGUAGES}),
    "summary": frozenset({C.SUMMARY}),
    "wishes": frozenset({C.WISHES}),
    "available": frozenset({C.AVAILABLE}),
    "regions": frozenset({C.REGIONS}),
    "leg": frozenset({C.ORIGIN, C.DESTINATION}),
}
"""Which entered fields replace which part of a record."""


def entered(
    values: Mapping[str, str | Sequence[str]], context: CohortContext, key: str
) -> tuple[CandidateFields, Candidate]:
    """Return the candidate entered, and the fields with whatever is wrong with them.

    Args:
        values: field names to text or several texts.
        context: the scheme, its leg and today.
        key: the reference where none was entered.

    Raises:
        UsageError: a field that no candidate has.
    """
    fields = _fields({C.KEY.value: key, **values})
    return fields, build_candidate(fields, context)


def amended(
    held: Candidate, values: Mapping[str, str | Sequence[str]], today: date
) -> tuple[CandidateFields, Candidate]:
    """Return a candidate with the fields entered in place of what was held; an empty text clears a field.

    The profile returned is in the words stated, not yet masked.

    Raises:
        UsageError: a field that no candidate has, nothing entered, or another reference.
    """
    fields = _fields(values)
    if not fields.cells:
        raise UsageError(f"Nothing to change was given: name a field, one of {', '.join(C)}.")
    if C.KEY in fields.cells:
        raise UsageError("The reference of a candidate cannot be changed: it is how the next file finds them again.")
    _refuse_halves(held, fields)
    said = read_candidate(fields, CohortContext(held.scheme, held.leg, today))
    changed = {name for name, columns in _SETS.items() if columns & fields.cells.keys()}
    stated = held.stated or held.profile
    profile = _merged(stated, replace(said.profile, education=_education(stated, said.profile, fields)), changed)
    require_something(fields, profile)
    return fields, replace(
        held,
        source=BY_HAND,
        person=_merged(held.person, said.person, changed),
        status=_merged(held.status, replace(said.status, events=_events(held, said, fields)), changed),
        profile=profile,
        leg=_leg(held, said, fields),
        extra=_extra(held.extra, fields),
        stated=None,
    )


def _fields(values: Mapping[str, str | Sequence[str]]) -> CandidateFields:
    cells: dict[CandidateColumn, tuple[NamedCell, ...]] = {}
    for name, value in values.items():
        try:
            column = CandidateColumn(name)
        except ValueError as error:
            raise UsageError(f"A candidate has no field {name!r}: choose one of {', '.join(C)}.") from error
        texts = (value,) if isinstance(value, str) else tuple(value)
        cells[column] = tuple(NamedCell(name, text) for text in texts)
    return Fields(BY_HAND, cells, headings={column: column.value for column in C})


def _merged(held: Part, said: Part, changed: set[str]) -> Part:
    return replace(held, **{name: getattr(said, name) for name in changed if hasattr(said, name)})


def _events(held: Candidate, said: Candidate, fields: CandidateFields) -> tuple[StatusEvent, ...]:
    """Return the steps entered in place of those that the same fields tell of; the other steps stay."""
    telling = fields.cells.keys() - _COMPLETING.keys()
    told = {step.value for column, steps in STEPS_OF.items() if column in telling for step in steps}
    kept = (event for event in held.status.events if event.kind not in told)
    return tuple(sorted((*kept, *said.status.events), key=lambda event: event.on))


def _education(
    stated: ProfessionalProfile, said: ProfessionalProfile, fields: CandidateFields
) -> tuple[Education, ...]:
    """Return the courses entered, those without a recognition entered keeping what was decided of them.

    Recognitions entered without courses stand with the courses held.
    """
    given = fields.cells.keys()
    if C.EDUCATION not in given:
        kept = _cleared(stated.education, fields)
        # What was read without a course stands in one made of the words entered.
        if not kept or not said.education:
            return kept or said.education
        (entered,) = said.education
        return placed(kept, entered.recognitions, entered.national_level)
    if given & RECOGNITION_COLUMNS:
        return said.education
    held = {fold(course.text): course for course in stated.education}
    return tuple(_with_decided(course, held.get(fold(course.text))) for course in said.education)


def _with_decided(course: Education, before: Education | None) -> Education:
    if before is None:
        return course
    level = course.national_level or before.national_level
    return replace(course, national_level=level, recognitions=before.recognitions)


def _cleared(courses: tuple[Education, ...], fields: CandidateFields) -> tuple[Education, ...]:
    """Return the courses without what is entered anew."""
    if fields.cells.keys() & RECOGNITION_COLUMNS:
        courses = tuple(replace(course, recognitions=()) for course in courses)
    if C.NATIONAL_LEVEL in fields.cells:
        courses = tuple(replace(course, national_level=None) for course in courses)
    return courses


def _leg(held: Candidate, said: Candidate, fields: CandidateFields) -> Leg | None:
    entered_texts = [fields.text(column) for column in _SETS["leg"] if column in fields.cells]
    return said.leg if any(entered_texts) else None if entered_texts else held.leg


def _refuse_halves(held: Candidate, fields: CandidateFields) -> None:
    """Refuse what says only part of a fact, for the rest of it would be lost."""
    given = fields.cells.keys()
    if C.NAME not in given and len({C.FAMILY_NAME, C.GIVEN_NAME} & given) == 1:
        raise UsageError("One part of a name alone would lose the other: give name, or family_name and given_name.")
    if C.YEARS in given and C.EXPERIENCE not in given and any(job.title for job in held.profile.experience):
        raise UsageError("Years alone would lose the jobs that the record tells: give experience as well.")
    for column, completed in _COMPLETING.items():
        if column in given and not given & completed:
            named = " or ".join(each.value for each in C if each in completed)
            raise UsageError(f"{column.value} only completes another field: give {named} as well.")


def _extra(held: Extra, fields: CandidateFields) -> Extra:
    """Keep what stood beside the record, but for what was entered anew."""
    return (*(pair for pair in held if pair[0] not in set(fields.cells)), *fields.extra)
