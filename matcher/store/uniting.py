"""Two records of one person as one: everything that either says, nothing twice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from matcher.records import REGIONS, Candidate, Education, LanguageSkill, LegalStatus, Person, ProfessionalProfile
from taxonomies.wording import fold

_Item = TypeVar("_Item")

PERSON_FIELDS = ("name", "gender", "email", "phone")
STATUS_FIELDS = ("nationality", "birth_date", "residence_status")


def unite(kept: Candidate, other: Candidate, taken: Collection[str] = ()) -> Candidate:
    """Return a candidate with what both records say, under the id, key, scheme, source and leg of the one kept.

    Identity and status are those of the one kept, filled up from the other where it says nothing; the fields named in
    ``taken`` are the other's. Of a profile everything is kept, and nothing twice.
    """
    return replace(
        kept,
        person=replace(kept.person, **_chosen(kept.person, other.person, PERSON_FIELDS, taken)),
        status=replace(
            kept.status,
            **_chosen(kept.status, other.status, STATUS_FIELDS, taken),
            events=_distinct((*kept.status.events, *other.status.events), lambda event: event),
        ),
        profile=_united_profile(kept.profile, other.profile),
        extra=_distinct((*kept.extra, *other.extra), lambda pair: pair),
        stated=_united_profile(kept.stated or kept.profile, other.stated or other.profile)
        if kept.stated or other.stated
        else None,
    )


def conflicts(kept: Candidate, other: Candidate) -> tuple[tuple[str, object, object], ...]:
    """Return the fields of identity and status in which two records say different things, with both values."""
    sides = ((kept.person, other.person, PERSON_FIELDS), (kept.status, other.status, STATUS_FIELDS))
    said = ((name, getattr(one, name), getattr(two, name)) for one, two, names in sides for name in names)
    return tuple((name, mine, theirs) for name, mine, theirs in said if None not in (mine, theirs) and mine != theirs)


def _chosen(
    kept: Person | LegalStatus, other: Person | LegalStatus, names: Iterable[str], taken: Collection[str]
) -> dict[str, Any]:
    """Return the value of each field: the other's where it was chosen, or where the one kept has none."""
    chosen = {}
    for name in names:
        mine, theirs = getattr(kept, name), getattr(other, name)
        chosen[name] = theirs if mine is None or (name in taken and theirs is not None) else mine
    return chosen


def _united_profile(kept: ProfessionalProfile, other: ProfessionalProfile) -> ProfessionalProfile:
    return ProfessionalProfile(
        occupations=_distinct((*kept.occupations, *other.occupations), fold),
        skills=_distinct((*kept.skills, *other.skills), lambda skill: fold(skill.text)),
        experience=_distinct(
            (*kept.experience, *other.experience), lambda job: (fold(job.title), job.years, job.start, job.end)
        ),
        education=_united_courses((*kept.education, *other.education)),
        languages=_united_languages((*kept.languages, *other.languages)),
        summary=_united_text(kept.summary, other.summary),
        wishes=_distinct((*kept.wishes, *other.wishes), fold),
        available=kept.available or other.available,
        regions=tuple(region for region in REGIONS if region in kept.regions or region in other.regions),
    )


def _united_courses(courses: Iterable[Education]) -> tuple[Education, ...]:
    """Return each course once, with all that was decided of it in either record, filled up where the first is blank."""
    united: dict[str, Education] = {}
    for course in courses:
        first = united.setdefault(fold(course.text), course)
        filled = {
            name: getattr(course, name)
            for name in ("eqf", "isced", "country", "national_level")
            if getattr(first, name) is None
        }
        decided = _distinct((*first.recognitions, *course.recognitions), lambda each: each)
        united[fold(course.text)] = replace(first, **filled, recognitions=decided)
    return tuple(united.values())


def _united_text(kept: str, other: str) -> str:
    """Return both texts, or one where it holds the other."""
    if fold(other) in fold(kept):
        return kept
    return f"{kept}\n\n{other}" if kept else other


def _united_languages(languages: Iterable[LanguageSkill]) -> tuple[LanguageSkill, ...]:
    """Return each language once: as first said, or as later said with a level where the first gave none."""
    united: dict[str, LanguageSkill] = {}
    for skill in languages:
        first = united.setdefault(skill.language, skill)
        if first.cefr is None and skill.cefr is not None:
            united[skill.language] = skill
    return tuple(united.values())


def _distinct(items: Iterable[_Item], sameness: Callable[[_Item], Hashable]) -> tuple[_Item, ...]:
    """Return the items without those that are the same as an earlier one."""
    first: dict[Hashable, _Item] = {}
    for item in items:
        first.setdefault(sameness(item), item)
    return tuple(first.values())
