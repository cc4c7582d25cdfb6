"""What filters look at of every candidate of a pool, as columns: who passes, and how many would with each wish more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Self

import numpy as np
from numpy.typing import NDArray

from matcher.evidence import Phrases, Pool, Relations
from matcher.filters import CEFR, WITHIN, Filters
from matcher.records import REGIONS, LanguageRequirement
from matcher.store import HeldProfile
from matcher.timeline import months_after

Mask = NDArray[np.bool_]
"""One yes or no for each candidate of a pool, shape (n,)."""

_NOT_NAMED, _NO_LEVEL = -1, 0  # of a language; CEFR levels count from 1
_GROUP_DIGITS = 2  # of ISCO-08: sub-major groups, of which there are 43
_SCHEME, _LANGUAGE, _SKILL, _JOBS = "scheme", "language ", "skill ", "jobs"
_AVAILABLE, _REGION = "available", "region"
_NOT_STATED = 0  # of the day on which somebody can begin, which counts from 1
_MOST = 50  # skills and occupations counted: the most frequent


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """How many candidates remain, and how many would have each value of a facet under all wishes but that facet's own.

    Args:
        total: who is in question at all.
        remaining: who passes every wish.
        schemes: by scheme name.
        languages: by language, then by CEFR level: those who state that level or a higher one.
        groups: by the first two digits of the ISCO-08 group of a job named; who names two counts in both.
        occupations: by ESCO URI, the most frequent first.
        skills: by ESCO URI, the most frequent first.
        available: by months from the day asked about, those of :data:`matcher.filters.WITHIN`: who can begin by then.
        regions: by Region of Belgium: who would work there; who would in two counts in both.
        routes: by whether a legal way is open for the vacancy asked about; empty where none was.
    """

    total: int
    remaining: int
    schemes: Mapping[str, int]
    languages: Mapping[str, Mapping[str, int]]
    groups: Mapping[str, int]
    occupations: Mapping[str, int]
    skills: Mapping[str, int]
    available: Mapping[int, int]
    regions: Mapping[str, int]
    routes: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NamedConcepts:
    """Who names which concept: pairs of a candidate's row and the place of a concept in ``uris``, each pair once."""

    uris: tuple[str, ...]
    rows: NDArray[np.int64]
    codes: NDArray[np.int64]
    size: int

    @classmethod
    def of(cls, phrases: Phrases, size: int) -> Self:
        """Take the linked phrases of ``size`` candidates."""
        columns = phrases.columns
        linked = columns.codes < len(columns.uris)
        pairs = np.unique(np.stack([phrases.owners[linked], columns.codes[linked]], axis=1), axis=0)
        return cls(tuple(columns.uris), pairs[:, 0], pairs[:, 1], size)

    def anybody(self) -> Mask:
        """Return who names any concept."""
        return self._rows_of(np.ones(len(self.rows), dtype=bool))

    def naming(self, wanted: Iterable[str]) -> Mask:
        """Return who names any of some concepts."""
        asked = frozenset(wanted)
        codes = np.flatnonzero([uri in asked for uri in self.uris])
        return self._rows_of(np.isin(self.codes, codes))

    def most_frequent(self, among: Mask) -> dict[str, int]:
        """Count, among some candidates, those who name each concept; the most frequent first."""
        counts = np.bincount(self.codes[among[self.rows]], minlength=len(self.uris))
        order = np.argsort(-counts, kind="stable")[:_MOST]
        return {self.uris[code]: int(counts[code]) for code in order if counts[code]}

    def _rows_of(self, pairs: Mask) -> Mask:
        found = np.zeros(self.size, dtype=bool)
        found[self.rows[pairs]] = True
        return found


class Facets:
    """The columns of one pool."""

    def __init__(self, profiles: Sequence[HeldProfile], pool: Pool, relations: Relations) -> None:
        """Read the columns; ``profiles`` are those of the pool, in its order."""
        self._relations = relations
        self._schemes = np.array([held.scheme for held in profiles], dtype=object)
        self._levels = _levels(profiles)
        self._begins = np.array([_day(held) for held in profiles], dtype=np.int64)
        self._regions = {
            region: np.array([region in held.profile.regions for held in profiles], dtype=bool) for region in REGIONS
        }
        self._skills = NamedConcepts.of(pool.skills, len(pool))
        self._jobs = NamedConcepts.of(pool.titles, len(pool))
        self._groups = {uri: relations.isco_group(uri) for uri in self._jobs.uris}
        digits = [group[:_GROUP_DIGITS] for group in self._groups.values()]
        self._digits, self._digits_of_job = np.unique(np.array(digits, dtype=str), return_inverse=True)

    def passing(self, filters: Filters) -> Mask:
        """Return who passes every wish."""
        return self._all_of(self._wishes(filters).values())

    def counts(self, filters: Filters, among: Mask, today: date) -> FacetCounts:
        """Count under some wishes those ``among`` whom anybody is asked for; months are counted from ``today``."""
        wishes = self._wishes(filters)

        def without(*facets: str) -> Mask:
            return among & self._all_of(mask for facet, mask in wishes.items() if facet not in facets)

        passing, but_jobs, but_region = without(), without(_JOBS), without(_REGION)
        begins = self._begins[without(_AVAILABLE)]
        begins = begins[begins != _NOT_STATED]
        languages = {language: without(_LANGUAGE + language) for language in sorted(self._levels)}
        return FacetCounts(
            total=int(among.sum()),
            remaining=int(passing.sum()),
            schemes=_counted(self._schemes[without(_SCHEME)]),
            languages={language: self._by_level(language, mask) for language, mask in languages.items()},
            groups=self._by_group(but_jobs),
            occupations=self._jobs.most_frequent(but_jobs),
            skills=self._skills.most_frequent(passing),
            available={within: int((begins <= months_after(today, within).toordinal()).sum()) for within in WITHIN},
            regions={region: int((would & but_region).sum()) for region, would in self._regions.items()},
        )

    def _wishes(self, filters: Filters) -> dict[str, Mask]:
        """Return who meets each wish, by facet; the wishes for one language are one facet."""
        keep_unknown = not filters.drop_unknown
        found: dict[str, Mask] = {}
        if filters.schemes:
            found[_SCHEME] = np.isin(self._schemes, list(filters.schemes))
        for wish in filters.languages:
            facet = _LANGUAGE + wish.language
            found[facet] = found.get(facet, True) & self._of_language(wish, keep_unknown=keep_unknown)
        for uri in filters.skills:
            naming = self._skills.naming(self._relations.held_by(uri))
            found[_SKILL + uri] = naming | (~self._skills.anybody() & keep_unknown)
        if filters.occupations:
            found[_JOBS] = self._of_jobs(filters.occupations) | (~self._jobs.anybody() & keep_unknown)
        if filters.available_by:
            unknown = self._begins == _NOT_STATED
            found[_AVAILABLE] = np.where(unknown, keep_unknown, self._begins <= filters.available_by.toordinal())
        if filters.regions:
            would = self._working_in(filters.regions)
            found[_REGION] = would | (~self._working_in(REGIONS) & keep_unknown)
        return found

    def _all_of(self, masks: Iterable[Mask]) -> Mask:
        found = np.ones(len(self._schemes), dtype=bool)
        for mask in masks:
            found &= mask
        return found

    def _of_language(self, wish: LanguageRequirement, *, keep_unknown: bool) -> Mask:
        held = self._levels.get(wish.language, np.full(len(self._schemes), _NOT_NAMED, dtype=np.int8))
        if wish.cefr is None:
            named: Mask = (held != _NOT_NAMED) | keep_unknown
            return named
        # A profile that lists languages but not this one is unknown too.
        unknown = held <= _NO_LEVEL
        meets: Mask = np.where(unknown, keep_unknown, held >= _number(wish.cefr))
        return meets

    def _of_jobs(self, wanted: Sequence[str]) -> Mask:
        digits = tuple(name for name in wanted if name.isdecimal())
        by_group = {uri for uri, group in self._groups.items() if group and group.startswith(digits)} if digits else ()
        return self._jobs.naming({*wanted, *by_group})

    def _working_in(self, regions: Iterable[str]) -> Mask:
        found = np.zeros(len(self._schemes), dtype=bool)
        for region in regions:
            found |= self._regions[region]
        return found

    def _by_level(self, language: str, among: Mask) -> dict[str, int]:
        held = self._levels[language][among]
        return {level: int((held >= _number(level)).sum()) for level in CEFR}

    def _by_group(self, among: Mask) -> dict[str, int]:
        """Count by the first digits of the groups; who names two jobs of one counts once in it."""
        seen, groups = among[self._jobs.rows], len(self._digits)
        pairs = np.unique(self._jobs.rows[seen] * groups + self._digits_of_job[self._jobs.codes[seen]])
        counts = np.bincount(pairs % groups, minlength=groups) if groups else pairs
        named = zip(self._digits.tolist(), counts.tolist(), strict=True)
        return {group: count for group, count in named if group and count}


def _levels(profiles: Sequence[HeldProfile]) -> dict[str, NDArray[np.int8]]:
    """Return by language the highest level that each candidate states."""
    levels: dict[str, NDArray[np.int8]] = {}
    for row, held in enumerate(profiles):
        for skill in held.profile.languages:
            column = levels.get(skill.language)
            if column is None:
                column = levels[skill.language] = np.full(len(profiles), _NOT_NAMED, dtype=np.int8)
            column[row] = max(column[row], _number(skill.cefr) if skill.cefr else _NO_LEVEL)
    return levels


def _day(held: HeldProfile) -> int:
    available = held.profile.available
    return available.toordinal() if available else _NOT_STATED


def _number(level: str) -> int:
    return CEFR.index(level) + 1


def _counted(names: NDArray[np.object_]) -> dict[str, int]:
    counts = Counter(names.tolist())
    return {name: counts[name] for name in sorted(counts)}
