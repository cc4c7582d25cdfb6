"""What a person says of when a vacancy is open stands over its file, and a file loaded again changes nothing of it."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.store.held import SetDates
from matcher.trail import Action, Note, Role

DAY = date(2026, 5, 1)
NOTE = Note("Ann", Role.STAFF, Action.VACANCY, "x", "matching")
CLOSED = SetDates(None, date(2026, 4, 30), None, None, DAY)


@pytest.fixture
def held(store, vacancy) -> str:
    store.load_vacancies([vacancy("V1"), vacancy("V2")])
    return store.vacancy("V1").id


def open_keys(store) -> list[str]:
    return [found.key for found in store.vacancies(DAY)]


def test_a_vacancy_that_is_closed_by_hand_is_not_open(store, held):
    register = store.register()
    register.set_vacancy_dates(held, CLOSED, NOTE)
    assert open_keys(store) == ["V2"]
    assert store.vacancy("V1").closes == date(2026, 4, 30)
    assert register.vacancy_dates() == {held: CLOSED}
    assert [entry.action for entry in register.log().entries] == ["vacancy"]


@pytest.mark.parametrize("said", [{}, {"description": "new words"}, {"closes": date(2027, 1, 1)}])
def test_a_file_that_is_loaded_again_does_not_open_it(store, vacancy, held, said):
    store.register().set_vacancy_dates(held, CLOSED, NOTE)
    store.load_vacancies([vacancy("V1", **said)])
    assert open_keys(store) == ["V2"]
    assert store.vacancy("V1").description == said.get("description", "")
    assert store.register().dates_in_files([held]) == {held: (None, said.get("closes"))}


def test_the_history_keeps_what_the_files_said(store, vacancy, held):
    store.register().set_vacancy_dates(held, CLOSED, NOTE)
    store.load_vacancies([vacancy("V1", title="Metser")])
    assert [past.closes for past in store.vacancy_history("V1")] == [None]


def test_an_end_can_be_left_open_where_the_file_states_one(store, vacancy):
    store.load_vacancies([vacancy("V1", closes=date(2026, 4, 1))])
    assert open_keys(store) == []
    found = store.vacancy("V1")
    store.register().set_vacancy_dates(found.id, SetDates(None, None, None, found.closes, DAY), NOTE)
    assert open_keys(store) == ["V1"]


def test_a_vacancy_can_follow_its_file_again(store, held):
    register = store.register()
    register.set_vacancy_dates(held, CLOSED, NOTE)
    register.set_vacancy_dates(held, None, NOTE)
    assert open_keys(store) == ["V1", "V2"]
    assert register.vacancy_dates() == {}
