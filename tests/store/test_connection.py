"""The settings that keep data whole are really on, and every failure of the database is one clear sentence."""

from __future__ import annotations

import os
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import insert, text

from matcher.errors import StoreError
from matcher.store import Store, connection
from matcher.store.cohorts import CANDIDATES
from matcher.store.connection import reading, writing
from matcher.store.profiles import PROFILES

only_sqlite = pytest.mark.parametrize("url", ["sqlite"], indirect=True)


@only_sqlite
@pytest.mark.parametrize(
    ("pragma", "value"),
    [("foreign_keys", 1), ("journal_mode", "wal"), ("busy_timeout", 30_000), ("synchronous", 2), ("secure_delete", 1)],
)
def test_pragmas_are_on_in_every_connection(store, pragma, value):
    engine = store._desk.engine
    with engine.connect() as first, engine.connect() as second:
        assert first.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
        assert second.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_a_row_without_its_owner_is_refused(store):
    with pytest.raises(StoreError, match=r"(?i)foreign key"), writing(store._desk.engine) as opened:
        opened.execute(insert(PROFILES), [{"candidate_id": "nobody", "summary": ""}])


def test_a_failed_transaction_leaves_nothing(store):
    rows = [{"id": "a", "scheme": "palim"}, {"id": "b", "scheme": "palim"}, {"id": "a", "scheme": "palim"}]
    with pytest.raises(StoreError, match=r"(?i)unique"), writing(store._desk.engine) as opened:
        opened.execute(insert(CANDIDATES), rows)
    assert store.counts().candidates == ()


def test_reading_sees_one_state_while_another_writes(store):
    engine = store._desk.engine
    count = text("SELECT count(*) FROM candidates")
    with reading(engine) as reader:
        assert reader.execute(count).scalar() == 0
        with writing(engine) as writer:
            writer.execute(insert(CANDIDATES), [{"id": "a", "scheme": "palim"}])
        assert reader.execute(count).scalar() == 0
    assert store.counts().candidates == (("palim", 1),)


def test_threads_may_share_a_store(store, cohort):
    store.load_cohort(cohort(50), "palim")
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: len(store.profiles()), range(20))) == {50}


def test_folders_are_made_and_the_file_is_its_owners_alone(tmp_path):
    path = tmp_path / "a" / "b 100%" / "m.db"
    Store.open(f"sqlite:///{path}").close()
    assert path.is_file()
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_store_may_stand_in_memory(cohort):
    with Store.open("sqlite://") as store:
        store.load_cohort(cohort(3), "palim")
        assert len(store.candidates()) == 3


@only_sqlite
def test_a_busy_database_is_said_to_be_busy(url, cohort, monkeypatch):
    monkeypatch.setattr(connection, "BUSY_TIMEOUT", 0.2)
    with Store.open(url) as store:
        other = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="kept busy by another process"):
            store.load_cohort(cohort(1), "palim")
        assert store.counts().candidates == ()
        other.execute("ROLLBACK")
        other.close()
        assert store.load_cohort(cohort(1), "palim").created == 1


def _not_a_database(folder: Path) -> str:
    path = folder / "letter.db"
    path.write_text("Dear Sir or Madam, " * 100)
    return f"sqlite:///{path}"


def _folder_that_is_a_file(folder: Path) -> str:
    (folder / "file").touch()
    return f"sqlite:///{folder / 'file' / 'm.db'}"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (lambda _: "matcher.db", "'matcher.db' is no database URL: write it as sqlite:///FILE"),
        (lambda _: "mysql://me:secret@host/db", "mysql://me:\\*\\*\\*@host/db is a database this program does not"),
        (_not_a_database, "file is not a database"),
        (_folder_that_is_a_file, "could not be made"),
    ],
)
def test_a_database_that_cannot_be_opened_is_named(address, said, tmp_path):
    with pytest.raises(StoreError, match=said) as caught:
        Store.open(address(tmp_path))
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("given", ["postgres://h/db", "postgresql://h/db", "postgresql+psycopg://h/db"])
def test_postgresql_is_spoken_to_by_psycopg(given):
    assert connection._understood(given).drivername == "postgresql+psycopg"
