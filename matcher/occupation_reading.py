"""What vacancies are for, as far as it is known: the law turns on the occupation, and on how sure it is."""

from __future__ import annotations

from collections.abc import Sequence

from matcher.eligibility import OccupationRead
from matcher.evidence import Opening
from matcher.preparation import Preparer
from matcher.records import CodeSystem, ConceptLink, LinkMethod, Vacancy
from taxonomies.concepts import Taxonomy


class OccupationReader:
    """Reads the occupation of vacancies."""

    def __init__(self, preparer: Preparer, taxonomy: Taxonomy) -> None:
        self._preparer = preparer
        self._taxonomy = taxonomy

    def of(self, vacancies: Sequence[Vacancy], language: str = "en") -> list[tuple[OccupationRead, ...]]:
        """Return what each vacancy is for: sure where a code, a person or the very label says so, else as computed."""
        openings = self._preparer.openings(vacancies) if vacancies else []
        return [self._read(opening, language) for opening in openings]

    def _read(self, opening: Opening, language: str) -> tuple[OccupationRead, ...]:
        """Read what a vacancy is for. Which occupation of a code's group is meant was computed; the group is sure."""
        read = [
            OccupationRead(*self._named(link, language), _is_sure(link)) for link in opening.occupations if link.uri
        ]
        groups = [code.code.removeprefix("C") for code in opening.vacancy.codes if code.system is CodeSystem.ISCO]
        if groups and read and not all(item.sure for item in read):
            return (OccupationRead(groups[0], read[0].label, sure=True),)
        return tuple(read)

    def _named(self, link: ConceptLink, language: str) -> tuple[str, str]:
        occupation = self._taxonomy.occupation(link.uri or "")
        return occupation.code or occupation.isco_group, occupation.label(language)


def _is_sure(link: ConceptLink) -> bool:
    """Tell whether a code that means one occupation, a person, or the very label says what a vacancy is for."""
    coded = link.method is LinkMethod.CODED and link.confidence >= 1.0
    return coded or link.method in (LinkMethod.CONFIRMED, LinkMethod.SAME_LABEL)
