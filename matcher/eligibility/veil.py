"""What of a verdict may be shown to whom: nationality, age and residence papers only to roles that may see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from matcher.eligibility.evaluating import ANSWER_OF, CODE_OF
from matcher.records import Answer, Finding, Reason, Verdict, VerdictKind

_TELL_NOTHING = frozenset({"law.wait"})
"""Remedies that anybody may read: from which day, and nothing of why."""


def veiled(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Return verdicts without what they say of nationality, age and residence papers.

    The answers stay. Routes by residence become one, as their names alone would tell the papers.
    """
    plain = [_veil(verdict) for verdict in verdicts if verdict.kind is not VerdictKind.RESIDENCE]
    papers = [verdict for verdict in verdicts if verdict.kind is VerdictKind.RESIDENCE]
    if not papers:
        return tuple(plain)
    best = max(papers, key=lambda verdict: CODE_OF[verdict.answer])
    remedies = [finding.remedy for finding in best.findings if finding.remedy and finding.remedy.code in _TELL_NOTHING]
    shown = Verdict(
        best.answer,
        "residence",
        Reason("rule.residence"),
        "",
        VerdictKind.RESIDENCE,
        best.authority,
        (_hidden(best.answer, remedies[0] if remedies else None),),
    )
    return (shown, *plain)


def _veil(verdict: Verdict) -> Verdict:
    public = tuple(finding for finding in verdict.findings if not finding.private)
    if len(public) == len(verdict.findings):
        return verdict
    return replace(verdict, findings=(*public, _hidden(verdict.answer)))


def _hidden(answer: Answer, remedy: Reason | None = None) -> Finding:
    ask = Reason("law.ask_staff") if answer is not Answer.YES else None
    return Finding(answer, Reason("law.private"), remedy or ask)


def route(verdicts: Sequence[Verdict]) -> Answer:
    """Return whether a way to hire is open: the best of permits and residence, at most what the profession allows."""
    ways = [CODE_OF[item.answer] for item in verdicts if item.kind in (VerdictKind.PERMIT, VerdictKind.RESIDENCE)]
    leave = [CODE_OF[item.answer] for item in verdicts if item.kind is VerdictKind.PROFESSION]
    return ANSWER_OF[min([max(ways, default=CODE_OF[Answer.UNKNOWN]), *leave])]
