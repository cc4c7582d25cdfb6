"""Tests of what occupation a vacancy is for: groups that rules name, and lists of occupations."""

from __future__ import annotations

from collections.abc import Sequence

from matcher.eligibility.facts import OccupationRead, VacancyFacts
from matcher.eligibility.setting import Setting, no, say, unknown, yes
from matcher.records import Finding, Reason
from taxonomies.belgium.dated import as_of
from taxonomies.belgium.rows import Condition, OccupationList

WORDED_LISTS = frozenset({"fl.medium_skilled", "fl.vdab", "bxl.actiris", "wa.permit"})
"""Lists with a name in words; any other is called by its id."""


def on_list(facts: VacancyFacts, test: Condition, setting: Setting) -> Finding:
    """Look the occupation up in a list of occupations."""
    asked = test.text("list")
    name = say(f"list.{asked}") if asked in WORDED_LISTS else say("list.any", name=asked)
    known = as_of([row for row in setting.tables.lists if row.id == asked], setting.day)
    if known.row is None:
        return _list_missing(name, known.last)
    if not facts.occupations:
        return unknown("occupation_unread", say("ask_occupation"))
    return _looked_up(facts.occupations, known.row, name)


def _list_missing(name: Reason, last: OccupationList | None) -> Finding:
    ask = say("ask_list", list=name)
    if last is None or last.valid_to is None:
        return unknown("list_not_found", ask, list=name)
    return unknown("list_expired", ask, list=name, until=last.valid_to.isoformat())


def _looked_up(occupations: Sequence[OccupationRead], row: OccupationList, name: Reason) -> Finding:
    labels = tuple(item.label for item in occupations[:3])
    within = {_membership(item.code, row) for item in occupations}
    if within == {None} or not row.verified:
        return unknown("list_incomplete", say("ask_list", list=name), list=name, occupation=labels)
    if len(within) > 1 or not all(item.sure for item in occupations):
        return unknown("occupation_unsure", say("ask_occupation"), occupation=labels)
    found = yes if within == {True} else no
    return found("on_list" if within == {True} else "not_on_list", list=name, occupation=labels)


def _membership(code: str, row: OccupationList) -> bool | None:
    """Tell whether a code stands on a list; ``None`` where the list, or the code, does not say enough."""
    if any(covers(item, code) for item in row.members):
        return True
    if any(covers(item, code) for item in row.not_members):
        return False
    wider = any(covers(code, item) for item in (*row.members, *row.not_members))
    return False if row.complete and not wider else None


def covers(wide: str, code: str) -> bool:
    """Tell whether an ISCO-08 group or ESCO code covers another: 71 covers 7121, which covers 7121.1."""
    if code == wide or code.startswith(f"{wide}."):
        return True
    return "." not in wide and len(wide) < 4 and code.startswith(wide)


def occupation_in(facts: VacancyFacts, test: Condition, setting: Setting) -> Finding:
    """Tell whether the occupation belongs to a group of ISCO-08."""
    group = say(f"group.{test.text('group')}")
    codes = setting.tables.groups[test.text("group")].isco
    if not facts.occupations:
        return unknown("occupation_unread", say("ask_occupation"))
    inside = [any(covers(code, item.code) for code in codes) for item in facts.occupations]
    touched = [any(covers(item.code, code) for code in codes) for item in facts.occupations]
    labels = tuple(item.label for item in facts.occupations[:3])
    if not any(inside) and not any(touched):
        return no("occupation_other", group=group, occupation=labels)
    if all(inside) and all(item.sure for item in facts.occupations):
        return yes("occupation_in", group=group, occupation=labels)
    return unknown("occupation_unsure", say("ask_occupation"), occupation=labels)


def occupation_read(facts: VacancyFacts, _test: Condition, _setting: Setting) -> Finding:
    """Tell whether it was understood what occupation the vacancy is for."""
    return yes("occupation_read") if facts.occupations else no("occupation_unread")


def occupation_unread(facts: VacancyFacts, _test: Condition, _setting: Setting) -> Finding:
    """Tell whether it was not understood what occupation the vacancy is for."""
    return no("occupation_read") if facts.occupations else yes("occupation_unread")
