"""Builds a :class:`Candidate` from the fields of one record; what cannot be read is reported, never guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from matcher.intake.calendars import find_other_dates
from matcher.intake.candidate_columns import TELLING, CandidateColumn
from matcher.intake.cells import split_list
from matcher.intake.corrections import Correction
from matcher.intake.dates import ImpossibleDateError, read_date
from matcher.intake.education import read_education
from matcher.intake.experience import read_experience
from matcher.intake.fields import Fields
from matcher.intake.folding import fold_in_place
from matcher.intake.ledger import read_key
from matcher.intake.legs import read_leg
from matcher.intake.listed_cells import told_languages, told_skills
from matcher.intake.mappings import ColumnMapping
from matcher.intake.periods import read_years
from matcher.intake.recognitions import with_recognitions
from matcher.intake.sheets import single_line
from matcher.intake.status_steps import WRITE_DATE, read_events
from matcher.intake.when_and_where import read_available, read_regions
from matcher.records import (
    Candidate,
    Experience,
    Leg,
    LegalStatus,
    Person,
    ProfessionalProfile,
    SkillStatement,
)
from taxonomies.wording import fold

C = CandidateColumn
CandidateFields = Fields[CandidateColumn]

OLDEST = 100
"""Years of age beyond which a birth date is taken for a mistake."""

_YOUNGEST = 15
_GENDERS = {
    "female": "f femme female woman v vrouw w weiblich feminin feminine frau mme madame fille vrouwelijk mevrouw"
    " انثى امراة",
    "male": "m h homme male man mannelijk mannlich masculin masculine mann monsieur mr dhr garcon heer ذكر رجل",
    "other": "x other autre andere divers d nonbinary non-binary",
}
_GENDER_OF_WORD = {word: gender for gender, words in _GENDERS.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class CohortContext:
    """What is known of every record of a file: its scheme, its leg where a record states none, today.

    ``mapping`` and ``corrections`` are what a person said of the headings and of some cells of its tables.
    """

    scheme: str
    leg: Leg | None
    today: date
    mapping: ColumnMapping | None = None
    corrections: tuple[Correction, ...] = ()


def build_candidate(fields: CandidateFields, context: CohortContext, jobs: tuple[Experience, ...] = ()) -> Candidate:
    """Return the candidate that the fields describe; ``id`` stays empty, for the store gives it.

    Faults found on the way stand in ``fields.faults``: a candidate with faults must not be accepted.

    Args:
        fields: the record.
        context: what is known of every record of the file.
        jobs: the jobs of the record, where its format tells them apart; else they are read from the text.
    """
    candidate = read_candidate(fields, context, jobs)
    require_something(fields, candidate.profile)
    born = candidate.status.birth_date.isoformat() if candidate.status.birth_date else fields.text(C.BIRTH_DATE) or None
    return replace(candidate, key=read_key(fields, C.KEY, (candidate.person.name, born, candidate.person.email)))


def read_candidate(fields: CandidateFields, context: CohortContext, jobs: tuple[Experience, ...] = ()) -> Candidate:
    """Return what the fields say of a candidate, be it enough for a record or not; ``key`` stays empty too."""
    person = _person(fields)
    status = _status(fields, context.today)
    profile = _profile(fields, context.today, jobs)
    leg = read_leg(fields, context.leg)
    available, regions = read_available(fields, context.today), read_regions(fields, leg)
    profile = replace(profile, available=available, regions=regions)
    return Candidate("", "", context.scheme, fields.source, person, status, profile, leg, fields.extra)


def _person(fields: CandidateFields) -> Person:
    parts = (fields.words(C.GIVEN_NAME), fields.words(C.FAMILY_NAME))
    name = fields.words(C.NAME) or " ".join(part for part in parts if part)
    if fields.words(C.NAME) and any(parts):
        fields.keep(C.GIVEN_NAME)
        fields.keep(C.FAMILY_NAME)
    gender = fields.text(C.GENDER)
    return Person(
        name=single_line(name) or None,
        gender=gender_of(gender) or single_line(gender) or None,
        email=single_line(fields.text(C.EMAIL)) or None,
        phone=single_line(fields.text(C.PHONE)) or None,
    )


def gender_of(text: str) -> str | None:
    """Return ``female``, ``male`` or ``other`` where a cell says one of them in any word for it."""
    return _GENDER_OF_WORD.get(fold(text).strip(" ."))


def _status(fields: CandidateFields, today: date) -> LegalStatus:
    return LegalStatus(
        nationality=single_line(fields.text(C.NATIONALITY)) or None,
        birth_date=_birth_date(fields, today),
        residence_status=single_line(fields.text(C.RESIDENCE_STATUS)) or None,
        events=read_events(fields, today),
    )


def _birth_date(fields: CandidateFields, today: date) -> date | None:
    if not fields.text(C.BIRTH_DATE):
        return None
    try:
        born = read_date(fields.cell(C.BIRTH_DATE), latest_year=today.year - _YOUNGEST)
    except ImpossibleDateError:
        fields.fault(C.BIRTH_DATE, "the calendar has no such birth date", f"correct it: {WRITE_DATE}")
        return None
    if born is None:
        fields.warn(C.BIRTH_DATE, "not one full birth date", WRITE_DATE)
    elif born > today:
        fields.fault(C.BIRTH_DATE, "the birth date lies in the future", "correct the year")
    elif born < _years_before(today, OLDEST):
        fields.fault(C.BIRTH_DATE, f"the birth date gives an age over {OLDEST}", "correct the year")
    elif born > _years_before(today, _YOUNGEST):
        fields.warn(C.BIRTH_DATE, f"the birth date gives an age under {_YOUNGEST}", "check the year")
        return None
    return born


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)


def _profile(fields: CandidateFields, today: date, jobs: tuple[Experience, ...]) -> ProfessionalProfile:
    return ProfessionalProfile(
        occupations=split_list(fields.text(C.OCCUPATION)),
        skills=tuple(SkillStatement(item) for item in split_list(told_skills(fields))),
        experience=_experience(fields, today, jobs),
        education=with_recognitions(read_education(fields.text(C.EDUCATION)), fields, today),
        languages=told_languages(fields),
        summary=fields.text(C.SUMMARY),
        wishes=split_list(fields.text(C.WISHES)),
    )


def _experience(fields: CandidateFields, today: date, jobs: tuple[Experience, ...]) -> tuple[Experience, ...]:
    """Return the jobs told, completed by the years that the sender counted in a column of their own.

    The count goes to the only job where that has no length. Else what it adds to the lengths known, a year or more,
    stands as one untitled entry, so that the lengths add up to it. A count that is smaller is kept beside the record.
    """
    text = fields.text(C.EXPERIENCE)
    told = jobs or (() if _only_years(text) else read_experience(text, today))
    if text and not told:
        fields.keep(C.EXPERIENCE)
    if find_other_dates(fold_in_place(text)):
        fields.note(
            C.EXPERIENCE, "dates of another calendar", "give the years of the common calendar, such as 2019-2021"
        )
    counted = _counted_years(fields)
    if counted is None:
        return told
    known = ProfessionalProfile(experience=told).years_of_experience
    if len(told) == 1 and known is None:
        only = told[0]
        return (Experience(only.title, counted, only.start, only.end, only.description),)
    if known is None or counted - known >= 1:
        return (*told, Experience(title="", years=round(counted - (known or 0), 2)))
    if known - counted >= 1:
        fields.keep(C.YEARS)
    return told


def _only_years(text: str) -> bool:
    """Tell whether the column of jobs holds a bare number of years: ``5`` or ``5 ans``."""
    return bool(re.fullmatch(r"\W*\d{1,2}(?:[.,]\d)?\s*\+?\s*(?:ans|annees|jaar|jaren|years?|jahre)?\W*", fold(text)))


def _counted_years(fields: CandidateFields) -> float | None:
    if not fields.text(C.YEARS) and read_years(fields.words(C.YEARS)) == 0:
        return 0.0  # "aucune" in a column of years is a number, elsewhere it is nothing
    column = C.YEARS if fields.text(C.YEARS) else C.EXPERIENCE
    text = fields.text(column)
    if not text or (column == C.EXPERIENCE and not _only_years(text)):
        return None
    years = read_years(text)
    if years is None:
        fields.warn(column, "not a number of years", "write a number, such as 5 or 2,5")
    elif re.search(r"[^\W\d_]{2}", re.sub(r"\b(?:ans?|annees?|jaar|jaren|years?|jahre?)\b", "", fold(text))):
        fields.keep(column)
    return years


def require_something(fields: CandidateFields, profile: ProfessionalProfile) -> None:
    """Report a fault where a record says nothing of what the person can do."""
    titled = any(job.title for job in profile.experience)
    if profile.occupations or profile.skills or titled or profile.education or profile.summary:
        return
    column = next((column for column in C if column in TELLING and fields.heading(column)), C.OCCUPATION)
    fields.fault(
        column,
        "no occupation, no skill, no experience, no education and no text",
        "fill at least one of these, or leave the record out",
    )
