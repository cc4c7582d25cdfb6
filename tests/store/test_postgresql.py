"""The same store on PostgreSQL, where ``MATCHER_TEST_POSTGRES_URL`` names an empty database."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import create_engine, text

from matcher.errors import NotFoundError
from matcher.store import Counts, Store
from matcher.store.connection import connect
from matcher.store.schema import METADATA

URL = os.environ.get("MATCHER_TEST_POSTGRES_URL", "")

pytestmark = pytest.mark.skipif(not URL, reason="MATCHER_TEST_POSTGRES_URL names no PostgreSQL database")


@pytest.fixture
def url():
    pytest.importorskip("psycopg")
    yield URL
    engine = create_engine(connect(URL).url)
    with engine.begin() as connection:
        for table in ("alembic_version", *(table.name for table in METADATA.sorted_tables)):
            connection.execute(text(f"DROP TABLE IF EXISTS {table} CASCADE"))
    engine.dispose()


def test_a_cohort_is_loaded_updated_and_read(store, cohort):
    assert store.load_cohort(cohort(300), "palim") == Counts(300, 0, 0)
    assert store.load_cohort(cohort(300), "palim") == Counts(0, 0, 300)
    before = store.candidate("PAL-00007")
    assert store.load_cohort(cohort(300, edition=2), "palim") == Counts(0, 300, 0)
    assert store.candidate_history(before.id) == (before,)
    held = store.candidates()
    assert tuple(replace(candidate, id="") for candidate in held) == cohort(300, edition=2)
    assert {profile.id for profile in store.profiles(["palim"])} == {candidate.id for candidate in held}
    with pytest.raises(NotFoundError, match="PAL-00007"):
        store.candidate("PAL-0007")


def test_vacancies_and_links_are_kept(store, vacancy):
    store.load_vacancies([vacancy("V1", years=1.5, closes=date(2026, 5, 1)), vacancy("V2")])
    assert [item.key for item in store.vacancies(date(2026, 5, 2))] == ["V2"]
    assert store.vacancy("V1").years == 1.5
    store.confirm_link("Soudeur", "occupation", "uri")
    assert store.confirmed_links("occupation") == {"soudeur": "uri"}


def test_two_loads_at_once_lose_and_double_nothing(url, cohort, child):
    processes = [child(url, cohort(1000)), child(url, cohort(1000, first=500))]
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    assert sum(int(process.communicate(timeout=120)[0].split()[0]) for process in processes) == 1500
    with Store.open(url) as store:
        assert store.counts().candidates == (("palim", 1500),)
