"""A cohort as project staff look at it: rows and counts, what is missing, skills and demand, how far people came."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from matcher.cohorts import (
    NO_STAGE,
    CohortFilters,
    CohortRow,
    Dimension,
    Fact,
    Pivot,
    SkillArea,
    facet_counts,
    grounds_of,
    pivot,
    skills_map,
    value_of,
)
from matcher.hiring import Stage
from matcher.offices.office import Office
from matcher.preparation import Progress, silent
from matcher.stewardship import Right, blind_name
from matcher.stewardship.cohort_status import CohortStatus, cohort_status
from matcher.stewardship.steward import COHORT
from matcher.store import HeldGrounds
from taxonomies.schemes import find_scheme

PAGE = 25
_AREAS = 24  # groups of skills in a picture
_PORTION = 500  # people whose grounds are opened between two reports of progress


class Order(StrEnum):
    """In which order rows stand."""

    LEAST_KNOWN = "least_known"
    MOST_KNOWN = "most_known"
    MOST_YEARS = "most_years"
    OCCUPATION = "occupation"


@dataclass(frozen=True, slots=True)
class CohortLine:
    """One row as it is shown: number, labels, and how far the person came."""

    id: str
    blind: str
    row: CohortRow
    occupation: str
    stage: str


@dataclass(frozen=True, slots=True)
class CohortPage:
    """Some rows, how many people are in question and in reach, and how many would have each value of a facet.

    ``counts`` are under all filters but the facet's own: by facet, then by value.
    """

    lines: tuple[CohortLine, ...]
    found: int
    within: int
    counts: Mapping[Dimension, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class NamedArea:
    """A group of skills with its label."""

    label: str
    area: SkillArea


@dataclass(frozen=True, slots=True)
class Funnel:
    """How many people are in question, may be ranked today, and ever came to each stage."""

    joined: int
    rankable: int
    reached: Mapping[Stage, int]


class CohortOffice(Office):
    """The workspace of a cohort. Rows name nobody; gender and nationality are counted, never shown of one person."""

    right: ClassVar[Right] = Right.COHORT

    def page(
        self,
        filters: CohortFilters | None = None,
        order: Order = Order.LEAST_KNOWN,
        page: int = 0,
        language: str = "en",
        progress: Progress = silent,
    ) -> CohortPage:
        """Return a page (from 0) of the people in question, with counts for the filters.

        Args:
            filters: who is in question; everybody within reach where none are given.
            order: of the rows; those alike stand by id.
            page: which.
            language: of the labels.
            progress: told how many profiles were read, where they have to be.
        """
        self.actor.require(Right.COHORT)
        asked, rows = filters or CohortFilters(), self._rows(progress)
        stages = self._stages(rows)
        found = sorted((row for row in rows if asked.lets_pass(row, stages)), key=self._key(order, language))
        shown = found[page * PAGE : (page + 1) * PAGE]
        lines = tuple(
            CohortLine(
                row.id, blind_name(row.id), row, self._label(row.occupation, language), stages.get(row.id, NO_STAGE)
            )
            for row in shown
        )
        return CohortPage(lines, len(found), len(rows), facet_counts(rows, asked, stages))

    def pivot(
        self,
        by: Dimension,
        across: Dimension,
        filters: CohortFilters | None = None,
        language_held: str = "nl",
        progress: Progress = silent,
    ) -> Pivot:
        """Return the people in question counted by two things; groups by gender or nationality under 5 are not shown.

        Args:
            by: what the rows are.
            across: what the columns are.
            filters: who is in question.
            language_held: whose level is counted where that is asked.
            progress: told how many people's grounds were opened, where they have to be.
        """
        self.actor.require(Right.COHORT)
        rows = self._asked(filters, progress)
        protected = by.is_protected or across.is_protected
        grounds = self._grounds(progress) if protected else {}
        values = [self._values(one, rows, grounds, language_held) for one in (by, across)]
        return pivot([row.id for row in rows], values[0].__getitem__, values[1].__getitem__, protected=protected)

    def completeness(self, filters: CohortFilters | None = None, progress: Progress = silent) -> Mapping[Fact, int]:
        """Return of how many of the people in question each fact is missing, the most missed first."""
        self.actor.require(Right.COHORT)
        rows = self._asked(filters, progress)
        missing = {fact: sum(fact not in row.known for row in rows) for fact in Fact}
        return dict(sorted(missing.items(), key=lambda item: -item[1]))

    def skills_map(
        self, filters: CohortFilters | None = None, language: str = "en", progress: Progress = silent
    ) -> tuple[NamedArea, ...]:
        """Return the groups of skills most asked by the open vacancies, with how many people have one of each."""
        self.actor.require(Right.COHORT)
        groups = self._engine.skill_groups
        areas = skills_map(self._asked(filters, progress), self._demands(progress), groups.of)
        return tuple(NamedArea(groups.label(area.uri, language), area) for area in areas[:_AREAS])

    def funnel(self, filters: CohortFilters | None = None, progress: Progress = silent) -> Funnel:
        """Return how far the people in question came, from joined to hired."""
        self.actor.require(Right.COHORT)
        rows = self._asked(filters, progress)
        ids = {row.id for row in rows}
        lawful = self._engine.steward.lawful_pool(self._engine.store.profiles())
        rankable = sum(held.id in ids for held in lawful.profiles)
        return Funnel(len(rows), rankable, self._engine.store.shortlists.funnel(ids))

    def targets(self, progress: Progress = silent) -> tuple[CohortStatus, ...]:
        """Return how each scheme within reach that aims at shares stands beside them; small groups are not shown."""
        self.actor.require(Right.COHORT)
        rows = self._rows(progress)
        schemes = [find_scheme(name) for name in sorted({row.scheme for row in rows})]
        grounds = self._grounds(progress) if any(scheme.share_targets for scheme in schemes) else {}
        return tuple(
            cohort_status(scheme, [grounds[row.id] for row in rows if row.scheme == scheme.name])
            for scheme in schemes
            if scheme.share_targets
        )

    # --- what is read

    def _rows(self, progress: Progress) -> list[CohortRow]:
        reach = self._engine.steward.reach
        return [row for row in self._engine.cohort_rows.rows(progress) if reach.candidate(row.id, row.scheme)]

    def _asked(self, filters: CohortFilters | None, progress: Progress) -> list[CohortRow]:
        rows = self._rows(progress)
        if filters is None:
            return rows
        stages = self._stages(rows)
        return [row for row in rows if filters.lets_pass(row, stages)]

    def _stages(self, rows: Sequence[CohortRow]) -> Mapping[str, Stage]:
        return self._engine.store.shortlists.stages([row.id for row in rows])

    def _grounds(self, progress: Progress) -> Mapping[str, HeldGrounds]:
        """Read what groups everybody belongs to, and write down that this actor counts by them."""
        ids = [row.id for row in self._engine.cohort_rows.rows(progress)]
        self._engine.steward.audit.record_view("candidates", COHORT, {"shown": "counts of groups"})

        def read() -> dict[str, HeldGrounds]:
            found: dict[str, HeldGrounds] = {}
            for start in range(0, len(ids), _PORTION):
                found |= self._engine.store.grounds(ids[start : start + _PORTION])
                progress("reading groups", min(start + _PORTION, len(ids)), len(ids))
            return found

        return self._engine.grounds.get(self._engine.steward.register.revision(), read)

    def _demands(self, progress: Progress) -> list[frozenset[str]]:
        vacancies = self.vacancies(open_on=date.today())

        def read() -> list[frozenset[str]]:
            linked = self._engine.preparer.requirement_links(vacancies, progress)
            return [frozenset(link.uri for link in links if link.uri) for links in linked]

        return self._engine.demands.get(vacancies, read)

    def _values(
        self, dimension: Dimension, rows: Sequence[CohortRow], grounds: Mapping[str, HeldGrounds], language: str
    ) -> dict[str, str]:
        ids = [row.id for row in rows]
        if dimension.is_protected:
            return grounds_of({one: grounds[one] for one in ids}, dimension)
        if dimension is Dimension.STAGE:
            stages = self._stages(rows)
            return {one: stages.get(one, NO_STAGE) for one in ids}
        return {row.id: value_of(row, dimension, language) for row in rows}

    def _label(self, uri: str, language: str) -> str:
        return self._engine.taxonomy.occupation(uri).label(language) if uri else ""

    def _key(self, order: Order, language: str) -> Callable[[CohortRow], tuple[object, ...]]:
        keys: dict[Order, Callable[[CohortRow], tuple[object, ...]]] = {
            Order.LEAST_KNOWN: lambda row: (len(row.known), row.id),
            Order.MOST_KNOWN: lambda row: (-len(row.known), row.id),
            Order.MOST_YEARS: lambda row: (-(row.years or -1.0), row.id),
            Order.OCCUPATION: lambda row: (not row.occupation, self._label(row.occupation, language), row.id),
        }
        return keys[order]
