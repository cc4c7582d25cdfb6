"""The facts that rules read, one noun a side: no rule sees both sides at once, which is what makes pairs cheap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from matcher.eligibility.residence import ResidenceRead, read_residence
from matcher.records import LegalStatus, Place, ProfessionalProfile, Vacancy
from taxonomies.belgium.rows import NOT_KNOWN
from taxonomies.countries import Country, nationalities_of

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
        countries = tuple(country for country in nationalities_of(legal.nationality or "") if country.code)
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


def authority_of(place: Place | None) -> str:
    """Return who decides on permits for work at a place. Which municipality is meant may still be open in Wallonia."""
    if place is None:
        return NOT_KNOWN
    if place.country not in (None, "BE"):
        return ABROAD
    if place.language_area == "de":
        return "german_speaking"
    return place.region or NOT_KNOWN
