"""What of the law may be shown to whom: nationality, age and residence papers only to roles that may see them.

Not only words tell: so does which rules are listed, and a wage that suffices only under an age. Other roles therefore
read one answer of all ways together, worked out without looking at ages, and of each permit only what the vacancy makes
of it, which is the same for everybody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from matcher.eligibility.evaluating import ANSWER_OF, CODE_OF
from matcher.eligibility.facts import CandidateFacts, VacancyFacts
from matcher.eligibility.law import Law
from matcher.records import Answer, Finding, Reason, Verdict, VerdictKind

HIDDEN = frozenset({"younger_than"})
"""Tests that a law for other roles leaves unanswered: stepping the day would read a birthday from them."""

_WAYS = (VerdictKind.PERMIT, VerdictKind.RESIDENCE)
_TOGETHER = "legal_way"
_TELLING = {"law.recognise_free": "law.recognise_veiled", "law.recognise_paid": "law.recognise_veiled"}


def route(verdicts: Sequence[Verdict]) -> Answer:
    """Return whether a way to hire is open: the best of permits and residence, at most what the profession allows.

    Where one verdict speaks of all ways together (:func:`veiled`), it is that one which counts.
    """
    together = [item for item in verdicts if item.rule == _TOGETHER]
    ways = [CODE_OF[item.answer] for item in together or verdicts if item.kind in _WAYS]
    leave = [CODE_OF[item.answer] for item in verdicts if item.kind is VerdictKind.PROFESSION]
    return ANSWER_OF[min([max(ways, default=CODE_OF[Answer.UNKNOWN]), *leave])]


def veiled(law: Law, candidate: CandidateFacts, vacancy: VacancyFacts) -> tuple[Verdict, ...]:
    """Return what a role without the right to legal facts reads of a pair.

    Args:
        law: made with :data:`HIDDEN`.
        candidate: whose papers are looked at, for one answer alone.
        vacancy: of which everything is shown.

    Returns:
        One verdict of all ways together; each permit as far as the vacancy decides it, unknown otherwise; what the
        profession asks. Empty for work outside Belgium.
    """
    known = law.verdicts(candidate, vacancy)
    if not known:
        return ()
    ways = route([verdict for verdict in known if verdict.kind in _WAYS])
    ask = None if ways is Answer.YES else Reason("law.ask_staff")
    whole = Finding(ways, Reason("law.private"), ask)
    first = Verdict(ways, _TOGETHER, Reason("rule.legal_way"), "", VerdictKind.RESIDENCE, findings=(whole,))
    leave = [_generic(verdict) for verdict in known if verdict.kind not in _WAYS]
    return (first, *law.of_vacancy(vacancy), *leave)


def _generic(verdict: Verdict) -> Verdict:
    """Return a verdict whose remedies say the same to everybody, whatever papers somebody has."""
    return replace(verdict, findings=tuple(map(_without_papers, verdict.findings)))


def _without_papers(finding: Finding) -> Finding:
    if finding.remedy is None or finding.remedy.code not in _TELLING:
        return finding
    kind = next(value for name, value in finding.remedy.values if name == "kind")
    remedy = Reason(_TELLING[finding.remedy.code], (("kind", kind),))
    return replace(finding, remedy=remedy)
