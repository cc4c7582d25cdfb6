"""A rotation seals everything anew or nothing, and the old key opens nothing afterwards."""

from __future__ import annotations

import sqlite3
from base64 import b64encode
from pathlib import Path

import pytest
from sqlalchemy import text

from matcher.errors import IdentityKeyError, StoreError
from matcher.settings import Settings
from matcher.store import Counts, KeySource, Store, connection
from matcher.store import rotation as rotation_module
from matcher.store.connection import reading


@pytest.fixture
def keys(home) -> KeySource:
    return KeySource(Settings().identity_key_file)


@pytest.fixture
def loaded(store, cohort, keys) -> Store:
    store.load_cohort(cohort(7), "palim")
    store.load_cohort(cohort(3, edition=2), "palim")
    return store


def _sealed(store: Store) -> set[bytes]:
    with reading(store._desk.engine) as opened:
        return {
            bytes(cell)
            for table in ("persons", "legal_statuses", "candidate_history", "identity_keys")
            for row in opened.execute(text(f"SELECT * FROM {table}"))
            for cell in row
            if isinstance(cell, bytes | memoryview)
        }


def _all(store: Store) -> tuple[object, ...]:
    return store.candidates(), [store.candidate_history(item.id) for item in store.candidates()]


def test_everything_is_sealed_anew_and_reads_the_same(loaded, keys, cohort, monkeypatch):
    monkeypatch.setattr(rotation_module, "_PORTION", 3)
    said, sealed, (old,) = _all(loaded), _sealed(loaded), keys.held()
    steps = []
    new = loaded.rotate_keys(lambda *step: steps.append(step))
    assert keys.held()[0] == old
    assert [key.id for key in keys.held()] == [old.id, new]
    assert not _sealed(loaded) & sealed
    assert _all(loaded) == said
    assert [step for step in steps if step[1] == step[2]] == [
        ("encrypting candidate history", 3, 3),
        ("encrypting legal statuses", 7, 7),
        ("encrypting persons", 7, 7),
    ]
    assert loaded.candidate("PAL-00005").key == "PAL-00005"
    assert loaded.load_cohort(cohort(9), "palim") == Counts(2, 3, 4)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_what_the_old_key_opened_stands_in_no_file(url, loaded):
    sealed = _sealed(loaded)
    loaded.rotate_keys()
    path = Path(url.removeprefix("sqlite:///"))
    kept = b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
    assert not [value for value in sealed if value in kept]
    assert [value for value in _sealed(loaded) if value in kept]


def test_the_old_key_may_be_thrown_away(loaded, keys):
    said = loaded.candidates()
    loaded.rotate_keys()
    lines = keys.file.read_text().splitlines()
    keys.file.write_text("\n".join([*lines[:2], lines[-1]]))
    assert loaded.candidates() == said
    assert loaded.key_status().held == (loaded.key_status().in_use,)


def test_a_rotation_that_fails_leaves_the_old_key_in_use_and_its_new_key_serves_the_next(loaded, keys):
    said = _all(loaded)
    before = loaded.key_status()

    def fail(step: str, _done: int, _total: int) -> None:
        if step == "encrypting persons":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        loaded.rotate_keys(fail)
    assert loaded.key_status().in_use == before.in_use
    assert _all(loaded) == said
    left = keys.held()[-1].id
    assert loaded.rotate_keys() == left
    assert len(keys.held()) == 2
    assert _all(loaded) == said


def test_another_process_reads_on_after_a_rotation(url, loaded):
    with Store.open(url) as other:
        said = other.candidates()
        loaded.rotate_keys()
        assert other.candidates() == said


def test_keys_of_the_environment_rotate_to_the_one_added(url, loaded, keys):
    said = loaded.candidates()
    first, second = (b64encode(bytes([number]) * 32).decode() for number in (1, 2))
    with Store.open(url, KeySource(keys.file, first)) as moved:
        moved.rotate_keys()
        with pytest.raises(IdentityKeyError, match="write a new one there, after the one in use and a comma"):
            moved.rotate_keys()
    keys.file.unlink()
    with Store.open(url, KeySource(keys.file, f"{first},{second}")) as moved:
        moved.rotate_keys()
    with Store.open(url, KeySource(keys.file, second)) as moved:
        assert moved.candidates() == said
    with Store.open(url, KeySource(keys.file, first)) as moved, pytest.raises(IdentityKeyError):
        moved.candidates()


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_rotation_that_cannot_wipe_the_files_says_so_and_stands(url, cohort, monkeypatch):
    monkeypatch.setattr(connection, "BUSY_TIMEOUT", 0.2)
    with Store.open(url) as store:
        store.load_cohort(cohort(2), "palim")
        said, before = store.candidates(), store.key_status().in_use
        reader = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM persons").fetchall()
        with pytest.raises(StoreError, match=r"All is encrypted with key \w+ now, but free space may .*kept busy"):
            store.rotate_keys()
        reader.close()
        assert store.candidates() == said
        assert store.key_status().in_use != before


def test_there_is_nothing_to_rotate_before_the_first_load(store, keys):
    with pytest.raises(IdentityKeyError, match="Nothing is encrypted yet"):
        store.rotate_keys()
    assert keys.held() == ()
