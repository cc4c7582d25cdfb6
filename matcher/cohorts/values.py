"""What people are counted by: the value of each row in a dimension, and how many would have each under the filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from matcher.cohorts.asking import NO_STAGE, NOT_KNOWN, CohortFilters, Dimension, band_of, place_of
from matcher.cohorts.pivots import gathered
from matcher.cohorts.rows import CohortRow
from matcher.hiring import Stage
from matcher.store import HeldGrounds
from taxonomies.countries import nationalities_of

FACETS = (Dimension.SCHEME, Dimension.GROUP, Dimension.EQF, Dimension.YEARS, Dimension.STAGE)
"""What people can be filtered by with counts."""


def facet_counts(
    rows: Sequence[CohortRow], asked: CohortFilters, stages: Mapping[str, Stage]
) -> dict[Dimension, dict[str, int]]:
    """Count people by each facet, under all filters but the facet's own: by facet, then by value.

    Args:
        rows: everybody within reach.
        asked: the filters.
        stages: the furthest stage of each, by id.
    """
    counts: dict[Dimension, dict[str, int]] = {}
    for dimension in FACETS:
        others = asked.without(dimension)
        passing = [row for row in rows if others.lets_pass(row, stages)]
        counted = Counter(
            stages.get(row.id, NO_STAGE) if dimension is Dimension.STAGE else value_of(row, dimension, "")
            for row in passing
        )
        counts[dimension] = {value: counted[value] for value in sorted(counted, key=place_of)}
    return counts


def value_of(row: CohortRow, dimension: Dimension, language: str) -> str:
    """Return what a row says of a dimension, ``unknown`` where it says nothing."""
    if dimension is Dimension.SCHEME:
        return row.scheme
    if dimension is Dimension.GROUP:
        return row.group or NOT_KNOWN
    if dimension is Dimension.EQF:
        return NOT_KNOWN if row.eqf is None else str(row.eqf)
    if dimension is Dimension.YEARS:
        return band_of(row.years)
    return row.level(language) or NOT_KNOWN


def grounds_of(held: Mapping[str, HeldGrounds], dimension: Dimension) -> dict[str, str]:
    """Return the gender or nationality of some people, by id; nationalities that under five share stand together."""
    if dimension is Dimension.GENDER:
        return {one: each.gender or NOT_KNOWN for one, each in held.items()}
    return gathered(_nationalities(held), list(held))


def _nationalities(held: Mapping[str, HeldGrounds]) -> dict[str, str]:
    """Return the nationality of each, one word for one country: the one that most of its people are written with."""
    said = {one: " ".join((each.nationality or "").split()) for one, each in held.items()}
    codes = {words: _code(words) for words in set(said.values())}
    written: dict[str, Counter[str]] = {}
    for words in said.values():
        written.setdefault(codes[words], Counter())[words] += 1
    named = {code: f"{words.most_common(1)[0][0]} ({code})" for code, words in written.items() if code != NOT_KNOWN}
    return {one: named.get(codes[words], NOT_KNOWN) for one, words in said.items()}


def _code(words: str) -> str:
    """Return the code of the one country that words state, ``unknown`` where they state none or several."""
    found = {country.code for country in nationalities_of(words) if country.code}
    return found.pop() if len(found) == 1 else NOT_KNOWN
