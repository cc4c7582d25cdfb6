"""Signing in: who is let in, who is locked out, how long a session lasts, and what the log keeps of it."""

from __future__ import annotations

import json
import threading

import pytest

from matcher.accounts import ABSOLUTE, FAILURES, IDLE, LOCKED, Position
from matcher.accounts import passwords as password_module
from matcher.trail import Action
from tests.accounts.conftest import PASSWORD


@pytest.fixture
def sam(directory):
    return directory.add("sam@example.org", Position("staff", ("palim",)), PASSWORD)


def test_the_door_is_open_until_there_is_an_account(door, directory):
    assert door.is_open()
    directory.add("sam", Position("staff"), None)
    assert not door.is_open()
    directory.disable("sam")
    assert not door.is_open()


def test_the_right_password_opens_a_session_that_is_known_again(door, sam):
    token = door.let_in(" Sam@EXAMPLE.org", PASSWORD)
    assert len(token) >= 43  # 256 bits in base64
    assert door.known(token) == sam
    assert door.let_in("sam@example.org", PASSWORD) != token


def test_the_token_is_nowhere_in_the_database(door, sam, home, url):
    token = door.let_in("sam@example.org", PASSWORD)
    if url.startswith("sqlite"):
        written = b"".join(path.read_bytes() for path in home.glob("matcher.db*"))
        assert token.encode() not in written
        assert PASSWORD.encode() not in written
    assert door.desk.session(token) is None


@pytest.mark.parametrize(
    ("login", "password"),
    [
        ("sam@example.org", PASSWORD + "!"),
        ("sam@example.org", ""),
        ("nobody@example.org", PASSWORD),
        ("", ""),
        ("' OR 1=1 --", "' OR 1=1 --"),
        ("vouched", ""),
        ("vouched", PASSWORD),
    ],
)
def test_anything_else_opens_nothing(door, directory, sam, login, password):
    directory.add("vouched", Position("admin"), None)
    assert door.let_in(login, password) is None


@pytest.mark.parametrize("token", [None, "", "x", "\ud800", "é" * 43])
def test_a_made_up_token_is_nobody(door, sam, token):
    assert door.known(token) is None
    door.let_out(token)


def test_an_unknown_login_costs_one_verification_like_a_known_one(door, sam, monkeypatch):
    looked_at = []
    hasher = password_module._hasher()

    class Counting:
        def verify(self, known, password):
            looked_at.append(known.split("$")[1:4])
            return hasher.verify(known, password)

        def hash(self, password):
            return hasher.hash(password)

    monkeypatch.setattr(password_module, "_hasher", Counting)
    for login in ("sam@example.org", "nobody@example.org"):
        assert door.let_in(login, "wrong") is None
    known, unknown = looked_at
    assert known == unknown
    assert known[0] == "argon2id"


def test_ten_wrong_passwords_lock_the_account_for_a_while(door, sam, clock, log):
    for _ in range(FAILURES - 1):
        assert door.let_in("sam@example.org", "wrong") is None
    assert door.let_in("sam@example.org", PASSWORD)  # a right one starts the count anew
    for _ in range(FAILURES):
        door.let_in("sam@example.org", "wrong")
    assert door.let_in("sam@example.org", PASSWORD) is None
    clock.passes(seconds=LOCKED.total_seconds() - 1)
    assert door.let_in("sam@example.org", PASSWORD) is None
    clock.passes(seconds=1)
    assert door.let_in("sam@example.org", "wrong") is None  # one wrong one, not the eleventh
    assert door.let_in("sam@example.org", PASSWORD)
    assert [json.loads(entry.detail)["step"] for entry in log()].count("locked") == 1


def test_an_administrator_unlocks(door, directory, sam):
    for _ in range(FAILURES):
        door.let_in("sam@example.org", "wrong")
    assert directory.account("sam@example.org").is_locked(door.clock())
    directory.unlock("sam@example.org")
    assert door.let_in("sam@example.org", PASSWORD)


def test_guesses_sent_at_once_count_one_by_one(door, sam):
    tokens = []

    def guess(number):
        tokens.append(door.let_in("sam@example.org", f"wrong {number}"))

    guesses = [threading.Thread(target=guess, args=(number,)) for number in range(FAILURES)]
    for each in guesses:
        each.start()
    for each in guesses:
        each.join()
    assert tokens == [None] * FAILURES
    assert door.let_in("sam@example.org", PASSWORD) is None


@pytest.mark.parametrize(
    ("steps", "alive"),
    [
        ([IDLE.total_seconds() - 1], True),
        ([IDLE.total_seconds()], False),
        ([1200] * 29, True),  # in use all day: 9 h 40
        ([1200] * 30, False),  # 10 h
        ([30, IDLE.total_seconds() - 31], True),
    ],
)
def test_a_session_ends_when_idle_and_after_a_working_day(door, sam, clock, steps, alive):
    token = door.let_in("sam@example.org", PASSWORD)
    found = None
    for seconds in steps:
        clock.passes(seconds=seconds)
        found = door.known(token)
    assert (found is not None) == alive


def test_ended_sessions_are_swept_at_the_next_sign_in(door, sam, clock):
    from matcher.accounts.doorkeeper import _hash

    first = door.let_in("sam@example.org", PASSWORD)
    clock.passes(seconds=ABSOLUTE.total_seconds() + 1)
    assert door.desk.session(_hash(first))
    door.let_in("sam@example.org", PASSWORD)
    assert door.desk.session(_hash(first)) is None


def test_signing_out_ends_that_session_alone(door, sam):
    one, other = door.let_in("sam@example.org", PASSWORD), door.let_in("sam@example.org", PASSWORD)
    door.let_out(one)
    assert door.known(one) is None
    assert door.known(other) == sam


def test_a_disabled_account_is_neither_let_in_nor_known(door, directory, sam):
    directory.disable("sam@example.org")
    assert door.let_in("sam@example.org", PASSWORD) is None
    assert door.let_in_vouched("sam@example.org") is None


def test_an_identity_provider_vouches_for_the_accounts_there_are(door, sam):
    assert door.known(door.let_in_vouched("Sam@example.org")) == sam
    assert door.let_in_vouched("stranger@example.org") is None


def test_wrong_passwords_keep_nobody_out_whom_a_provider_vouches_for(door, sam):
    for _ in range(FAILURES):
        door.let_in("sam@example.org", "wrong")
    assert door.let_in_vouched("sam@example.org")
    assert door.let_in("sam@example.org", PASSWORD) is None


def test_the_log_tells_every_attempt_and_holds_nothing_that_was_typed(door, sam, log):
    door.let_in("sam@example.org", "the wrong password")
    door.let_in("my-password-in-the-wrong-box", PASSWORD)
    door.let_out(door.let_in("sam@example.org", PASSWORD))
    entries = [entry for entry in log() if entry.action == Action.LOGIN]
    told = [(entry.actor, entry.subject, json.loads(entry.detail)["step"]) for entry in entries]
    assert told == [
        ("sam@example.org", sam.id, "refused"),
        ("somebody unknown", "unknown account", "refused"),
        ("sam@example.org", sam.id, "signed in"),
        ("sam@example.org", sam.id, "signed out"),
    ]
    assert not any("password" in entry.detail.replace('"by":"password"', "") for entry in entries)
