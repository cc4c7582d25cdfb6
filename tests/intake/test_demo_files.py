"""The demonstration files, as they stand in ``data/``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from matcher.intake import read_cohort, read_vacancies
from matcher.records import Candidate, Vacancy

DATA = Path(__file__).parents[2] / "data"
TODAY = date(2026, 11, 23)
COHORTS = ("palim-maroc.xlsx", "thamm-maroc-tunisie.csv", "match-senegal-nigeria.csv", "asylum-belgium.xlsx")


@pytest.fixture(scope="module")
def cohorts() -> dict[str, tuple[Candidate, ...]]:
    read = {name: read_cohort(DATA / name, "demo", today=TODAY) for name in COHORTS}
    for intake in read.values():
        assert (intake.read, intake.rejected, intake.problems) == (60, 0, ())
    return {name: intake.records for name, intake in read.items()}


@pytest.fixture(scope="module")
def vacancies() -> tuple[Vacancy, ...]:
    intake = read_vacancies(DATA / "vacancies.csv")
    assert (intake.read, intake.rejected, intake.problems) == (120, 0, ())
    return intake.records


@pytest.mark.parametrize("name", COHORTS)
def test_every_candidate_has_the_senders_reference_a_name_and_a_profile(
    cohorts: dict[str, tuple[Candidate, ...]], name: str
) -> None:
    candidates = cohorts[name]
    assert len(candidates) == 60
    assert not any(candidate.key.startswith("derived-") for candidate in candidates)
    assert all(candidate.person.name for candidate in candidates)
    assert all(candidate.profile.occupations or candidate.profile.skills for candidate in candidates)


@pytest.mark.parametrize("name", COHORTS)
def test_nearly_every_cell_is_understood(cohorts: dict[str, tuple[Candidate, ...]], name: str) -> None:
    candidates = cohorts[name]
    assert sum(bool(c.profile.skills) for c in candidates) >= 57
    assert sum(bool(c.profile.languages) for c in candidates) >= 55
    assert sum(c.profile.years_of_experience is not None for c in candidates) >= 52
    assert sum(c.profile.highest_eqf is not None for c in candidates) >= 25
    assert sum(c.status.birth_date is not None for c in candidates) >= 55
    assert {c.person.gender for c in candidates} <= {"female", "male", None}


@pytest.mark.parametrize("name", COHORTS)
def test_most_people_but_not_all_say_from_when_on_and_where(
    cohorts: dict[str, tuple[Candidate, ...]], name: str
) -> None:
    candidates = cohorts[name]
    days = [candidate.profile.available for candidate in candidates]
    assert 45 <= sum(day is not None for day in days) < 60
    assert TODAY in days
    bound = [candidate for candidate in candidates if candidate.leg is None or candidate.leg.destination == "BE"]
    assert 0.7 * len(bound) <= sum(bool(candidate.profile.regions) for candidate in bound) < len(bound)


def test_legs_are_those_of_the_file(cohorts: dict[str, tuple[Candidate, ...]]) -> None:
    legs = [candidate.leg for candidate in cohorts["thamm-maroc-tunisie.csv"]]
    assert {(leg.origin, leg.destination) for leg in legs if leg} <= {
        (origin, destination) for origin in ("MA", "TN") for destination in ("BE", "DE", "FR")
    }
    assert all(leg is not None and leg.assumed == (leg.destination == "BE") for leg in legs)


def test_every_applicant_has_a_dated_application(cohorts: dict[str, tuple[Candidate, ...]]) -> None:
    for candidate in cohorts["asylum-belgium.xlsx"]:
        assert [event.kind for event in candidate.status.events] == ["application"]
        assert candidate.status.residence_status


def test_every_vacancy_has_a_region_skills_and_languages(vacancies: tuple[Vacancy, ...]) -> None:
    assert len(vacancies) == 120
    assert {v.workplace.region for v in vacancies if v.workplace} == {"flanders", "wallonia", "brussels"}
    assert all(v.workplace for v in vacancies)
    assert all(v.requirements for v in vacancies)
    assert all(v.languages for v in vacancies)
    assert sum(v.wage is not None for v in vacancies) >= 75
