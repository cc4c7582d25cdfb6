"""The law on a day: which rules are tried for a candidate and a vacancy, and what each answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from matcher.eligibility.compiled import CompiledRule, OneSide, of_candidate, of_pair, of_vacancy
from matcher.eligibility.evaluating import Outcome
from matcher.eligibility.facts import ABROAD, CandidateFacts, VacancyFacts
from matcher.eligibility.predicates import PREDICATES, Side
from matcher.eligibility.setting import Setting, say
from matcher.records import Answer, Finding, Reason, Verdict, VerdictKind
from taxonomies.belgium.dated import as_of, holds
from taxonomies.belgium.rows import BELGIUM, Condition, Rule
from taxonomies.belgium.tables import LegalTables

_NOT_SHOWN = Finding(Answer.UNKNOWN, say("private"), say("ask_staff"), private=True)
_OPEN = Outcome(Answer.UNKNOWN, (Finding(Answer.UNKNOWN, say("private"), say("ask_staff")),))
"""What is known of a candidate whose papers are not looked at."""
_ANSWER_ORDER = {Answer.YES: 0, Answer.UNKNOWN: 1, Answer.NO: 2}
_KIND_ORDER = {kind: number for number, kind in enumerate(VerdictKind)}


@dataclass(slots=True)
class _Memory:
    """What was found of one candidate or vacancy: by condition and authority, and by rule."""

    found: dict[tuple[Condition, str], Finding] = field(default_factory=dict)
    rules: dict[str, OneSide] = field(default_factory=dict)


class Law:
    """The rules of all authorities on one day. What was found of a candidate or a vacancy is worked out once.

    Args:
        tables: the legal tables.
        day: the day asked about.
        hidden: names of tests that answer unknown whatever the facts, for somebody who may not learn them.
    """

    def __init__(self, tables: LegalTables, day: date, hidden: frozenset[str] = frozenset()) -> None:
        self.day = day
        self._hidden = hidden
        self.tables = tables
        self.rules = tuple(_rules_on(tables, day))
        self._by_authority: dict[str, tuple[CompiledRule, ...]] = {}
        self._of_candidates: dict[str, _Memory] = {}
        self._of_vacancies: dict[str, _Memory] = {}

    def rules_for(self, authority: str) -> tuple[CompiledRule, ...]:
        """Return the rules that an authority applies, and those of all Belgium."""
        if authority not in self._by_authority:
            wanted = {authority, BELGIUM}
            self._by_authority[authority] = tuple(item for item in self.rules if item.rule.authority in wanted)
        return self._by_authority[authority]

    def verdicts(self, candidate: CandidateFacts, vacancy: VacancyFacts) -> tuple[Verdict, ...]:
        """Try every rule for a candidate and a vacancy.

        Returns:
            The verdict of each rule that applies, or may: residence before permits, of each the open ones first, then
            unknown, with least missing first, then closed. No permit is tried where residence opens a way; nothing is
            for work outside Belgium.
        """
        if vacancy.authority == ABROAD:
            return ()
        people = self._of_candidates.setdefault(candidate.id, _Memory())
        jobs = self._of_vacancies.setdefault(vacancy.vacancy.id, _Memory())
        verdicts: list[Verdict] = []
        for item in self.rules_for(vacancy.authority):
            person = people.rules.get(item.rule.id) or self._candidate_side(item, people, candidate)
            if person.applies.answer is Answer.NO:
                continue
            job = jobs.rules.get(item.rule.id) or self._vacancy_side(item, jobs, vacancy)
            if job.applies.answer is not Answer.NO and (verdict := self._verdict(item, person, job)):
                verdicts.append(verdict)
        if any(verdict.kind is VerdictKind.RESIDENCE and verdict.answer is Answer.YES for verdict in verdicts):
            verdicts = [verdict for verdict in verdicts if verdict.kind is not VerdictKind.PERMIT]
        return tuple(sorted(verdicts, key=_order))

    def of_vacancy(self, vacancy: VacancyFacts) -> tuple[Verdict, ...]:
        """Return what a vacancy alone makes of each permit rule: closed, or else unknown with what it still lacks."""
        jobs = self._of_vacancies.setdefault(vacancy.vacancy.id, _Memory())
        found: list[Verdict] = []
        for item in self.rules_for(vacancy.authority):
            side = jobs.rules.get(item.rule.id) or self._vacancy_side(item, jobs, vacancy)
            if item.kind is not VerdictKind.PERMIT or side.applies.answer is Answer.NO:
                continue
            if not item.in_force:
                found.append(_judged(item, Outcome(Answer.UNKNOWN, (self._out_of_force(item.rule),))))
                continue
            outcome = of_pair(item.requires.both, side.requires, _OPEN, _of_one_side(side))
            shown = tuple(
                replace(finding, private=False) for finding in outcome.findings
            )  # nobody's papers are in them
            found.append(_judged(item, Outcome(outcome.answer, tuple(dict.fromkeys(shown)))))
        return tuple(sorted(found, key=_order))

    def find(self, condition: Condition, authority: str, facts: CandidateFacts | VacancyFacts) -> Finding:
        """Return what a condition finds of the side that it looks at, or of neither; nothing is kept of it."""
        if condition.name in self._hidden:
            return _NOT_SHOWN
        return PREDICATES[condition.name].find(facts, condition, Setting(self.day, authority, self.tables))

    def answers_as(self, other: Law, condition: Condition) -> bool:
        """Tell whether a condition finds under this law what it finds under another."""
        same = self.day == other.day and self.tables is other.tables
        return same and (condition.name in self._hidden) == (condition.name in other._hidden)

    def _find(
        self, memory: _Memory, condition: Condition, authority: str, facts: CandidateFacts | VacancyFacts
    ) -> Finding:
        key = (condition, authority)
        if key not in memory.found:
            memory.found[key] = self.find(condition, authority, facts)
        return memory.found[key]

    def _candidate_side(self, item: CompiledRule, memory: _Memory, facts: CandidateFacts) -> OneSide:
        authority = item.rule.authority
        side = of_candidate(item, lambda part: self._find(memory, part, authority, facts))
        memory.rules[item.rule.id] = side
        return side

    def _vacancy_side(self, item: CompiledRule, memory: _Memory, facts: VacancyFacts) -> OneSide:
        authority = item.rule.authority
        side = of_vacancy(item, lambda part: self._find(memory, part, authority, facts))
        memory.rules[item.rule.id] = side
        return side

    def _verdict(self, item: CompiledRule, person: OneSide, job: OneSide) -> Verdict | None:
        def find(condition: Condition) -> Finding:
            side = person if PREDICATES[condition.name].side is Side.CANDIDATE else job
            return side.find(condition)

        applies = of_pair(item.applies.both, job.applies, person.applies, find)
        if applies.answer is Answer.NO:
            return None
        if not item.in_force:
            return _judged(item, Outcome(Answer.UNKNOWN, (self._out_of_force(item.rule),)))
        requires = of_pair(item.requires.both, job.requires, person.requires, find)
        return _judged(item, _with_doubts(item.rule, applies, requires))

    def _out_of_force(self, rule: Rule) -> Finding:
        ask = say("ask_authority")
        if rule.valid_to is not None and rule.valid_to < self.day:
            return Finding(Answer.UNKNOWN, say("rule_expired", until=rule.valid_to.isoformat()), ask)
        return Finding(Answer.UNKNOWN, say("rule_later", since=rule.valid_from.isoformat()), ask)


def _of_one_side(job: OneSide) -> Callable[[Condition], Finding]:
    """Find conditions of a vacancy; those of a candidate stay open."""

    def find(condition: Condition) -> Finding:
        return _OPEN.findings[0] if PREDICATES[condition.name].side is Side.CANDIDATE else job.find(condition)

    return find


def _rules_on(tables: LegalTables, day: date) -> Iterable[CompiledRule]:
    """Return each rule once, as it stands on the day, or in its form nearest in time."""
    notes = [note for note in tables.notes if holds(note, day)]
    for name in dict.fromkeys((rule.id, rule.authority) for rule in tables.rules):
        found = as_of([rule for rule in tables.rules if (rule.id, rule.authority) == name], day)
        nearest = found.row or found.last or found.first
        if nearest is not None:
            beside = tuple(Reason(f"note.{note.id}") for note in notes if nearest.id.startswith(note.rules))
            yield CompiledRule.of(nearest, in_force=found.row is not None, notes=beside)


def _with_doubts(rule: Rule, applies: Outcome, requires: Outcome) -> Outcome:
    """Return what a rule requires, held back where it is unverified or where it is open whether it applies."""
    if requires.answer is Answer.NO or (requires.answer is Answer.UNKNOWN and applies.answer is Answer.YES):
        return requires
    if applies.answer is Answer.UNKNOWN:
        missing = requires.findings if requires.answer is Answer.UNKNOWN else ()
        return Outcome(Answer.UNKNOWN, applies.findings + missing)
    if not rule.verified:
        doubt = Finding(Answer.UNKNOWN, say("unverified"), say("ask_authority"))
        return Outcome(Answer.UNKNOWN, (*requires.findings, doubt))
    return requires


def _judged(item: CompiledRule, outcome: Outcome) -> Verdict:
    rule = item.rule
    return Verdict(
        outcome.answer,
        rule.id,
        item.name,
        rule.source,
        item.kind,
        rule.authority,
        outcome.findings,
        rule.valid_from,
        rule.valid_to,
        rule.checked_on,
        item.notes,
    )


def _order(verdict: Verdict) -> tuple[int, int, int, str]:
    return _KIND_ORDER[verdict.kind], _ANSWER_ORDER[verdict.answer], len(verdict.findings), verdict.rule
