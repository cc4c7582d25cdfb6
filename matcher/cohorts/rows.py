"""One candidate as one row of the workspace: what can be counted of a profile, and what of it is known at all."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from matcher.records import ConceptLink, ProfessionalProfile
from matcher.store import HeldProfile
from taxonomies.concepts import Taxonomy


class Fact(StrEnum):
    """What a complete record tells. The first eight make the match, the others the law and getting in touch."""

    OCCUPATION = "occupation"
    SKILLS = "skills"
    EXPERIENCE = "experience"
    YEARS = "years"
    EDUCATION = "education"
    EQF = "eqf"
    LANGUAGES = "languages"
    LEVELS = "levels"
    CONTACT = "contact"
    GENDER = "gender"
    BIRTH_DATE = "birth_date"
    NATIONALITY = "nationality"


@dataclass(frozen=True, slots=True)
class CohortRow:
    """One candidate.

    ``occupation`` is the ESCO URI that their first job title is linked to and ``group`` the first digit of its ISCO-08
    group, both ``""`` where nothing was understood. ``languages`` are ``((code, CEFR or None), ...)``, ``skills`` the
    ESCO URIs that their words are linked to; ``available`` and ``regions`` as the profile states them.
    """

    id: str
    scheme: str
    occupation: str
    group: str
    eqf: int | None
    years: float | None
    languages: tuple[tuple[str, str | None], ...]
    skills: frozenset[str]
    known: frozenset[Fact]
    available: date | None = None
    regions: tuple[str, ...] = ()

    @property
    def completeness(self) -> float:
        """Share (0..1) of the facts that are known, in whole hundredths."""
        return round(len(self.known) / len(Fact), 2)

    def level(self, language: str) -> str | None:
        """Return the CEFR level of a language, ``""`` where it is held without one, ``None`` where it is not named."""
        return next((cefr or "" for code, cefr in self.languages if code == language), None)


@dataclass(frozen=True, slots=True)
class RowMaker:
    """Makes rows from profiles whose phrases were linked."""

    taxonomy: Taxonomy

    def row(
        self, held: HeldProfile, titles: Sequence[ConceptLink], skills: Sequence[ConceptLink], told: Collection[str]
    ) -> CohortRow:
        """Return the row of one candidate.

        Args:
            held: the candidate's profile.
            titles: links of the job titles, in their order.
            skills: links of the skill phrases.
            told: the fields of identity and status that are filled in, by name.
        """
        profile = held.profile
        occupation = next((link.uri for link in titles if link.uri), "") or ""
        return CohortRow(
            id=held.id,
            scheme=held.scheme,
            occupation=occupation,
            group=self.taxonomy.occupation(occupation).isco_group[:1] if occupation else "",
            eqf=profile.highest_eqf,
            years=profile.years_of_experience,
            languages=tuple((skill.language, skill.cefr) for skill in profile.languages),
            skills=frozenset(link.uri for link in skills if link.uri),
            known=_known(profile, titles, told),
            available=profile.available,
            regions=profile.regions,
        )


def _known(profile: ProfessionalProfile, titles: Sequence[ConceptLink], told: Collection[str]) -> frozenset[Fact]:
    facts = {
        Fact.OCCUPATION: bool(titles),
        Fact.SKILLS: bool(profile.skills),
        Fact.EXPERIENCE: bool(profile.experience),
        Fact.YEARS: profile.years_of_experience is not None,
        Fact.EDUCATION: bool(profile.education),
        Fact.EQF: profile.highest_eqf is not None,
        Fact.LANGUAGES: bool(profile.languages),
        Fact.LEVELS: bool(profile.languages) and all(skill.cefr for skill in profile.languages),
        Fact.CONTACT: "email" in told or "phone" in told,
        Fact.GENDER: "gender" in told,
        Fact.BIRTH_DATE: "birth_date" in told,
        Fact.NATIONALITY: "nationality" in told,
    }
    return frozenset(fact for fact, is_known in facts.items() if is_known)
