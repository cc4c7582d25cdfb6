"""Vacancies in the hands of project staff: found, loaded, checked, opened and closed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from matcher.errors import MatcherError, NotFoundError, RefusedError, UsageError
from matcher.offices import VacancyOffice
from matcher.offices.received import received
from matcher.offices.vacancy_office import Openness
from matcher.vacancy_checks import is_note
from tests.offices.small_cohort import RECRUITER, STAFF, VACANCIES, small_engine

TODAY = date.today()


@pytest.fixture
def engine(tmp_path):
    return small_engine(tmp_path)


@pytest.fixture
def office(engine):
    return VacancyOffice(engine, STAFF)


def open_keys(engine) -> list[str]:
    return [vacancy.key for vacancy in engine.store.vacancies(TODAY)]


def test_recruiters_do_not_enter(engine):
    with pytest.raises(RefusedError):
        VacancyOffice(engine, RECRUITER)


@pytest.mark.parametrize(
    ("asked", "openness", "keys"),
    [
        ("", None, ["V1", "V2"]),
        ("php acme", None, ["V1"]),
        ("ANTWERPEN", None, ["V2"]),
        ("v2", Openness.CLOSED, ["V2"]),
        ("", Openness.OPEN, ["V1"]),
        ("", Openness.NOT_YET, []),
        ("nothing like it", None, []),
    ],
)
def test_vacancies_are_found_by_any_word_of_them(office, asked, openness, keys):
    page = office.search(asked, openness)
    assert [standing.vacancy.key for standing in page.shown] == keys
    assert page.found == len(keys)


def test_a_vacancy_that_is_closed_stays_closed_when_its_file_is_loaded_again(office, engine):
    office.close("V1")
    assert open_keys(engine) == []
    office.load("vacancies.csv", VACANCIES.encode())
    assert open_keys(engine) == []
    standing = office.standing("V1")
    assert (standing.openness, standing.news) == (Openness.CLOSED, False)
    assert standing.dates.file_opens == date(2026, 1, 1)
    changed = VACANCIES.replace("2026-01-01,\n", "2026-01-01,2099-01-01\n")
    office.load("vacancies.csv", changed.encode())
    assert open_keys(engine) == []
    assert office.standing("V1").news
    office.follow_file("V1")
    assert open_keys(engine) == ["V1"]
    assert office.standing("V1").vacancy.closes == date(2099, 1, 1)


def test_each_change_is_written_down(office, engine):
    vacancy = engine.store.vacancy("V1")
    office.close("V1")
    office.set_dates("V1", TODAY, None)
    office.follow_file("V1")
    entries = engine.steward.register.log(subject=vacancy.id).entries
    assert [(entry.actor, entry.action) for entry in entries] == [("Ann", "vacancy")] * 3


def test_a_vacancy_that_opens_today_can_be_closed_at_once(office, engine):
    office.set_dates("V1", TODAY, None)
    office.close("V1")
    assert open_keys(engine) == []


def test_dates_that_cross_are_refused(office):
    with pytest.raises(UsageError, match="choose a later last day"):
        office.set_dates("V1", TODAY, TODAY - timedelta(days=1))


def test_a_trial_writes_nothing(office, engine):
    new = VACANCIES.replace("V1,", "V9,")
    tried = office.load("vacancies.csv", new.encode(), dry_run=True).report
    assert (tried.read, tried.created, tried.unchanged) == (2, 1, 1)
    assert "V9" not in open_keys(engine)
    loaded = office.load("vacancies.csv", new.encode())
    assert loaded.report.created == 1
    assert loaded.warned == sum(any(not is_note(found) for found in office.check(key)) for key in ("V1", "V9"))
    assert "V9" in open_keys(engine)


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_file_of_vacancies_is_refused_in_a_sentence(office, content):
    with pytest.raises(MatcherError, match=r"vacancies\.csv"):
        office.load("vacancies.csv", content)


def test_warnings_and_facts_of_law_are_told(office):
    assert any(warning.found for warning in office.check("V2"))
    facts = office.law_facts("V2", "nl")
    assert facts.authority == "flanders"
    assert facts.occupations[0].code.startswith("7212")


def test_a_vacancy_that_does_not_exist_is_said_so(office):
    for act in (office.standing, office.check, office.close, office.follow_file, office.law_facts):
        with pytest.raises(NotFoundError):
            act("V77")


@pytest.mark.parametrize("name", ["../../etc/x.csv", "C:\\x\\y.csv", "..", "", "a/b.csv", "x.csv"])
def test_a_name_from_outside_cannot_choose_where_it_is_written(name):
    with received(name, b"1") as path:
        assert path.read_bytes() == b"1"
        assert path.parent.name.startswith("matcher-")
    assert not path.parent.exists()
