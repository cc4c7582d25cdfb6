"""Tests of a candidate: nationality, age, diploma, experience and what was recognised."""

from __future__ import annotations

from dataclasses import replace

from matcher.eligibility.facts import CandidateFacts
from matcher.eligibility.residence import PROTECTION, Residence, residence_on
from matcher.eligibility.setting import Setting, money, no, say, unknown, yes
from matcher.eligibility.spans import birthday
from matcher.records import Finding, Reason, Recognition, RecognitionKind
from taxonomies.belgium.dated import as_of
from taxonomies.belgium.rows import Condition
from taxonomies.wording import fold

HIGHER = 5
"""Lowest EQF level of higher education: short-cycle, such as graduaat or BTS."""


def third_country(facts: CandidateFacts, _test: Condition, _setting: Setting) -> Finding:
    """Tell whether no nationality held is of the European Economic Area or Switzerland."""
    if not facts.nationalities:
        stated = facts.legal.nationality
        ask = say("ask_nationality")
        return _private(
            unknown("nationality_unread", ask, stated=stated) if stated else unknown("nationality_missing", ask)
        )
    held = tuple(country.code for country in facts.nationalities)
    if any(country.eea for country in facts.nationalities):
        return _private(no("citizen", held=held))
    return _private(yes("third_country", held=held))


def citizen_of_area(facts: CandidateFacts, _test: Condition, _setting: Setting) -> Finding:
    """Tell whether a nationality held is of the European Economic Area or Switzerland."""
    held = tuple(country.code for country in facts.nationalities)
    if any(country.eea for country in facts.nationalities):
        return _private(yes("citizen", held=held))
    return _private(no("not_citizen"))


def younger_than(facts: CandidateFacts, test: Condition, setting: Setting) -> Finding:
    """Tell whether somebody is under an age on the day."""
    years = int(test.number("years"))
    if facts.legal.birth_date is None:
        return _private(unknown("birth_date_missing", say("ask_birth_date"), years=str(years)))
    reached = birthday(facts.legal.birth_date, years)
    words = {"years": str(years), "reached": reached.isoformat()}
    if setting.day < facts.legal.birth_date:
        return _private(unknown("birth_date_missing", say("ask_birth_date"), years=str(years)))
    return _private(yes("younger", **words) if setting.day < reached else no("not_younger", **words))


def may_apply(facts: CandidateFacts, _test: Condition, setting: Setting) -> Finding:
    """Ask whether a permit may be asked for: somebody abroad may; of a status in Belgium no source here tells."""
    status, certain = residence_on(facts.legal, setting.day)
    if status is not None or not certain:
        return _private(unknown("status_and_permit", say("ask_status_change")))
    if facts.abroad is None:
        return _private(unknown("residence_missing", say("ask_residence")))
    return _private(yes("lives_abroad") if facts.abroad else unknown("status_missing", say("ask_residence")))


def higher_diploma(facts: CandidateFacts, _test: Condition, _setting: Setting) -> Finding:
    """Ask for a diploma of higher education; below it the answer is unknown, as no source here names the level."""
    decided = [item.eqf for course in facts.profile.education for item in course.recognitions if item.eqf]
    claimed = facts.profile.highest_eqf
    if max(decided, default=0) >= HIGHER:
        return yes("diploma_recognised", level=str(max(decided)))
    if claimed is None:
        return unknown("diploma_missing", say("ask_diploma"))
    if claimed >= HIGHER:
        return yes("diploma_claimed", level=str(claimed))
    return unknown("diploma_lower", say("ask_diploma_rule"), level=str(claimed))


def experience_under(facts: CandidateFacts, test: Condition, _setting: Setting) -> Finding:
    """Tell whether somebody has worked for less than so many years."""
    years, held = f"{test.number('years'):g}", facts.profile.years_of_experience
    if held is None:
        return unknown("experience_missing", say("ask_experience"), years=years)
    words = {"held": f"{held:g}", "years": years}
    return yes("experience_under", **words) if held < test.number("years") else no("experience_over", **words)


def recognised(facts: CandidateFacts, test: Condition, setting: Setting) -> Finding:
    """Ask whether an authority decided on a diploma: level, equivalence for a profession, or leave to practise."""
    kind = RecognitionKind(test.text("decision"))
    profession = say(f"group.{test.text('profession')}") if test.has("profession") else None
    decided = [
        item
        for course in facts.profile.education
        for item in course.recognitions
        if item.kind is kind and (item.on is None or item.on <= setting.day)
    ]
    name = say(f"decision.{kind.value}", profession=profession) if profession else say(f"decision.{kind.value}_any")
    if not decided:
        path = _path(facts, kind, setting)
        missing = unknown("not_recognised", path, decision=name)
        return _private(missing) if path.code == "law.recognise_free" else missing
    if profession is not None and not any(_names(item, test, setting) for item in decided):
        return unknown(
            "recognition_for", say("ask_recognition_for", decision=name), decision=name, stated=_stated(decided)
        )
    return yes("recognised", decision=name, stated=_stated(decided))


def _names(decided: Recognition, test: Condition, setting: Setting) -> bool:
    """Tell whether a decision names the profession."""
    stems = setting.tables.groups[test.text("profession")].words
    return any(word.startswith(stems) for word in fold(decided.profession or "").split())


def _stated(decided: list[Recognition]) -> tuple[str, ...]:
    """Return decisions in the words that were stated, with their days."""
    days = [item.on.isoformat() if item.on else None for item in decided]
    parts = [(item.authority, item.profession, day) for item, day in zip(decided, days, strict=True)]
    return tuple(" ".join(word for word in words if word) for words in parts)


def _path(facts: CandidateFacts, kind: RecognitionKind, setting: Setting) -> Reason:
    """Say who decides, at what fee, and for whom it is free; what no source tells is said to be unknown."""
    if kind is RecognitionKind.APPROVAL:
        return say("recognise_approval")
    known = as_of([row for row in setting.tables.services if row.authority == "flanders"], setting.day)
    fee = dict(known.row.fees).get(kind.value) if known.row else None
    if known.row is None or fee is None:
        return say("recognise_unknown")
    status, certain = residence_on(facts.legal, setting.day)
    free = certain and (status in PROTECTION or status is Residence.ASYLUM)
    code = "recognise_free" if free else "recognise_paid"
    return say(code, kind=say(f"recognition_kind.{kind.value}"), service=known.row.name, fee=money(fee))


def _private(finding: Finding) -> Finding:
    return replace(finding, private=True)
