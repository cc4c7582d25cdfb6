"""Keys are read from a file of their owner's alone or from the environment, and a missing one is never replaced."""

from __future__ import annotations

import os
import stat
from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from matcher.errors import IdentityKeyError
from matcher.settings import Settings
from matcher.store.cipher import Cipher
from matcher.store.keys import IdentityKey, KeySource
from matcher.store.vault import Vault

ONE, OTHER = IdentityKey(bytes(range(32))), IdentityKey(bytes(32))
NAMED = b64encode(ONE.secret).decode()


@pytest.fixture
def source(tmp_path: Path) -> KeySource:
    return KeySource(tmp_path / "home" / "identity.keys")


def test_the_first_key_makes_a_file_that_is_its_owners_alone(source):
    key = source.newest_or_made()
    assert source.held() == (key,)
    assert source.newest_or_made() == key
    assert len(key.secret) == 32
    if os.name == "posix":
        assert stat.S_IMODE(source.file.stat().st_mode) == 0o600


def test_a_new_key_stands_after_the_older_ones(source):
    keys = [source.make() for _ in range(3)]
    assert source.held() == tuple(keys)
    assert len({key.id for key in keys}) == 3


def test_keys_made_at_the_same_moment_are_all_kept(source):
    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(lambda _: source.make(), range(8)))
    assert set(source.held()) == made
    assert len(made) == 8


def test_a_file_that_ends_within_a_line_is_continued_on_the_next(source):
    first = source.make()
    source.file.write_bytes(source.file.read_bytes().rstrip(b"\n"))
    second = source.make()
    assert source.held() == (first, second)


@pytest.mark.skipif(os.name != "posix", reason="other systems keep no such modes")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_file_that_others_may_read_is_refused(source, mode):
    source.make()
    source.file.chmod(mode)
    with pytest.raises(
        IdentityKeyError, match=rf"identity.keys may be read by others \(mode {mode:o}\): run chmod 600"
    ):
        source.held()


@pytest.mark.parametrize(
    "damage",
    [
        lambda line: line[:-6],
        lambda line: line.rsplit(" ", 1)[0],
        lambda line: line.replace(" ", "", 1),
        lambda line: ("0" if line[0] != "0" else "1") + line[1:],
    ],
)
def test_a_damaged_line_is_named_and_its_secret_is_not(source, damage):
    secret = b64encode(source.make().secret).decode()
    lines = source.file.read_text().splitlines()
    source.file.write_text("\n".join([*lines[:-1], damage(lines[-1])]))
    with pytest.raises(IdentityKeyError, match=r"Line 3 of the key file .*identity.keys is damaged: restore") as caught:
        source.held()
    assert secret[:12] not in str(caught.value)


@pytest.mark.parametrize(
    ("named", "keys"),
    [
        ("", ()),
        (NAMED, (ONE,)),
        (f" {NAMED}\n", (ONE,)),
        (f"{NAMED},{b64encode(OTHER.secret).decode()}", (ONE, OTHER)),
        (f"{NAMED} {NAMED}", (ONE,)),
    ],
)
def test_the_environment_names_keys_oldest_first(source, named, keys):
    assert KeySource(source.file, named).held() == keys


@pytest.mark.parametrize("named", ["secret", NAMED[:-4], f"{NAMED},x", b64encode(bytes(16)).decode()])
def test_a_name_that_is_no_key_is_refused_without_repeating_it(source, named):
    with pytest.raises(IdentityKeyError, match=r"Key [12] in MATCHER_IDENTITY_KEY is not base64 of 32 bytes") as caught:
        KeySource(source.file, named).held()
    assert named.split(",")[-1] not in str(caught.value).replace("base64 of 32 bytes", "") or named.endswith(",x")


def test_no_key_is_written_to_a_file_where_the_environment_names_them(source):
    with pytest.raises(IdentityKeyError, match="write a new one there, after the one in use"):
        KeySource(source.file, NAMED).make()
    assert not source.file.exists()


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "home").write_text("no folder")
    with pytest.raises(IdentityKeyError, match=r"home/identity.keys cannot be (read|written)"):
        KeySource(tmp_path / "home" / "identity.keys").make()


def test_no_representation_shows_a_secret(source, home, monkeypatch):
    monkeypatch.setenv("MATCHER_IDENTITY_KEY", NAMED)
    settings = Settings()
    assert KeySource.of(settings).held() == (ONE,)
    vault = Vault(Cipher(ONE.secret), ONE.secret)
    representations = (
        repr(ONE),
        repr(KeySource(source.file, NAMED)),
        repr(settings),
        str(settings.model_dump()),
        repr(vault),
    )
    for shown in representations:
        assert NAMED not in shown
        assert "\\x01" not in shown
