"""Tests of what was recognised of a diploma: its level, its equivalence for a profession, leave to practise."""

from __future__ import annotations

from matcher.eligibility.facts import CandidateFacts
from matcher.eligibility.residence import PROTECTION, Residence, residence_on
from matcher.eligibility.setting import Setting, Value, money, say, unknown, yes
from matcher.records import Finding, Reason, Recognition, RecognitionKind
from taxonomies.belgium.dated import holds
from taxonomies.belgium.rows import Condition, RecognitionService
from taxonomies.wording import fold


def recognised(facts: CandidateFacts, condition: Condition, setting: Setting) -> Finding:
    """Ask whether an authority decided on a diploma by the day; a diploma of Belgium needs no recognition."""
    kind = RecognitionKind(condition.text("decision"))
    profession = say(f"group.{condition.text('profession')}") if condition.has("profession") else None
    name = say(f"decision.{kind.value}", profession=profession) if profession else say(f"decision.{kind.value}_any")
    courses = facts.profile.education
    if kind is not RecognitionKind.APPROVAL and courses and all(course.country == "BE" for course in courses):
        return yes("belgian_diploma")
    decided = [item for course in courses for item in course.recognitions if _stands(item, kind, setting)]
    if not decided:
        return unknown("not_recognised", _path(facts, kind, setting), decision=name)
    stated = _stated(decided)
    if profession is not None and not any(_names(item, condition, setting) for item in decided):
        return unknown("recognition_for", say("ask_recognition_for", decision=name), decision=name, stated=stated)
    return yes("recognised", decision=name, stated=stated)


def _stands(decided: Recognition, kind: RecognitionKind, setting: Setting) -> bool:
    return decided.kind is kind and (decided.on is None or decided.on <= setting.day)


def _names(decided: Recognition, condition: Condition, setting: Setting) -> bool:
    """Tell whether a decision names the profession and nothing besides: "no nurse" and "nurse aide" are not one."""
    words = set(fold(decided.profession or "").replace("/", " ").split())
    return bool(words) and words <= setting.tables.groups[condition.text("profession")].words


def _stated(decided: list[Recognition]) -> tuple[str, ...]:
    """Return decisions in the words that were stated, with their days."""
    days = [item.on.isoformat() if item.on else None for item in decided]
    parts = [(item.authority, item.profession, day) for item, day in zip(decided, days, strict=True)]
    return tuple(" ".join(word for word in words if word) for words in parts)


def _path(facts: CandidateFacts, kind: RecognitionKind, setting: Setting) -> Reason:
    """Say who decides, at what fee, and for whom it is free; what no source tells is said to be unknown."""
    if kind is RecognitionKind.APPROVAL:
        return say("recognise_approval")
    known = [row for row in setting.tables.services if row.authority == setting.authority and holds(row, setting.day)]
    if not known:
        return say("recognise_unknown")
    priced = [row for row in known if kind.value in dict(row.fees)]
    asked: dict[str, Value] = {
        "kind": say(f"recognition_kind.{kind.value}"),
        "service": " / ".join(row.name for row in priced or known),
    }
    if not priced:
        return say("recognise_service", **asked)
    code = "recognise_free" if _is_free(facts, priced, setting) else "recognise_paid"
    return say(code, fee=money(dict(priced[0].fees)[kind.value]), **asked)


def _is_free(facts: CandidateFacts, services: list[RecognitionService], setting: Setting) -> bool:
    status, certain = residence_on(facts.legal, setting.day)
    held = {Residence.REFUGEE, Residence.SUBSIDIARY} if status is Residence.PROTECTED else {status}
    free = {Residence(name) for row in services for name in row.free_for}
    return certain and (status in PROTECTION or status is Residence.ASYLUM) and held <= free
