"""How near one ESCO concept is to another, by the taxonomy's own relations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from taxonomies.concepts import Occupation, Skill, Taxonomy

SAME, NARROWER, BROADER, SIBLING = 1.0, 0.9, 0.6, 0.5
# Shared leading digits of ISCO-08: the same unit group, minor group, sub-major group, major group.
ISCO_CLOSENESS = {4: 0.8, 3: 0.5, 2: 0.2}


class Relations:
    """Answers about nearness, remembering what it worked out."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        self.related_skills = lru_cache(maxsize=20_000)(self._related_skills)

    def _related_skills(self, uri: str) -> Mapping[str, float]:
        """Return what having another skill says about having this one: skill URI -> 0..1.

        A narrower skill holds this one; a broader one goes some way; a sibling under one skill (not under a mere
        group) goes half-way.
        """
        related: dict[str, float] = {}
        for parent in self._taxonomy.broader(uri):
            if isinstance(self._taxonomy.concept(parent), Skill):
                related.update(dict.fromkeys(self._taxonomy.narrower(parent), SIBLING))
                related[parent] = BROADER
        related.update(dict.fromkeys(self._taxonomy.narrower(uri), NARROWER))
        related[uri] = SAME
        return related

    def held_by(self, uri: str) -> frozenset[str]:
        """Return the skills of which having any one is having this one: itself, and those right under it."""
        return frozenset(other for other, said in self.related_skills(uri).items() if said >= NARROWER)

    def isco_group(self, uri: str) -> str:
        """Return the ISCO-08 unit group (four digits) of an occupation, or ``""``."""
        concept = self._taxonomy.concept(uri)
        return concept.isco_group if isinstance(concept, Occupation) else ""

    def occupation_closeness(self, first: str, second: str) -> float:
        """Return 1 for the same occupation, less for occupations that share only ISCO digits, 0 for strangers."""
        return self.close_occupations(first, (second,)).get(second, 0.0)

    def close_occupations(self, asked: str, others: Iterable[str]) -> dict[str, float]:
        """Return which of some occupations stand near one, and how near: 0..1, as :meth:`occupation_closeness`."""
        group = self.isco_group(asked)
        by_group: dict[str, float] = {}
        found = {}
        for other in others:
            its_group = self.isco_group(other)
            if its_group not in by_group:
                by_group[its_group] = ISCO_CLOSENESS.get(_shared(group, its_group), 0.0)
            if other == asked or by_group[its_group]:
                found[other] = SAME if other == asked else by_group[its_group]
        return found


def _shared(first: str, second: str) -> int:
    """Count the leading digits that two groups share."""
    return next(
        (place for place, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )
