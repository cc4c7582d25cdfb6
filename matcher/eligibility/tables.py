"""Verdicts of many candidates with many vacancies at once, as arrays; single ones are explained by :class:`Law`.

A test looks at one side only, so each is asked once a candidate or once a vacancy; a pair costs a few comparisons of
bytes. At fifty million profiles the candidates' answers are columns to store beside them and slice by shard.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.eligibility.compiled import CompiledRule
from matcher.eligibility.evaluating import ANSWER_OF, CODE_OF, NO, UNKNOWN, YES, Answers, evaluate_all
from matcher.eligibility.facts import ABROAD, CandidateFacts, VacancyFacts
from matcher.eligibility.law import Law
from matcher.eligibility.predicates import PREDICATES, Side
from matcher.records import Answer, VerdictKind
from taxonomies.belgium.rows import BELGIUM, Condition, conditions_of

NOT_TRIED = -1
_NEW = -1  # a candidate of whom nothing is known yet


@dataclass(frozen=True, slots=True)
class VerdictTable:
    """The answer of each rule for each pair: int8 of shape (candidates, vacancies), -1 where it does not apply.

    ``routes`` is the best answer of any permit or residence rule, and at most that of the profession's rules.
    """

    by_rule: Mapping[str, Answers]
    routes: Answers

    def answer(self, rule: str, candidate: int, vacancy: int) -> Answer | None:
        """Return a rule's answer for a pair, ``None`` where it does not apply."""
        code = self.by_rule[rule][candidate, vacancy]
        return None if code == NOT_TRIED else ANSWER_OF[code]

    def route(self, candidate: int, vacancy: int) -> Answer:
        """Return whether any route is open for a pair."""
        return ANSWER_OF[self.routes[candidate, vacancy]]


class CandidateColumns:
    """What each test of candidates answers of each of some candidates on a day, worked out once for all vacancies.

    An answer turns on the candidate and the day alone; who decides on permits only changes in what words it is told.
    """

    def __init__(self, law: Law, candidates: Sequence[CandidateFacts], before: CandidateColumns | None = None) -> None:
        """Take some candidates; those who were among those ``before``, as the very same object, are not asked again."""
        self.law = law
        self.candidates = candidates
        self._kept: dict[Condition, Answers] = {}
        self._before: Mapping[Condition, Answers] = before.still_true(law) if before else {}
        rows = {id(facts): row for row, facts in enumerate(before.candidates)} if self._before and before else {}
        self._rows = np.array([rows.get(id(facts), _NEW) for facts in candidates], dtype=np.int64)

    def ask_everything(self, told: Callable[[int, int], None]) -> None:
        """Ask every test of candidates that a rule names, telling how many of how many are asked."""
        trees = [tree for item in self.law.rules for tree in (item.rule.applies, item.rule.requires)]
        named = dict.fromkeys(test for tree in trees for test in conditions_of(tree))
        tests = [test for test in named if PREDICATES[test.name].side is Side.CANDIDATE]
        for number, test in enumerate(tests):
            told(number, len(tests))
            self.of(test)

    def of(self, test: Condition) -> Answers:
        """Return the answers to a test, of shape (candidates, 1)."""
        if test not in self._kept:
            self._kept[test] = self._ask(test)
        return self._kept[test]

    def still_true(self, law: Law) -> Mapping[Condition, Answers]:
        """Return the answers that are the same under a law."""
        return {test: answers for test, answers in self._kept.items() if law.answers_as(self.law, test)}

    def _ask(self, test: Condition) -> Answers:
        known = self._before.get(test)
        answers = np.empty((len(self.candidates), 1), dtype=np.int8)
        old = self._rows != _NEW if known is not None else np.zeros(len(self.candidates), dtype=bool)
        if known is not None:
            answers[old] = known[self._rows[old]]
        for row in np.flatnonzero(~old).tolist():
            answers[row, 0] = CODE_OF[self.law.find(test, BELGIUM, self.candidates[row]).answer]
        return answers


def verdict_table(candidates: CandidateColumns, vacancies: Sequence[VacancyFacts]) -> VerdictTable:
    """Try every rule for every pair."""
    law = candidates.law
    columns = _Columns(candidates, vacancies)
    shape = (len(candidates.candidates), len(vacancies))
    by_rule: dict[str, Answers] = {}
    for item in law.rules:  # a rule that several authorities apply is one for each, of other vacancies
        answers = columns.answers(item)
        known = by_rule.get(item.rule.id)
        by_rule[item.rule.id] = answers if known is None else np.maximum(known, answers)
    _leave_out_needless_permits(law, by_rule, shape)
    routes = np.full(shape, NOT_TRIED, dtype=np.int8)
    leave = np.full(shape, YES, dtype=np.int8)
    for item in law.rules:
        answers = by_rule[item.rule.id]
        if item.rule.kind in (VerdictKind.PERMIT, VerdictKind.RESIDENCE):
            np.maximum(routes, answers, out=routes)
        elif item.rule.kind == VerdictKind.PROFESSION:
            np.minimum(leave, np.where(answers == NOT_TRIED, YES, answers), out=leave)
    routes[routes == NOT_TRIED] = UNKNOWN
    return VerdictTable(by_rule, np.minimum(routes, leave))


def _leave_out_needless_permits(law: Law, by_rule: Mapping[str, Answers], shape: tuple[int, int]) -> None:
    """Mark permits as not tried where residence opens a way."""
    open_by_residence = np.zeros(shape, dtype=bool)
    for item in law.rules:
        if item.rule.kind == VerdictKind.RESIDENCE:
            open_by_residence |= by_rule[item.rule.id] == YES
    for item in law.rules:
        if item.rule.kind == VerdictKind.PERMIT:
            by_rule[item.rule.id][open_by_residence] = NOT_TRIED


class _Columns:
    """What each test finds of each candidate, as a column, or of each vacancy, as a row."""

    def __init__(self, candidates: CandidateColumns, vacancies: Sequence[VacancyFacts]) -> None:
        self._people = candidates
        self._vacancies = vacancies
        self._authorities = np.array([facts.authority for facts in vacancies])
        self._kept: dict[tuple[Condition, str], Answers] = {}

    def answers(self, item: CompiledRule) -> Answers:
        """Return a rule's answers, of shape (candidates, vacancies)."""
        rule = item.rule
        found = np.full((len(self._people.candidates), len(self._vacancies)), NOT_TRIED, dtype=np.int8)
        here = self._authorities != ABROAD if rule.authority == BELGIUM else self._authorities == rule.authority
        chosen = np.flatnonzero(here)
        if not len(chosen) or not len(found):
            return found

        def ask(test: Condition) -> Answers:
            side = PREDICATES[test.name].side
            if side is Side.CANDIDATE:
                return self._people.of(test)
            answers = self._of_vacancies(test, rule.authority)
            return answers[:, chosen] if side is Side.VACANCY else answers

        applies = evaluate_all(rule.applies, ask)
        requires = evaluate_all(rule.requires, ask) if item.in_force else np.array([[UNKNOWN]], dtype=np.int8)
        if not rule.verified:
            requires = np.minimum(requires, UNKNOWN)
        answers = np.where(applies == NO, NOT_TRIED, np.minimum(applies, requires))
        found[:, chosen] = np.broadcast_to(answers, (len(found), len(chosen)))
        return found

    def _of_vacancies(self, test: Condition, authority: str) -> Answers:
        """Return the answers of each vacancy, or one for all where the test looks at neither side."""
        if (test, authority) not in self._kept:
            jobs = self._vacancies if PREDICATES[test.name].side is Side.VACANCY else self._vacancies[:1]
            found = [CODE_OF[self._people.law.find(test, authority, facts).answer] for facts in jobs]
            self._kept[test, authority] = np.array([found], dtype=np.int8)
        return self._kept[test, authority]
