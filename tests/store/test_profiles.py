"""What a score may see is read without the tables of identity and status."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from sqlalchemy import event

from matcher.errors import StoreError
from matcher.store.profiles import PROFILES

WALLED = {"persons", "legal_statuses", "candidate_history", "identity_keys"}


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_profiles_are_read_without_identity_or_status(store, cohort):
    store.load_cohort(cohort(5), "palim")
    engine = store._desk.engine
    engine.dispose()

    @event.listens_for(engine, "connect")
    def wall(connection, _record):
        def allow(_action, table, *_rest):
            return sqlite3.SQLITE_DENY if table in WALLED else sqlite3.SQLITE_OK

        connection.set_authorizer(allow)

    assert len(store.profiles()) == 5
    with pytest.raises(StoreError, match="prohibited"):
        store.candidates()


def test_profiles_come_with_id_and_scheme_by_id(store, cohort):
    store.load_cohort(cohort(5), "palim")
    store.load_cohort([replace(record, scheme="thamm") for record in cohort(2)], "thamm")
    expected = sorted((c.id, c.scheme, c.profile) for c in store.candidates())
    assert [tuple(held) for held in store.profiles()] == expected


@pytest.mark.parametrize(
    ("schemes", "number"), [(None, 5), (["palim"], 3), (("palim", "thamm"), 5), ({"match"}, 0), ([], 0)]
)
def test_profiles_may_be_asked_by_scheme(store, cohort, schemes, number):
    store.load_cohort(cohort(3), "palim")
    store.load_cohort([replace(record, scheme="thamm") for record in cohort(2)], "thamm")
    assert len(store.profiles(schemes)) == number


def test_the_profile_table_keeps_neither_key_nor_unread_columns():
    assert not {"key", "extra", "source", "content_hash"} & set(PROFILES.columns.keys())
