"""Which groups somebody belongs to: gender, nationality, age, scheme, and the language and script they write in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, partial
from types import MappingProxyType

from evaluation.fairness.people import Member
from evaluation.written import language_of, script_of
from matcher.intake.countries import country_code
from matcher.records import ProfessionalProfile
from taxonomies.countries.table import nationalities_of
from taxonomies.schemes import schemes

UNKNOWN = "not stated"
_BANDS = ((25, "under 25"), (30, "25-29"), (40, "30-39"), (50, "40-49"))
_OLDEST = "50 and over"


def dimensions(day: date) -> Mapping[str, Callable[[Member], str]]:
    """Return each dimension with what tells somebody's group in it, ages being those of the day."""
    found: dict[str, Callable[[Member], str]] = {
        "gender": _gender,
        "nationality": _nationality,
        "age": partial(_age_band, day),
        "scheme": lambda member: member.scheme,
        "language": lambda member: language_of(whole_text(member.profile)),
        "script": lambda member: script_of(whole_text(member.profile)),
    }
    return MappingProxyType(found)


def age_band(born: date | None, day: date) -> str:
    """Return the band of somebody's age in whole years on a day."""
    if born is None:
        return UNKNOWN
    age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    return next((name for end, name in _BANDS if age < end), _OLDEST)


def nationality(words: str | None) -> str:
    """Return the code of the country that a scheme recruits in and the words name; all others are one group."""
    if not words or not words.strip():
        return UNKNOWN
    named = [country.code for country in nationalities_of(words)] or [country_code(words) or ""]
    return next((code for code in named if code in _recruited_in()), "another country")


def whole_text(profile: ProfessionalProfile) -> str:
    """Return all that somebody wrote of their work, in one text."""
    jobs = [text for job in profile.experience for text in (job.title, job.description or "")]
    return "\n".join((*profile.occupations, *(item.text for item in profile.skills), *jobs, profile.summary))


def _gender(member: Member) -> str:
    return member.grounds.gender or UNKNOWN


def _nationality(member: Member) -> str:
    return nationality(member.grounds.nationality)


def _age_band(day: date, member: Member) -> str:
    return age_band(member.grounds.birth_date, day)


@cache
def _recruited_in() -> frozenset[str]:
    return frozenset(leg.origin for scheme in schemes().values() for leg in scheme.legs) - {"BE"}
