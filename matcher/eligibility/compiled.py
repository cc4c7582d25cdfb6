"""Rules made ready for many pairs: what turns on one side alone is worked out once for that side.

A rule is two conjunctions, when it applies and what it requires. Their parts are sorted by what they look at: the
candidate, the vacancy, or both. A pair then combines two outcomes that are at hand with the parts that look at both.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from matcher.eligibility.evaluating import CODE_OF, Outcome, conjunction, evaluate
from matcher.eligibility.predicates import PREDICATES, Side
from matcher.records import Answer, Finding, Reason, VerdictKind
from taxonomies.belgium.rows import AllOf, Condition, Rule, Tree, conditions_of

Find = Callable[[Condition], Finding]


@dataclass(frozen=True, slots=True)
class Conjunction:
    """The parts of a conjunction by the side that they look at; what looks at neither goes with the vacancy."""

    candidate: tuple[Tree, ...]
    vacancy: tuple[Tree, ...]
    both: tuple[Tree, ...]

    @classmethod
    def of(cls, tree: AllOf) -> Self:
        """Sort the parts of a conjunction."""
        parts: dict[frozenset[Side], list[Tree]] = {}
        for part in tree.parts:
            sides = frozenset(PREDICATES[condition.name].side for condition in conditions_of(part)) - {Side.NEITHER}
            parts.setdefault(sides, []).append(part)
        one = (parts.get(frozenset({Side.CANDIDATE}), []), parts.get(frozenset({Side.VACANCY}), []))
        neither, both = parts.get(frozenset(), []), parts.get(frozenset({Side.CANDIDATE, Side.VACANCY}), [])
        return cls(tuple(one[0]), tuple(one[1] + neither), tuple(both))


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule as it stands on a day. ``in_force`` is false where only an earlier or later form of it is known.

    ``name`` is what it is called in words.
    """

    rule: Rule
    kind: VerdictKind
    name: Reason
    in_force: bool
    applies: Conjunction
    requires: Conjunction
    notes: tuple[Reason, ...] = ()

    @classmethod
    def of(cls, rule: Rule, *, in_force: bool, notes: tuple[Reason, ...] = ()) -> Self:
        """Make a rule ready, with the notes that stand beside it."""
        name, kind = Reason(f"rule.{rule.id}"), VerdictKind(rule.kind)
        return cls(rule, kind, name, in_force, Conjunction.of(rule.applies), Conjunction.of(rule.requires), notes)


@dataclass(frozen=True, slots=True)
class OneSide:
    """What one side alone makes of a rule, and where to find what its conditions found."""

    applies: Outcome
    requires: Outcome
    find: Find


def of_candidate(compiled: CompiledRule, find: Find) -> OneSide:
    """Work out what a candidate makes of a rule."""
    return OneSide(_together(compiled.applies.candidate, find), _together(compiled.requires.candidate, find), find)


def of_vacancy(compiled: CompiledRule, find: Find) -> OneSide:
    """Work out what a vacancy makes of a rule."""
    return OneSide(_together(compiled.applies.vacancy, find), _together(compiled.requires.vacancy, find), find)


def of_pair(parts: tuple[Tree, ...], vacancy: Outcome, candidate: Outcome, find: Find) -> Outcome:
    """Combine what both sides make of a conjunction with the parts that look at both, which come first."""
    if not parts:
        if vacancy.answer is candidate.answer:
            return Outcome(vacancy.answer, vacancy.findings + candidate.findings)
        return vacancy if CODE_OF[vacancy.answer] < CODE_OF[candidate.answer] else candidate
    return conjunction([*(evaluate(part, find) for part in parts), vacancy, candidate])


_HOLDS = Outcome(Answer.YES, ())


def _together(parts: tuple[Tree, ...], find: Find) -> Outcome:
    return conjunction([evaluate(part, find) for part in parts]) if parts else _HOLDS
