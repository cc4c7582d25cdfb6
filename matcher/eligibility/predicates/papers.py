"""Tests of residence papers: the status, an asylum applicant's access to work as a timeline, the search year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from matcher.eligibility.facts import CandidateFacts
from matcher.eligibility.procedure import Procedure
from matcher.eligibility.residence import Residence, residence_on
from matcher.eligibility.setting import Setting, Value, no, say, unknown, yes
from matcher.eligibility.spans import days_of_reaching
from matcher.records import Finding, StatusStep
from taxonomies.belgium.rows import Condition

S = StatusStep


def private(finding: Finding) -> Finding:
    """Mark what a test of nationality, age or papers found."""
    return replace(finding, private=True)


def residence(facts: CandidateFacts, condition: Condition, setting: Setting) -> Finding:
    """Tell whether somebody has a status on the day."""
    asked = Residence(condition.text("status"))
    name = say(f"status.{asked.value}")
    status, certain = residence_on(facts.legal, setting.day)
    if status is not asked:
        return private(no("status_other", status=name))
    return private(yes("status", status=name) if certain else unknown("status_doubt", say("ask_papers"), status=name))


def residence_unstated(facts: CandidateFacts, _condition: Condition, setting: Setting) -> Finding:
    """Tell whether somebody who may live in Belgium has no known status there."""
    status, certain = residence_on(facts.legal, setting.day)
    stated = status is not None or not certain or facts.abroad is True
    return private(no("residence_stated") if stated else yes("residence_missing"))


def asylum_access(facts: CandidateFacts, condition: Condition, setting: Setting) -> Finding:
    """Tell whether an asylum applicant may work, from the dated steps of the procedure.

    From four calendar months after the application where nothing was decided until then, and during an appeal; not
    where the refusal came before; after a subsequent application only once it is admissible. How the months are
    counted is not verified: on the very day they are full the answer is unknown.
    """
    procedure = Procedure.of(facts.legal.events, facts.residence.marks, setting.day)
    months = int(condition.number("months"))
    found = _again(procedure, months) if procedure.is_subsequent else _first(procedure, months)
    said = facts.residence.status is Residence.ASYLUM
    if found.answer == "yes" and not procedure.is_fresh(said=said):
        found = unknown("procedure_stale", say("ask_card"))
    return private(found)


def _first(procedure: Procedure, months: int) -> Finding:
    full = procedure.months_full(months)
    if procedure.is_lost():
        return no("procedure_over")
    if procedure.applied is None or full is None:
        card = procedure.has_card()
        return yes("labour_card") if card else unknown("application_missing", say("ask_application"))
    words: dict[str, Value] = {"applied": procedure.applied.isoformat(), "months": str(months)}
    refused = procedure.first(S.REFUSAL)
    if refused is not None and refused < full[0]:
        return no("refused_early", refused=refused.isoformat(), **words)
    return _by_months(procedure, procedure.applied, full, words)


def _by_months(procedure: Procedure, applied: date, full: tuple[date, date], words: dict[str, Value]) -> Finding:
    if procedure.day < applied:
        return no("not_applied", applied=applied.isoformat())
    if procedure.day < full[0]:
        start, days = procedure.wait_until(full[1])
        return no("too_early", say("wait", until=start.isoformat(), days=str(days)), **words)
    if procedure.day <= full[1]:
        return unknown("counting", say("ask_card"), **words)
    return _months_are_full(procedure, full[1], words)


def _months_are_full(procedure: Procedure, last: date, words: dict[str, Value]) -> Finding:
    first, refused = procedure.first(S.REFUSAL), procedure.last(S.REFUSAL)
    if first is not None and first <= last:
        return unknown("counting_refusal", say("ask_card"), refused=first.isoformat(), **words)
    if refused is not None:
        if procedure.is_appealed(refused):
            return yes("appeal_keeps", refused=refused.isoformat(), **words)
        return unknown("appeal_missing", say("ask_appeal"), refused=refused.isoformat())
    if "refused" in procedure.marks:
        return unknown("refusal_undated", say("ask_card"))
    if procedure.was_undecided_after(last) or "labour_card" in procedure.marks:
        return yes("no_decision", **words)
    return unknown("decision_missing", say("ask_card"), **words)


def _again(procedure: Procedure, months: int) -> Finding:
    if "not_admissible" in procedure.marks:
        return no("not_admissible")
    admitted, lost = procedure.first(S.ADMISSIBLE), procedure.last(S.APPEAL_LOST)
    if lost is not None and (lost >= admitted if admitted else procedure.applied is not None):
        return no("procedure_over")
    if admitted is None:
        coming = [event.on for event in procedure.later if event.kind == S.ADMISSIBLE]
        if not coming:
            return unknown("admissible_missing", say("ask_admissible"))
        wait = say("wait", until=min(coming).isoformat(), days=str((min(coming) - procedure.day).days))
        return no("not_yet_admissible", wait, admitted=min(coming).isoformat())
    return _admitted(procedure, admitted, months)


def _admitted(procedure: Procedure, admitted: date, months: int) -> Finding:
    refused = procedure.last(S.REFUSAL)
    if refused is not None and refused >= admitted and not procedure.is_appealed(refused):
        return unknown("appeal_missing", say("ask_appeal"), refused=refused.isoformat())
    if {"refused", "lost"} & set(procedure.marks):
        return unknown("refusal_undated", say("ask_card"))
    full = procedure.months_full(months)
    if (full is None or procedure.day <= full[1]) and not procedure.has_card():
        return unknown("admissible_early", say("ask_card"), months=str(months))
    return yes("admissible", admitted=admitted.isoformat())


def search_year(facts: CandidateFacts, condition: Condition, setting: Setting) -> Finding:
    """Tell whether the year to look for work after studies still runs; on the day it is full the answer is unknown."""
    starts = sorted({event.on for event in facts.legal.events if event.kind == S.SEARCH_YEAR})
    if not starts:
        return private(unknown("search_year_missing", say("ask_search_year")))
    if len(starts) > 1:  # it is not extended: one of the two is wrong
        return private(unknown("search_year_twice", say("ask_search_year")))
    first, last = days_of_reaching(starts[0], int(condition.number("months")))
    words = {"started": starts[0].isoformat(), "until": first.isoformat()}
    if setting.day < starts[0]:
        return private(no("search_year_not_begun", **words))
    if setting.day < first:
        return private(yes("search_year", **words))
    if setting.day > last:
        return private(no("search_year_over", **words))
    return private(unknown("counting_year", say("ask_authority"), **words))
