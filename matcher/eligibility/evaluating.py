"""Trees of tests in three-valued logic: for one pair with what decided it, and for all pairs at once.

Kleene's strong logic: *all* is the least of its parts and *any* the greatest, where no < unknown < yes. Nothing missing
can make a yes: a part that is unknown never raises the least above unknown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from matcher.eligibility.predicates import PREDICATES
from matcher.records import Answer, Finding
from taxonomies.belgium.rows import AllOf, AnyOf, Condition, Tree, conditions_of

Answers = NDArray[np.int8]
"""0 for no, 1 for unknown, 2 for yes."""

NO, UNKNOWN, YES = 0, 1, 2
CODE_OF = {Answer.NO: NO, Answer.UNKNOWN: UNKNOWN, Answer.YES: YES}
ANSWER_OF = (Answer.NO, Answer.UNKNOWN, Answer.YES)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a tree came to, and the findings that decided it: those that fail, else those that miss, else all."""

    answer: Answer
    findings: tuple[Finding, ...]


def evaluate(tree: Tree, find: Callable[[Condition], Finding]) -> Outcome:
    """Evaluate a tree for one pair.

    Args:
        tree: the conditions.
        find: gives what was found for a test.
    """
    if isinstance(tree, Condition):
        finding = find(tree)
        return Outcome(finding.answer, (finding,))
    parts = [evaluate(part, find) for part in tree.parts]
    if isinstance(tree, AnyOf):
        return _any(tree, parts)
    return conjunction(parts)


def conjunction(parts: list[Outcome]) -> Outcome:
    """Return the least of some outcomes, with the findings of those that came to it."""
    answer = min((part.answer for part in parts), key=CODE_OF.__getitem__, default=Answer.YES)
    return Outcome(answer, tuple(finding for part in parts if part.answer is answer for finding in part.findings))


def _any(tree: AnyOf, parts: list[Outcome]) -> Outcome:
    answer = max((part.answer for part in parts), key=CODE_OF.__getitem__, default=Answer.NO)
    chosen = [(branch, part) for branch, part in zip(tree.parts, parts, strict=True) if part.answer is answer]
    if answer is Answer.YES:
        chosen = chosen[:1]
    return Outcome(answer, tuple(finding for branch, part in chosen for finding in _seen(branch, part)))


def _seen(branch: Tree, part: Outcome) -> tuple[Finding, ...]:
    """Mark a whole branch private where one of its tests is: the wage that suffices under an age tells the age."""
    if isinstance(branch, Condition) or not any(PREDICATES[test.name].private for test in conditions_of(branch)):
        return part.findings
    return tuple(replace(finding, private=True) for finding in part.findings)


def evaluate_all(tree: Tree, answers: Callable[[Condition], Answers]) -> Answers:
    """Evaluate a tree for all pairs.

    Args:
        tree: the conditions.
        answers: gives the answers of a test, of shape (candidates, 1), (1, vacancies) or (1, 1).

    Returns:
        Answers of a shape that broadcasts to (candidates, vacancies).
    """
    if isinstance(tree, Condition):
        return answers(tree)
    parts = [evaluate_all(part, answers) for part in tree.parts]
    if isinstance(tree, AllOf):
        return reduce(np.minimum, parts, np.array([[YES]], dtype=np.int8))
    return reduce(np.maximum, parts, np.array([[NO]], dtype=np.int8))
