"""Whom a fairness report is about: candidates and vacancies of the store, or the invented ones of the demo data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from matcher.cli.showing import COHORTS, demo_data_folder
from matcher.engine import Matcher
from matcher.intake import read_cohort, read_vacancies
from matcher.masking import mask
from matcher.records import Candidate, ProfessionalProfile, Vacancy
from matcher.store import HeldGrounds


@dataclass(frozen=True, slots=True)
class Member:
    """A candidate as a report counts them: what a score sees, and the groups they belong to. Never a name."""

    id: str
    scheme: str
    profile: ProfessionalProfile
    grounds: HeldGrounds


@dataclass(frozen=True, slots=True)
class Field:
    """Candidates who may be ranked and the vacancies open to them on a day; ``origin`` says in words whence."""

    members: tuple[Member, ...]
    vacancies: tuple[Vacancy, ...]
    day: date
    origin: str


def field_of(matcher: Matcher) -> Field:
    """Return the store's people and the vacancies open today, or the demo data's where the store holds none.

    Raises:
        RefusedError: The role may not measure how groups of people fare.
        IdentityKeyError: The key that opens what is known of people is not at hand.
    """
    today = date.today()
    held = matcher.steward.counted_pool(matcher.store.profiles(), today).profiles
    vacancies = matcher.store.vacancies(open_on=today)
    if not held or not vacancies:
        return demo_field(today)
    grounds = matcher.steward.grounds([item.id for item in held])
    members = tuple(Member(item.id, item.scheme, item.profile, grounds[item.id]) for item in held if item.id in grounds)
    return Field(members, vacancies, today, "the candidates of the store who may be ranked")


def demo_field(today: date) -> Field:
    """Return the people of the demo data and its vacancies open on a day, or all of them where none is open."""
    members = tuple(_member(candidate) for candidate in demo_candidates())
    vacancies = demo_vacancies()
    still_open = tuple(vacancy for vacancy in vacancies if vacancy.is_open(today))
    return Field(members, still_open or vacancies, today, "the demo data, whose people are invented")


@cache
def demo_candidates() -> tuple[Candidate, ...]:
    """Read the invented candidates of the four cohorts, in their own words; ids are scheme and reference."""
    folder = demo_data_folder()
    read = [record for scheme, name in COHORTS.items() for record in read_cohort(folder / name, scheme).records]
    return tuple(replace(candidate, id=f"{candidate.scheme}/{candidate.key}") for candidate in read)


@cache
def demo_vacancies() -> tuple[Vacancy, ...]:
    """Read the invented vacancies, open or not; ids are their references."""
    read: Sequence[Vacancy] = read_vacancies(demo_data_folder() / "vacancies.csv").records
    return tuple(replace(vacancy, id=vacancy.key) for vacancy in read)


def _member(candidate: Candidate) -> Member:
    grounds = HeldGrounds(candidate.person.gender, candidate.status.nationality, candidate.status.birth_date)
    return Member(candidate.id, candidate.scheme, mask(candidate), grounds)
