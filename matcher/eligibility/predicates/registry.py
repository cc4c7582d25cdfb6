"""Names of tests to predicates, with the side they look at and the parameters they take."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from matcher.eligibility.predicates import jobs, occupations, papers, people, recognition, wages
from matcher.eligibility.setting import Setting, no, say, unknown, yes
from matcher.records import Finding
from taxonomies.belgium.rows import Condition


class Side(StrEnum):
    """What a predicate looks at; ``neither`` turns on the day or on what the sources lack."""

    CANDIDATE = "candidate"
    VACANCY = "vacancy"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Predicate:
    """A test. ``private`` marks one that looks at nationality, age or residence papers."""

    side: Side
    find: Callable[[Any, Condition, Setting], Finding]
    parameters: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    private: bool = False


def on_or_after(_facts: None, test: Condition, setting: Setting) -> Finding:
    """Tell whether the day asked about has reached another."""
    day = test.day("day")
    return yes("since", day=day.isoformat()) if setting.day >= day else no("not_before", day=day.isoformat())


def not_in_sources(_facts: None, test: Condition, _setting: Setting) -> Finding:
    """Answer unknown: what the rule asks was not found in any source."""
    return unknown(f"lacking.{test.text('what')}", say("ask_authority"))


_ASK_FOR = {"place": "ask_municipality", "occupation": "ask_occupation", "residence": "ask_residence"}


def missing_fact(_facts: None, test: Condition, _setting: Setting) -> Finding:
    """Answer unknown: a fact about the vacancy is missing on which every rule turns."""
    what = test.text("what")
    return unknown(f"lacking.{what}", say(_ASK_FOR[what]))


def _of_candidate(find: Callable[..., Finding], *parameters: str, private: bool = True) -> Predicate:
    return Predicate(Side.CANDIDATE, find, frozenset(parameters), private=private)


def _of_vacancy(find: Callable[..., Finding], *parameters: str, optional: str = "") -> Predicate:
    return Predicate(Side.VACANCY, find, frozenset(parameters), frozenset(optional.split()))


PREDICATES: Mapping[str, Predicate] = {
    "third_country": _of_candidate(people.third_country),
    "citizen_of_area": _of_candidate(people.citizen_of_area),
    "younger_than": _of_candidate(people.younger_than, "years"),
    "may_apply": _of_candidate(people.may_apply),
    "residence": _of_candidate(papers.residence, "status"),
    "residence_unstated": _of_candidate(papers.residence_unstated),
    "asylum_access": _of_candidate(papers.asylum_access, "months"),
    "search_year": _of_candidate(papers.search_year, "months"),
    "higher_diploma": _of_candidate(people.higher_diploma, private=False),
    "experience_under": _of_candidate(people.experience_under, "years", private=False),
    "recognised": Predicate(Side.CANDIDATE, recognition.recognised, frozenset({"decision"}), frozenset({"profession"})),
    "wage_at_least": _of_vacancy(wages.wage_at_least, "category"),
    "function_level": _of_vacancy(jobs.function_level, "level"),
    "on_list": _of_vacancy(occupations.on_list, "list"),
    "occupation_in": _of_vacancy(occupations.occupation_in, "group"),
    "occupation_read": _of_vacancy(occupations.occupation_read),
    "occupation_unread": _of_vacancy(occupations.occupation_unread),
    "posted": _of_vacancy(jobs.posted, "services", "weeks", optional="within_months"),
    "paid_by_scale": _of_vacancy(jobs.paid_by_scale),
    "says_transfer": _of_vacancy(jobs.says_transfer),
    "for_an_employer": _of_vacancy(jobs.for_an_employer, optional="otherwise"),
    "employed": _of_vacancy(jobs.employed),
    "asks_diploma": _of_vacancy(jobs.asks_diploma),
    "decides_here": _of_vacancy(jobs.decides_here),
    "on_or_after": Predicate(Side.NEITHER, on_or_after, frozenset({"day"})),
    "missing_fact": Predicate(Side.NEITHER, missing_fact, frozenset({"what"})),
    "not_in_sources": Predicate(Side.NEITHER, not_in_sources, frozenset({"what"})),
}
"""Every test that a rule may name."""
