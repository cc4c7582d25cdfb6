"""Occupation closeness: how near the jobs a candidate names stand to the vacancy's."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.evidence.relations import Relations
from matcher.evidence.sides import LinkColumns, Numbers, Opening, Pool, ramp
from matcher.records import ConceptLink, LinkMethod, Reason

SAME_FIELD, SAME_OCCUPATION = 0.45, 0.75
_SURE = 0.5  # likelier than not: two links to one occupation from here on are called the same
_MEANING_LOW, _MEANING_HIGH, _MEANING_CAP = 0.3, 0.85, 0.95


@dataclass(frozen=True, slots=True)
class OccupationsFound:
    """The best title of each candidate (-1 for none), how near it is, and how likely each title is what is asked."""

    opening: Opening
    pool: Pool
    scores: Numbers
    titles: NDArray[np.int64]
    same: Numbers

    def reason(self, row: int) -> Reason:
        """Name the nearest job that the candidate stated."""
        if not _is_asked(self.opening):
            return Reason("occupation.none_asked")
        if self.titles[row] < 0:
            return Reason("occupation.none_stated")
        title = self.pool.titles.texts[self.titles[row]]
        score = self.scores[row]
        code = _code(float(score), float(self.same[self.titles[row]]))
        by_code = next((link for link in self.opening.occupations if link.method is LinkMethod.CODED), None)
        asked = self.opening.vacancy.title or (by_code and by_code.label) or ""
        coded = (("coded", by_code.text),) if by_code else ()
        return Reason(f"occupation.{code}", (("held", title), ("asked", asked), *coded))


class OccupationCloseness:
    """By ISCO group and ESCO occupation (as surely as both were linked), or by the meaning of the titles."""

    name = "occupation"

    def __init__(self, relations: Relations) -> None:
        self._relations = relations

    def compare(self, opening: Opening, pool: Pool) -> OccupationsFound:
        """Compare the vacancy's title, and the occupations of its codes, with every title of the pool."""
        by_wording = ramp(pool.titles.vectors @ opening.title_vector, _MEANING_LOW, _MEANING_HIGH) * _MEANING_CAP
        together = by_wording[pool.titles.wordings]
        if not opening.vacancy.title.strip():
            together[:] = 0.0  # only a code says what is asked
        near, nearness = self._by_group(opening.occupations, pool.titles.columns)
        together[near] = np.maximum(together[near], nearness)
        scores, titles = pool.titles.best_by_owner(together, len(pool))
        if not _is_asked(opening):
            scores = np.full(len(pool), np.nan)
        return OccupationsFound(opening, pool, scores, titles, _same(opening.occupations, pool.titles.columns))

    def _by_group(self, asked: tuple[ConceptLink, ...], held: LinkColumns) -> tuple[NDArray[np.int64], Numbers]:
        """Return the titles near what is asked, and how near each is to be expected: a code may stand for several."""
        expected: dict[str, float] = {}
        for link in asked:
            for uri, closeness in self._relations.close_occupations(link.uri or "", held.uris).items():
                expected[uri] = expected.get(uri, 0.0) + closeness * link.confidence
        near, nearness = held.having(expected)
        return near, nearness * held.confidences[near]


def _is_asked(opening: Opening) -> bool:
    """Tell whether the vacancy says what it asks, by a title or by a code."""
    return bool(opening.vacancy.title.strip() or opening.occupations)


def _same(asked: tuple[ConceptLink, ...], held: LinkColumns) -> Numbers:
    """Return how likely each title is what is asked, 0 where it is linked elsewhere: of the claim, not of the score."""
    surest: dict[str, float] = {}
    for link in asked:
        if link.uri is not None:
            surest[link.uri] = max(link.confidence, surest.get(link.uri, 0.0))
    found = np.zeros(len(held.codes))
    titles, sureness = held.having(surest)
    found[titles] = sureness * held.confidences[titles]
    return found


def _code(score: float, same: float) -> str:
    if score >= SAME_OCCUPATION or same >= _SURE:
        return "same"
    if same:
        return "likely"
    return "near" if score >= SAME_FIELD else "far"
