"""A load killed at any moment leaves the whole cohort or none of it, and can be done again."""

from __future__ import annotations

import random
import signal
import sqlite3
import time
from pathlib import Path

import pytest

from matcher.store import Counts, Store

SIZE = 3000
MEGABYTE = 1_000_000


def _go(process):
    process.stdin.write("go\n")
    process.stdin.flush()


def _kill_once_written(process, wal: Path, size: int) -> None:
    """Kill the load while it writes: the log has grown to some size and nothing is committed."""
    while process.poll() is None:
        if wal.exists() and wal.stat().st_size >= size:
            process.kill()
            break
    process.wait()


def _check_whole(path: Path) -> None:
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    raw.close()


@pytest.mark.parametrize("least", [0.05, 0.5, 1.5, 3])
def test_a_load_killed_while_it_writes_leaves_nothing(url, cohort, child, least):
    path = Path(url.removeprefix("sqlite:///"))
    Store.open(url).close()
    process = child(url, cohort(SIZE))
    _go(process)
    _kill_once_written(process, path.with_name("matcher.db-wal"), int(random.uniform(least, least * 1.5) * MEGABYTE))
    assert process.returncode == -signal.SIGKILL
    with Store.open(url) as store:
        assert store.counts().candidates in ((), (("palim", SIZE),))
        store.load_cohort(cohort(SIZE), "palim")
        assert [candidate.key for candidate in store.candidates()] == [record.key for record in cohort(SIZE)]
    _check_whole(path)


@pytest.mark.parametrize("latest", [0.6, 1.2, 2.0])
def test_an_update_killed_at_any_moment_is_done_or_not(url, cohort, child, latest):
    with Store.open(url) as store:
        store.load_cohort(cohort(SIZE), "palim")
        ids = [candidate.id for candidate in store.candidates()]
    process = child(url, cohort(SIZE, edition=2))
    _go(process)
    time.sleep(random.uniform(0, latest))
    process.kill()
    process.wait()
    with Store.open(url) as store:
        (edition,) = {held.profile.summary for held in store.profiles()}
        expected = Counts(0, SIZE, 0) if edition == "edition 1" else Counts(0, 0, SIZE)
        assert store.load_cohort(cohort(SIZE, edition=2), "palim") == expected
        assert [candidate.id for candidate in store.candidates()] == ids
        assert len(store.candidate_history(ids[-1])) == 1
    _check_whole(Path(url.removeprefix("sqlite:///")))


def test_a_database_killed_while_it_is_made_can_be_opened_again(url, cohort, child):
    for _ in range(4):
        process = child(url, cohort(10))
        _go(process)
        time.sleep(random.uniform(0.2, 0.8))
        process.kill()
        process.wait()
        with Store.open(url) as store:
            assert store.counts().candidates in ((), (("palim", 10),))
        for path in Path(url.removeprefix("sqlite:///")).parent.iterdir():
            path.unlink()
