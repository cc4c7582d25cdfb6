"""A load killed at any moment leaves the whole cohort or none of it, and can be done again."""

from __future__ import annotations

import os
import random
import signal
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from matcher.stewardship.chain import faults
from matcher.store import Counts, Store
from matcher.store.connection import writing
from matcher.store.schema import METADATA

SIZE = 5000
UPDATED = 2000
KILLS = 20
KINDS = ("candidates", "persons", "legal_statuses", "profiles", "lawful_bases")


def _go(process):
    process.stdin.write("go\n")
    process.stdin.flush()


def _load_killed_after(process, seconds: float | None) -> tuple[bool, float]:
    """Let the child fork a load and kill that; whether it came to its own end, and how long it lived."""
    started = time.monotonic()
    _go(process)
    load = int(process.stdout.readline())
    if seconds is not None:
        time.sleep(seconds)
        with suppress(ProcessLookupError):
            os.kill(load, signal.SIGKILL)
    status = int(process.stdout.readline())
    assert status in (0, signal.SIGKILL)
    return status == 0, time.monotonic() - started


def _rows(store: Store) -> dict[str, int]:
    # As a writer, so that a server has given up the killed load's transaction before anything is counted.
    tables = [METADATA.tables[name] for name in KINDS]
    with writing(store._desk.engine) as connection:
        return {table.name: connection.execute(select(func.count()).select_from(table)).scalar() for table in tables}


def _check_whole(store: Store, loads: int) -> None:
    """The database is sound, and its audit log is whole with one entry for each load that was kept."""
    register = store.register()
    log = register.log()
    assert faults(log.entries, log.head, log.start, register.seal) == ()
    assert [entry.action for entry in log.entries] == ["load"] * loads
    if store._desk.engine.dialect.name != "sqlite":
        return
    with store._desk.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").all() == [("ok",)]
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_a_load_killed_at_random_moments_is_all_there_or_not_at_all(url, cohort, child):
    # Few words each, so that twenty loads take seconds.
    people = [replace(person, profile=replace(person.profile, experience=(), skills=())) for person in cohort(SIZE)]
    process = child(url, people, again=True)
    with Store.open(url) as store:
        finished, needed = _load_killed_after(process, None)
        assert finished
        assert set(_rows(store).values()) == {SIZE}
        killed, kept = 0, 1
        for number in range(KILLS):
            with writing(store._desk.engine) as connection:
                connection.execute(text("DELETE FROM candidates"))
            # A random moment of each twentieth of the time that a load takes.
            finished, _ = _load_killed_after(process, needed * (number + random.random()) / KILLS)
            killed += not finished
            held = set(_rows(store).values())
            assert held in ({0}, {SIZE})
            assert held == {SIZE} or not finished
            kept += held == {SIZE}
        assert killed
        store.load_cohort(people, "palim")
        assert [candidate.key for candidate in store.candidates()] == [record.key for record in people]
        _check_whole(store, kept)


@pytest.mark.parametrize("latest", [0.6, 1.2, 2.0])
def test_an_update_killed_at_any_moment_is_done_or_not(url, cohort, child, latest):
    with Store.open(url) as store:
        store.load_cohort(cohort(UPDATED), "palim")
        ids = [candidate.id for candidate in store.candidates()]
    process = child(url, cohort(UPDATED, edition=2))
    _go(process)
    time.sleep(random.uniform(0, latest))
    process.kill()
    process.wait()
    with Store.open(url) as store:
        _rows(store)  # waits for the killed one's transaction to end
        (edition,) = {held.profile.summary for held in store.profiles()}
        is_done = edition == "edition 2"
        assert _rows(store)["lawful_bases"] == (UPDATED if is_done else 0)
        expected = Counts(0, 0, UPDATED) if is_done else Counts(0, UPDATED, 0)
        assert store.load_cohort(cohort(UPDATED, edition=2), "palim") == expected
        assert [candidate.id for candidate in store.candidates()] == ids
        assert len(store.candidate_history(ids[-1])) == 1
        _check_whole(store, int(is_done))


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_database_killed_while_it_is_made_can_be_opened_again(url, cohort, child):
    for _ in range(4):
        process = child(url, cohort(10))
        _go(process)
        time.sleep(random.uniform(0.2, 0.8))
        process.kill()
        process.wait()
        with Store.open(url) as store:
            assert store.counts().candidates in ((), (("palim", 10),))
        for path in Path(url.removeprefix("sqlite:///")).parent.glob("matcher.db*"):
            path.unlink()
