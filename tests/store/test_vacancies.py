"""Every field of a vacancy comes back, and a closed one can be left out."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matcher.errors import NotFoundError, StoreError
from matcher.records import Vacancy
from matcher.store import Counts
from matcher.store.vacancies import VACANCIES

# One store serves all examples: each has a key of its own.
_shared = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=50
)


@_shared
@given(data=st.data())
def test_every_field_comes_back(store, any_of, data):
    drawn = data.draw(any_of(Vacancy))
    record = replace(drawn, key=uuid4().hex + drawn.key)
    store.load_vacancies([record])
    held = store.vacancy(record.key)
    assert held == replace(record, id=held.id)
    assert held.id != record.id


@_shared
@given(data=st.data(), on=st.dates())
def test_open_vacancies_are_those_that_say_so(store, any_of, data, on):
    drawn = data.draw(any_of(Vacancy))
    record = replace(drawn, key=uuid4().hex + drawn.key)
    store.load_vacancies([record])
    assert (record.key in {held.key for held in store.vacancies(on)}) is record.is_open(on)


def test_the_table_has_a_column_a_field():
    assert set(VACANCIES.columns.keys()) == {item.name for item in fields(Vacancy)} | {"content_hash"}


@pytest.mark.parametrize(
    ("opens", "closes", "is_open"),
    [
        (None, None, True),
        (date(2026, 5, 1), None, True),
        (date(2026, 5, 2), None, False),
        (None, date(2026, 5, 1), True),
        (None, date(2026, 4, 30), False),
    ],
)
def test_the_first_and_the_last_day_count_as_open(store, vacancy, opens, closes, is_open):
    store.load_vacancies([vacancy("V1", opens=opens, closes=closes)])
    assert len(store.vacancies(date(2026, 5, 1))) == is_open
    assert len(store.vacancies()) == 1


def test_vacancies_are_known_again_by_key(store, vacancy):
    first = [vacancy("V1", employer="Acme"), vacancy("V2")]
    assert store.load_vacancies(first) == Counts(2, 0, 0)
    assert store.load_vacancies(first) == Counts(0, 0, 2)
    held = store.vacancy("V1")
    changed = [vacancy("V1", employer="Other"), vacancy("V3")]
    assert store.load_vacancies(changed, dry_run=True) == Counts(1, 1, 0)
    assert store.load_vacancies(changed) == Counts(1, 1, 0)
    assert store.vacancy(held.id).employer == "Other"
    assert store.vacancy_history("V1") == (held,)
    assert store.vacancy_history("V2") == ()
    assert [item.key for item in store.vacancies()] == ["V1", "V2", "V3"]
    assert store.counts().vacancies == 3


def test_a_number_too_large_for_the_database_fails_the_whole_load(store, vacancy):
    with pytest.raises(StoreError, match=r"too large|out of range"):
        store.load_vacancies([vacancy("V1"), vacancy("V2", openings=10**30)])
    assert store.vacancies() == ()


def test_an_unknown_vacancy_is_answered_with_the_nearest(store, vacancy):
    store.load_vacancies([vacancy("VDAB-6612"), vacancy("FOREM-1")])
    with pytest.raises(NotFoundError, match="no vacancy 'VDAB-6621': the nearest are VDAB-6612"):
        store.vacancy("VDAB-6621")
