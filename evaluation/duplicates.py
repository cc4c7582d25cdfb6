"""Scores the search for duplicates on the labelled people: precision and recall of each grade, with intervals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from evaluation.duplicates_people import PARTS, LabelledPeople, labelled_people
from matcher.duplicates import DuplicateFinder, DuplicatePair, Grade
from matcher.duplicates.blocking import BlockingIndex
from matcher.duplicates.comparing import Side

_SAMPLES, _SEED = 1_000, 20261125
_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Figure:
    """A share with its 95% bootstrap interval over people, and the number of pairs that it is a share of."""

    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """Pairs offered at a grade or a surer one: how many are right, and how many of the true ones are among them."""

    part: str
    grade: str
    precision: Figure
    recall: Figure


@dataclass(frozen=True, slots=True)
class Completeness:
    """Blocking: the share of true pairs that were compared at all, and how many pairs were."""

    part: str
    records: int
    true_pairs: int
    compared: int
    completeness: float


def evaluate(progress: Callable[[int, int], None]) -> tuple[list[Outcome], list[Completeness]]:
    """Find duplicates in both parts and score each grade and those above it."""
    outcomes, blocked = [], []
    for done, part in enumerate(PARTS, start=1):
        people = labelled_people(part)
        blocked.append(blocking(part, people))
        pairs = DuplicateFinder().find(people.records)
        outcomes += [_outcome(part, grade, people, pairs) for grade in Grade]
        progress(done, len(PARTS))
    return outcomes, blocked


def blocking(part: str, people: LabelledPeople) -> Completeness:
    """Count which true pairs share a block."""
    index, compared = BlockingIndex(), set[_Pair]()
    for record in people.records:
        side = Side.of(record)
        compared |= {_ordered(record.id, index.sides[place].identity.id) for place in index.meet(side)}
    true = people.true_pairs()
    return Completeness(part, len(people.records), len(true), len(compared), len(true & compared) / len(true))


def _outcome(part: str, grade: Grade, people: LabelledPeople, pairs: Sequence[DuplicatePair]) -> Outcome:
    surer = list(Grade)[: list(Grade).index(grade) + 1]
    offered = {_ordered(pair.left.id, pair.right.id) for pair in pairs if pair.grade in surer}
    true = people.true_pairs()
    precision, recall = score(offered, true, people.person)
    return Outcome(part, grade.value, precision, recall)


def score(offered: set[_Pair], true: set[_Pair], person: dict[str, int]) -> tuple[Figure, Figure]:
    """Return precision and recall of pairs, with intervals by resampling people.

    A pair of two people counts as often as both are drawn, a pair of one person as often as that one is.
    """
    number = {who: place for place, who in enumerate(dict.fromkeys(person.values()))}
    random = np.random.default_rng(_SEED)
    drawn = random.multinomial(len(number), [1 / len(number)] * len(number), size=_SAMPLES)

    def weights(pairs: set[_Pair]) -> np.ndarray:
        total = np.zeros(_SAMPLES)
        for one, other in sorted(pairs):
            mine, theirs = number[person[one]], number[person[other]]
            total += drawn[:, mine] if mine == theirs else drawn[:, mine] * drawn[:, theirs]
        return total

    right = weights(offered & true)
    return (
        _figure(len(offered & true), len(offered), right, right + weights(offered - true)),
        _figure(len(offered & true), len(true), right, weights(true)),
    )


def _figure(right: int, of: int, sampled: np.ndarray, totals: np.ndarray) -> Figure:
    low, high = np.percentile(sampled / np.maximum(totals, 1), [2.5, 97.5])
    return Figure(right / max(1, of), float(low), float(high), of)


def _ordered(one: str, other: str) -> _Pair:
    return (min(one, other), max(one, other))
