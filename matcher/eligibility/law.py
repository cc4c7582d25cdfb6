"""The law on a day: which rules are tried for a candidate and a vacancy, and what each answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from matcher.eligibility.evaluating import evaluate
from matcher.eligibility.facts import ABROAD, CandidateFacts, VacancyFacts
from matcher.eligibility.predicates import PREDICATES, Side
from matcher.eligibility.setting import Setting, say
from matcher.records import Answer, Finding, Reason, Verdict, VerdictKind
from taxonomies.belgium.dated import as_of
from taxonomies.belgium.rows import BELGIUM, Condition, Rule
from taxonomies.belgium.tables import LegalTables


@dataclass(frozen=True, slots=True)
class RuleOnDay:
    """A rule as it stands on a day; ``in_force`` is false where only an earlier or later form of it is known."""

    rule: Rule
    in_force: bool


@dataclass(frozen=True, slots=True)
class _Key:
    """What a finding depends on besides the facts of one side."""

    test: Condition
    authority: str


class Law:
    """The rules of all authorities on one day. What was found of a candidate or a vacancy is worked out once.

    Args:
        tables: the legal tables.
        day: the day asked about.
    """

    def __init__(self, tables: LegalTables, day: date) -> None:
        self.day = day
        self.tables = tables
        self.rules = tuple(_rules_on(tables.rules, day))
        self._found: dict[tuple[str, _Key], Finding] = {}

    def rules_for(self, authority: str) -> Iterable[RuleOnDay]:
        """Return the rules that an authority applies, and those of all Belgium; none for work abroad."""
        wanted = {authority, BELGIUM}
        return (item for item in self.rules if item.rule.authority in wanted)

    def verdicts(self, candidate: CandidateFacts, vacancy: VacancyFacts) -> tuple[Verdict, ...]:
        """Try every rule for a candidate and a vacancy.

        Returns:
            The verdict of each rule that applies, or may: residence before permits, of each the open ones first, then
            unknown, with least missing first, then closed. No permit is tried where residence opens a way; nothing is
            for work outside Belgium.
        """
        if vacancy.authority == ABROAD:
            return ()
        tried = (self._verdict(item, candidate, vacancy) for item in self.rules_for(vacancy.authority))
        verdicts = sorted((verdict for verdict in tried if verdict), key=_order)
        if any(verdict.kind is VerdictKind.RESIDENCE and verdict.answer is Answer.YES for verdict in verdicts):
            return tuple(verdict for verdict in verdicts if verdict.kind is not VerdictKind.PERMIT)
        return tuple(verdicts)

    def find(self, test: Condition, authority: str, candidate: CandidateFacts, vacancy: VacancyFacts) -> Finding:
        """Return what a test finds, from memory where it was asked of the same side before."""
        side = PREDICATES[test.name].side
        owner = {Side.CANDIDATE: candidate.id, Side.VACANCY: vacancy.vacancy.id, Side.NEITHER: ""}[side]
        key = (f"{side} {owner}", _Key(test, authority))
        if key not in self._found:
            facts = {Side.CANDIDATE: candidate, Side.VACANCY: vacancy, Side.NEITHER: None}[side]
            self._found[key] = PREDICATES[test.name].find(facts, test, Setting(self.day, authority, self.tables))
        return self._found[key]

    def _verdict(self, item: RuleOnDay, candidate: CandidateFacts, vacancy: VacancyFacts) -> Verdict | None:
        rule = item.rule

        def find(test: Condition) -> Finding:
            return self.find(test, rule.authority, candidate, vacancy)

        applies = evaluate(rule.applies, find)
        if applies.answer is Answer.NO:
            return None
        if not item.in_force:
            return _judged(rule, Answer.UNKNOWN, (self._out_of_force(rule),))
        outcome = evaluate(rule.requires, find)
        if outcome.answer is Answer.YES and not rule.verified:
            finding = Finding(Answer.UNKNOWN, say("unverified"), say("ask_authority"))
            return _judged(rule, Answer.UNKNOWN, (*outcome.findings, finding))
        if applies.answer is Answer.UNKNOWN and outcome.answer is not Answer.NO:
            missing = outcome.findings if outcome.answer is Answer.UNKNOWN else ()
            return _judged(rule, Answer.UNKNOWN, (*applies.findings, *missing))
        return _judged(rule, outcome.answer, outcome.findings)

    def _out_of_force(self, rule: Rule) -> Finding:
        ask = say("ask_authority")
        if rule.valid_to is not None and rule.valid_to < self.day:
            return Finding(Answer.UNKNOWN, say("rule_expired", until=rule.valid_to.isoformat()), ask)
        return Finding(Answer.UNKNOWN, say("rule_later", since=rule.valid_from.isoformat()), ask)


def _rules_on(rules: Sequence[Rule], day: date) -> Iterable[RuleOnDay]:
    """Return each rule once, as it stands on the day, or in its form nearest in time."""
    for name in dict.fromkeys(rule.id for rule in rules):
        found = as_of([rule for rule in rules if rule.id == name], day)
        nearest = found.row or found.last or found.first
        if nearest is not None:
            yield RuleOnDay(nearest, found.row is not None)


def _judged(rule: Rule, answer: Answer, findings: tuple[Finding, ...]) -> Verdict:
    return Verdict(
        answer,
        rule.id,
        Reason(f"rule.{rule.id}"),
        rule.source,
        VerdictKind(rule.kind),
        rule.authority,
        findings,
        rule.valid_from,
        rule.valid_to,
        rule.checked_on,
    )


def _order(verdict: Verdict) -> tuple[int, int, int, str]:
    answers = (Answer.YES, Answer.UNKNOWN, Answer.NO)
    kind = tuple(VerdictKind).index(verdict.kind)
    return kind, answers.index(verdict.answer), len(verdict.findings), verdict.rule
