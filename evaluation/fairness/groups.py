"""Which groups somebody belongs to: gender, nationality, age, scheme, and the language and script they write in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, partial
from types import MappingProxyType

from evaluation.fairness.people import Member
from matcher.cues import LANGUAGES, cue_table, read_words
from matcher.intake.countries import country_code
from matcher.records import ProfessionalProfile
from taxonomies.countries.table import nationalities_of
from taxonomies.schemes import schemes

UNKNOWN = "not stated"
_BANDS = ((25, "under 25"), (30, "25-29"), (40, "30-39"), (50, "40-49"))
_OLDEST = "50 and over"
_CLEARLY = 1.5  # times the small words of the runner-up that the language of a profile has
_ARABIC = ("\u0600", "\u06ff")
_MOSTLY, _PARTLY = 0.5, 0.05  # shares of Arabic letters


def dimensions(day: date) -> Mapping[str, Callable[[Member], str]]:
    """Return each dimension with what tells somebody's group in it, ages being those of the day."""
    found: dict[str, Callable[[Member], str]] = {
        "gender": _gender,
        "nationality": _nationality,
        "age": partial(_age_band, day),
        "scheme": lambda member: member.scheme,
        "language": lambda member: written_language(member.profile),
        "script": lambda member: script(member.profile),
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


def written_language(profile: ProfessionalProfile) -> str:
    """Return the language that a profile's small words are clearly of, ``ar`` by its letters, or ``mixed``.

    Small words are few in lists of skills, so that some profiles are of no clear language; they are a group too.
    """
    text = whole_text(profile)
    letters = script(profile)
    if letters != "Latin":
        return "ar" if letters == "Arabic" else "mixed or unclear"
    forms = [word.form for word in read_words(text)]
    counts = {language: sum(map(cue_table(language).tells, forms)) for language in LANGUAGES}
    first, second = sorted(LANGUAGES, key=lambda language: -counts[language])[:2]
    return first if counts[first] > _CLEARLY * counts[second] else "mixed or unclear"


def script(profile: ProfessionalProfile) -> str:
    """Return the script that most letters of a profile are of; one with 5 to 50 % Arabic letters is of both."""
    letters = [char for char in whole_text(profile) if char.isalpha()]
    share = sum(_ARABIC[0] <= char <= _ARABIC[1] for char in letters) / len(letters) if letters else 0.0
    if share > _MOSTLY:
        return "Arabic"
    return "Latin and Arabic" if share >= _PARTLY else "Latin"


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
