"""Which groups somebody is counted in. The groups of a dimension are fixed: that one exists tells of nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from matcher.intake.countries import country_code
from matcher.records import LanguageSkill, ProfessionalProfile
from matcher.statistics.tables import Dimension
from matcher.store.held import HeldGrounds
from taxonomies.countries.table import nationalities_of
from taxonomies.schemes import find_scheme, schemes

NOT_STATED, ELSEWHERE, NONE_OF_THEM = "not_stated", "elsewhere", "none"
_GENDERS = ("female", "male", "other")
_AGES = ((25, "under_25"), (30, "25_29"), (40, "30_39"), (50, "40_49"))
_OLDEST = "50_up"
_LANGUAGES = ("nl", "fr", "de", "en")
_LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")
_EDUCATION = ("eqf_1_2", "eqf_3", "eqf_4", "eqf_5", "eqf_6", "eqf_7_8")
_OCCUPATIONS = tuple(f"isco_{group}" for group in range(10))


@dataclass(frozen=True, slots=True)
class Counted:
    """What is looked at of one person to count them. ``isco`` is the ISCO-08 group of their occupation, or ``""``."""

    scheme: str
    profile: ProfessionalProfile
    grounds: HeldGrounds
    isco: str = ""


def dimensions() -> tuple[Dimension, ...]:
    """Return the dimensions with their groups, in the order in which people are shown them."""
    origins = (*sorted(_recruited_in()), ELSEWHERE, NOT_STATED)
    return (
        Dimension("scheme", tuple(schemes())),
        Dimension("gender", (*_GENDERS, NOT_STATED)),
        Dimension("origin", origins),
        Dimension("age", (*(name for _, name in _AGES), _OLDEST, NOT_STATED)),
        Dimension("language", (*_LANGUAGES, NONE_OF_THEM)),
        Dimension("level", (*_LEVELS, NOT_STATED)),
        Dimension("education", (*_EDUCATION, NOT_STATED)),
        Dimension("occupation", (*_OCCUPATIONS, NOT_STATED)),
    )


DIMENSIONS = ("scheme", "gender", "origin", "age", "language", "level", "education", "occupation")
"""The names of all dimensions, in their order."""


def groups_of(person: Counted, day: date) -> tuple[str, ...]:
    """Return the group of a person in each dimension, ages being those of the day."""
    language, level = _best_language(person.profile.languages)
    gender = person.grounds.gender
    return (
        person.scheme,
        gender if gender in _GENDERS else NOT_STATED,
        origin_of(person.grounds.nationality),
        age_band(person.grounds.birth_date, day),
        language,
        level,
        _education(person.profile.highest_eqf),
        f"isco_{person.isco[0]}" if person.isco else NOT_STATED,
    )


def age_band(born: date | None, day: date) -> str:
    """Return the band of somebody's age in whole years on a day."""
    if born is None:
        return NOT_STATED
    age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    return next((name for end, name in _AGES if age < end), _OLDEST)


def origin_of(nationality: str | None) -> str:
    """Return the code of the country that a scheme recruits in and the words name; all others are one group."""
    if not nationality or not nationality.strip():
        return NOT_STATED
    named = [country.code for country in nationalities_of(nationality)] or [country_code(nationality) or ""]
    return next((code for code in named if code in _recruited_in()), ELSEWHERE)


def _best_language(held: tuple[LanguageSkill, ...]) -> tuple[str, str]:
    """Return the one of Dutch, French, German and English that is held best (the first of equals), and its level."""
    known = [item for item in held if item.language in _LANGUAGES]
    if not known:
        return NONE_OF_THEM, NOT_STATED
    best = max(known, key=lambda item: (item.cefr or "", -_LANGUAGES.index(item.language)))
    return best.language, best.cefr if best.cefr in _LEVELS else NOT_STATED


def _education(eqf: int | None) -> str:
    if eqf is None:
        return NOT_STATED
    return _EDUCATION[0] if eqf <= 2 else _EDUCATION[-1] if eqf >= 7 else f"eqf_{eqf}"


def scheme_title(name: str, language: str) -> str:
    """Return what a scheme is called in a language, by its name."""
    return find_scheme(name).called(language).title


@cache
def _recruited_in() -> frozenset[str]:
    return frozenset(leg.origin for scheme in schemes().values() for leg in scheme.legs) - {"BE"}
