"""The facts that rules read, one noun a side: no rule sees both sides at once, which is what makes pairs cheap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from matcher.eligibility.residence import ResidenceRead, read_residence
from matcher.records import LegalStatus, Place, ProfessionalProfile, Vacancy
from taxonomies.belgium.rows import NOT_KNOWN
from taxonomies.countries import Country, nationalities_of
from taxonomies.wording import fold

_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W\d_]+")
# Words that may stand beside a nationality without changing it.
_BESIDE = frozenset(
    {
        *("et", "en", "and", "und", "de", "du", "la", "le", "der", "van", "d", "l", "belgo", "franco"),
        *("nationalite", "nationality", "nationaliteit", "staatsangehorigkeit", "burger", "citizen", "onderdaan"),
        *("ressortissant", "ressortissante", "double", "dubbele", "dual", "republique", "republic", "republiek"),
    }
)

ABROAD = "abroad"
"""Where work is done outside Belgium no rule of Belgium applies."""


@dataclass(frozen=True, slots=True)
class CandidateFacts:
    """What the law asks about a candidate. ``nationalities`` is empty where none is stated or readable.

    ``abroad`` tells whether the candidate lives outside Belgium, ``None`` where nobody said.
    """

    id: str
    legal: LegalStatus
    profile: ProfessionalProfile
    nationalities: tuple[Country, ...]
    residence: ResidenceRead
    abroad: bool | None = None

    @classmethod
    def of(
        cls, candidate_id: str, legal: LegalStatus, profile: ProfessionalProfile, *, abroad: bool | None = None
    ) -> Self:
        """Read the facts of one candidate."""
        countries = nationalities_stated(legal.nationality or "")
        return cls(candidate_id, legal, profile, countries, read_residence(legal.residence_status), abroad)


@dataclass(frozen=True, slots=True)
class OccupationRead:
    """What a vacancy's occupation is: its ESCO code or ISCO-08 group, such as 7121.1.

    ``sure`` tells that a code or a person said so, or the very label stands in the title; else it was computed.
    """

    code: str
    label: str
    sure: bool


@dataclass(frozen=True, slots=True)
class VacancyFacts:
    """What the law asks about a vacancy. ``authority`` decides on permits: a Region, german_speaking, unknown, abroad.

    ``occupations`` is empty where the title was not understood; several are what one code may stand for.
    """

    vacancy: Vacancy
    authority: str
    occupations: tuple[OccupationRead, ...] = ()

    @classmethod
    def of(cls, vacancy: Vacancy, occupations: Sequence[OccupationRead] = ()) -> Self:
        """Read the facts of one vacancy."""
        return cls(vacancy, authority_of(vacancy.workplace), tuple(occupations))


def nationalities_stated(words: str) -> tuple[Country, ...]:
    """Return the nationalities that words state, or none where any word of them was not understood.

    "Niet-Belg", "born in France" and "Moroccan or ?" say something else than the country they name. What stands in
    brackets only tells more: "RD Congo (Bukavu)".
    """
    plain = _BRACKETS.sub(" ", words)
    found = tuple(country for country in nationalities_of(plain) if country.code)
    rest = [word for word in _WORD.findall(fold(plain)) if word not in _BESIDE and not nationalities_of(word)]
    named = {word for country in found for name in country.names for word in _WORD.findall(name)}
    return found if found and "?" not in words and not set(rest) - named else ()


def authority_of(place: Place | None) -> str:
    """Return who decides on permits for work at a place. Which municipality is meant may still be open in Wallonia."""
    if place is None:
        return NOT_KNOWN
    if place.country not in (None, "BE"):
        return ABROAD
    if place.language_area == "de":
        return "german_speaking"
    return place.region or NOT_KNOWN
