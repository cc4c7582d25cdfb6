"""Verdicts of many candidates with many vacancies at once, as arrays; single ones are explained by :class:`Law`.

A test looks at one side only, so each is asked once a candidate or once a vacancy; a pair costs a few comparisons of
bytes. At fifty million profiles the candidates' answers are columns to store beside them and slice by shard.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.eligibility.compiled import CompiledRule
from matcher.eligibility.evaluating import ANSWER_OF, CODE_OF, NO, UNKNOWN, YES, Answers, evaluate_all
from matcher.eligibility.facts import ABROAD, CandidateFacts, VacancyFacts
from matcher.eligibility.law import Law
from matcher.eligibility.predicates import PREDICATES, Side
from matcher.records import Answer, VerdictKind
from taxonomies.belgium.rows import BELGIUM, Condition

NOT_TRIED = -1


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


def verdict_table(law: Law, candidates: Sequence[CandidateFacts], vacancies: Sequence[VacancyFacts]) -> VerdictTable:
    """Try every rule for every pair."""
    columns = _Columns(law, candidates, vacancies)
    shape = (len(candidates), len(vacancies))
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

    def __init__(self, law: Law, candidates: Sequence[CandidateFacts], vacancies: Sequence[VacancyFacts]) -> None:
        self._law = law
        self._candidates = candidates
        self._vacancies = vacancies
        self._authorities = np.array([facts.authority for facts in vacancies])
        self._kept: dict[tuple[Condition, str], Answers] = {}

    def answers(self, item: CompiledRule) -> Answers:
        """Return a rule's answers, of shape (candidates, vacancies)."""
        rule = item.rule
        found = np.full((len(self._candidates), len(self._vacancies)), NOT_TRIED, dtype=np.int8)
        here = self._authorities != ABROAD if rule.authority == BELGIUM else self._authorities == rule.authority
        chosen = np.flatnonzero(here)
        if not len(chosen) or not len(self._candidates):
            return found

        def ask(test: Condition) -> Answers:
            answers = self._of(test, rule.authority)
            return answers[:, chosen] if answers.shape[1] > 1 or PREDICATES[test.name].side is Side.VACANCY else answers

        applies = evaluate_all(rule.applies, ask)
        requires = evaluate_all(rule.requires, ask) if item.in_force else np.array([[UNKNOWN]], dtype=np.int8)
        if not rule.verified:
            requires = np.minimum(requires, UNKNOWN)
        answers = np.where(applies == NO, NOT_TRIED, np.minimum(applies, requires))
        found[:, chosen] = np.broadcast_to(answers, (len(self._candidates), len(chosen)))
        return found

    def _of(self, test: Condition, authority: str) -> Answers:
        if (test, authority) not in self._kept:
            self._kept[test, authority] = self._ask(test, authority)
        return self._kept[test, authority]

    def _ask(self, condition: Condition, authority: str) -> Answers:
        if PREDICATES[condition.name].side is Side.CANDIDATE:
            of_people = [self._law.find_of_candidate(condition, authority, facts) for facts in self._candidates]
            return np.array([[CODE_OF[finding.answer]] for finding in of_people], dtype=np.int8)
        jobs = self._vacancies if PREDICATES[condition.name].side is Side.VACANCY else self._vacancies[:1]
        of_jobs = [self._law.find_of_vacancy(condition, authority, facts) for facts in jobs]
        return np.array([[CODE_OF[finding.answer] for finding in of_jobs]], dtype=np.int8)
