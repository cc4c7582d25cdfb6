"""The report on groups: selection and exposure of each, among everybody and among comparable candidates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation.fairness.groups import dimensions
from evaluation.fairness.people import Field, field_of
from evaluation.fairness.selection import FOUR_FIFTHS, Interval, Outcome, Rankings, outcomes
from evaluation.fairness.suppression import SMALLEST, with_small_hidden
from evaluation.suites import Bench, Figure, Measured
from matcher.evidence import Opening, Pool
from matcher.records import CodeSystem, ConceptLink
from matcher.statistics.release import rounded
from taxonomies.concepts import Occupation, Taxonomy

CUTS = (5, 10, 20)
SHOWN = 20  # places that exposure is cut off at, for who looks at one page
EVERYBODY, COMPARABLE = "everybody", "comparable"
_TOLD = 10  # the cut that figures and notes are about; the tables hold all


@dataclass(frozen=True, slots=True)
class Row:
    """What one group gets by one measure, in a pool: the table that people read."""

    pool: str
    dimension: str
    measure: str
    vacancies: int
    outcome: Outcome

    @property
    def sign(self) -> str:
        """``below`` where the rate is under four fifths of the highest, ``clearly below`` where its interval is too."""
        ratio = self.outcome.to_highest
        if not ratio.value < FOUR_FIFTHS:
            return ""
        return "clearly below" if ratio.high < FOUR_FIFTHS else "below"


def measure_groups(bench: Bench) -> Measured:
    """Measure how groups fare over all open vacancies."""
    field = field_of(bench.matcher)
    pool = bench.matcher.preparer.pool([(member.id, member.profile) for member in field.members])
    openings = bench.matcher.preparer.openings(field.vacancies)
    scores = bench.matcher.scores(pool, openings, lambda _step, done, total: bench.progress(done, total))
    same_kind = comparable(bench.matcher.taxonomy, pool, openings)
    rankings = {
        EVERYBODY: Rankings.of(scores, pool.ids),
        COMPARABLE: Rankings.of(scores, pool.ids, same_kind),
    }
    rows = [row for name, made in rankings.items() for row in _rows(name, made, field, bench.seed)]
    return Measured(tuple(_figures(rows)), {"groups": [_plain(row) for row in rows]}, _notes(field, rows, same_kind))


def comparable(taxonomy: Taxonomy, pool: Pool, openings: Sequence[Opening]) -> NDArray[np.bool_]:
    """Tell who has an occupation in a vacancy's ISCO-08 major group; shape (openings, people).

    A vacancy whose occupation is not known has nobody, and is left out of what is measured among comparable people.
    """
    held = [set[str]() for _ in pool.ids]
    for owner, link in zip(pool.titles.owners, pool.titles.links, strict=True):
        held[owner] |= _major_groups(taxonomy, [link])
    asked = [_major_groups(taxonomy, opening.occupations) | _coded_groups(opening) for opening in openings]
    return np.array([[bool(wanted & groups) for groups in held] for wanted in asked], dtype=np.bool_)


def _major_groups(taxonomy: Taxonomy, links: Sequence[ConceptLink]) -> set[str]:
    concepts = [taxonomy.concept(link.uri) for link in links if link.uri]
    return {item.isco_group[0] for item in concepts if isinstance(item, Occupation) and item.isco_group}


def _coded_groups(opening: Opening) -> set[str]:
    return {item.code[:1] for item in opening.vacancy.codes if item.system is CodeSystem.ISCO and item.code}


def _rows(name: str, rankings: Rankings, field: Field, seed: int) -> Iterator[Row]:
    counted = [bool(column.any()) for column in rankings.pools.T]
    for dimension, group_of in dimensions(field.day).items():
        groups = with_small_hidden([group_of(member) for member in field.members], counted)
        for measure, used, amounts in _measures(rankings):
            for outcome in outcomes(amounts, used.pools, groups, seed) if len(amounts) else ():
                yield Row(name, dimension, measure, len(amounts), outcome)


def _measures(rankings: Rankings) -> Iterator[tuple[str, Rankings, np.ndarray]]:
    for k in CUTS:
        used = rankings.longer_than(k)
        yield f"selected@{k}", used, used.selected(k)
    used = rankings.longer_than(0)
    yield "exposure", used, used.exposure()
    used = rankings.longer_than(SHOWN)
    yield f"exposure@{SHOWN}", used, used.exposure(SHOWN)


def _figures(rows: Sequence[Row]) -> Iterator[Figure]:
    """Yield the figures that a comparison of two runs should watch."""
    for row in rows:
        found, part = row.outcome, f"{row.dimension}: {row.outcome.group} ({row.pool})"
        if row.measure == f"selected@{_TOLD}":
            yield _figure(row.measure, found.rate, row.vacancies, part)
            yield _figure(f"impact_ratio@{_TOLD}", found.to_highest, row.vacancies, part)
        elif row.measure == "exposure":
            yield _figure("exposure_ratio", found.to_all, row.vacancies, part)


def _figure(metric: str, found: Interval, n: int, part: str) -> Figure:
    return Figure(metric, found.value, found.low, found.high, n, part=part)


def _plain(row: Row) -> Mapping[str, Any]:
    found = row.outcome
    told: dict[str, Any] = {
        "pool": row.pool,
        "dimension": row.dimension,
        "measure": row.measure,
        "group": found.group,
        # To the nearest 5, as all statistics: an exact size could be set against those to work out a hidden one.
        "people": rounded(found.size),
        "vacancies": row.vacancies,
    }
    for name, interval in (("rate", found.rate), ("to_highest", found.to_highest), ("to_all", found.to_all)):
        bounds = (interval.value, interval.low, interval.high)
        told[name] = None if np.isnan(interval.value) else [round(bound, 6) for bound in bounds]
    return {**told, "four_fifths": row.sign}


def _notes(field: Field, rows: Sequence[Row], same_kind: NDArray[np.bool_]) -> tuple[str, ...]:
    known = int(same_kind.any(axis=1).sum())
    return (
        f"Measured on {field.origin}: {len(field.members)} people, {len(field.vacancies)} vacancies open on "
        f"{field.day}.",
        f"Groups under {SMALLEST} people are not shown, nor the next smallest where one alone would be hidden.",
        f"'{EVERYBODY}' ranks all people for each vacancy; '{COMPARABLE}' only those with an occupation in the "
        f"vacancy's ISCO-08 major group, which is known for {known} of the vacancies. A scheme of welders is rarely "
        "selected for vacancies in ICT: that shows among everybody and is no unequal treatment. A gap that stays "
        "among comparable people asks for a look at what makes it: experience, level, or the words people use.",
        *(_said(rows, pool) for pool in (EVERYBODY, COMPARABLE)),
        "Under four fifths is a sign to look, not proof of discrimination, and above it none of its absence. "
        "Intervals are by vacancy (1,000 draws): they say how sure the figure is for these people, not for others.",
    )


def _said(rows: Sequence[Row], pool: str) -> str:
    low = [row for row in rows if row.pool == pool and row.measure == f"selected@{_TOLD}" and row.sign]
    told = "; ".join(
        f"{row.dimension} {row.outcome.group} {row.outcome.to_highest.value:.2f}"
        + (" (surely)" if row.sign == "clearly below" else "")
        for row in low
    )
    start = f"Selected among the first {_TOLD} at less than four fifths of the highest group's rate, {pool}: "
    return start + (told or "no group") + "."
