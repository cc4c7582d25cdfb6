"""Accounts and organisations are made and changed by those who may, and every change is written down."""

from __future__ import annotations

import json
import threading
from contextlib import suppress

import pytest

from matcher.accounts import ABSOLUTE, IDLE, Directory, Doorkeeper, Position, actor_of
from matcher.errors import NotFoundError, RefusedError, TaxonomyError, UsageError
from matcher.stewardship import Actor
from matcher.trail import Action, Role
from tests.accounts.conftest import PASSWORD


def test_an_account_is_held_as_it_was_made(directory):
    employer = directory.add_organisation("  Bakkerij   De Gist ")
    made = directory.add(" Rik@Example.org ", Position("recruiter", organisation="bakkerij de gist"), PASSWORD)
    assert directory.account("RIK@example.org") == made
    assert (made.login, made.role, made.organisation) == ("rik@example.org", Role.RECRUITER, employer)
    assert employer.name == "Bakkerij De Gist"
    assert actor_of(made) == Actor("rik@example.org", Role.RECRUITER, None, employer.id)
    assert PASSWORD not in repr(made)
    staff = directory.add("sam", Position("staff", ("palim", "thamm")), None)
    assert actor_of(directory.account("sam")) == Actor("sam", Role.STAFF, frozenset({"palim", "thamm"}), None)
    assert directory.accounts() == (made, staff)


@pytest.mark.parametrize(
    ("login", "position", "password", "error", "said"),
    [
        ("a", Position("staff"), PASSWORD, UsageError, "cannot be a login"),
        ("a b c", Position("staff"), PASSWORD, UsageError, "cannot be a login"),
        ("<script>", Position("staff"), PASSWORD, UsageError, "cannot be a login"),
        ("sam", Position("boss"), PASSWORD, UsageError, "no role: choose one of admin"),
        ("sam", Position("staff", ("nosuch",)), PASSWORD, TaxonomyError, "nosuch"),
        ("sam", Position("recruiter"), PASSWORD, UsageError, "say for which"),
        ("sam", Position("staff", organisation="De Gist"), PASSWORD, UsageError, "leave it out"),
        ("sam", Position("recruiter", organisation="No Such"), PASSWORD, NotFoundError, "De Gist"),
        ("sam", Position("staff"), "short", UsageError, "at least 12"),
        ("ann", Position("staff"), PASSWORD, UsageError, "already"),
        ("ANN", Position("staff"), PASSWORD, UsageError, "already"),
    ],
)
def test_what_cannot_be_an_account_is_refused(directory, login, position, password, error, said):
    directory.add_organisation("De Gist")
    directory.add("ann", Position("admin"), None)
    with pytest.raises(error, match=said):
        directory.add(login, position, password)
    assert [account.login for account in directory.accounts()] == ["ann"]


def test_an_unknown_account_is_told_with_those_there_are(directory):
    with pytest.raises(NotFoundError, match="none yet"):
        directory.disable("sam")
    directory.add("ann", Position("admin"), None)
    with pytest.raises(NotFoundError, match="choose one of ann"):
        directory.set_password("sam", PASSWORD)


@pytest.mark.parametrize("name", ["", "  ", "de gist", "De  Gist"])
def test_an_organisation_needs_a_name_of_its_own(directory, name):
    directory.add_organisation("De Gist")
    with pytest.raises(UsageError, match="name"):
        directory.add_organisation(name)
    assert len(directory.organisations()) == 1


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
def test_only_an_administrator_manages_accounts(store, role):
    with pytest.raises(RefusedError, match="may not manage accounts"):
        Directory(store.accounts(), Actor("Sam", role))


def test_every_change_is_written_down_without_a_word_of_the_password(directory, log):
    made = directory.add("sam", Position("staff"), PASSWORD)
    directory.change("sam", Position("auditor"))
    directory.set_password("sam", PASSWORD + "!")
    directory.disable("sam")
    directory.enable("sam")
    directory.unlock("sam")
    entries = log()
    steps = ["added", "changed", "password", "disabled", "enabled", "unlocked"]
    assert [json.loads(entry.detail)["step"] for entry in entries] == steps
    assert {(entry.action, entry.actor, entry.role, entry.subject) for entry in entries} == {
        (Action.ACCOUNT, "Ann", "admin", made.id)
    }
    assert not any(PASSWORD in entry.detail or "argon2" in entry.detail for entry in entries)


@pytest.mark.parametrize(
    "act",
    [
        lambda directory: directory.disable("sam"),
        lambda directory: directory.set_password("sam", PASSWORD + "!"),
        lambda directory: directory.change("sam", Position("auditor")),
    ],
)
def test_whoever_is_signed_in_is_out_when_the_account_changes(directory, door: Doorkeeper, act):
    directory.add("sam", Position("staff"), PASSWORD)
    token = door.let_in("sam", PASSWORD)
    assert door.known(token)
    act(directory)
    assert door.known(token) is None


def test_whoever_is_signed_out_everywhere_signs_in_again_with_the_same_password(directory, door: Doorkeeper, log):
    directory.add("sam", Position("staff"), PASSWORD)
    tokens = [door.let_in("sam", PASSWORD) for _ in range(2)]
    directory.end_sessions("sam")
    assert [door.known(token) for token in tokens] == [None, None]
    assert json.loads(log()[-1].detail)["step"] == "signed out everywhere"
    assert door.known(door.let_in("sam", PASSWORD))


@pytest.mark.parametrize(
    "act",
    [
        lambda directory, login: directory.disable(login),
        lambda directory, login: directory.change(login, Position("staff")),
    ],
)
def test_the_last_administrator_stays_one(directory, log, act):
    directory.add("ann", Position("admin"), None)
    directory.add("sam", Position("staff"), None)
    directory.add("eve", Position("admin"), None)
    directory.disable("eve")
    before = len(log())
    with pytest.raises(UsageError, match="ann is the only administrator"):
        act(directory, "ann")
    assert directory.account("ann").manages
    assert len(log()) == before
    directory.change("ann", Position("admin", ("palim",)))  # who stays one may change otherwise
    directory.enable("eve")
    act(directory, "ann")
    assert not directory.account("ann").manages


def test_two_administrators_who_shut_each_other_at_once_leave_one(directory):
    logins = ("ann", "eve")
    for login in logins:
        directory.add(login, Position("admin"), None)
    together = threading.Barrier(len(logins))

    def shut(login: str) -> None:
        together.wait()
        with suppress(UsageError):
            directory.disable(login)

    threads = [threading.Thread(target=shut, args=(login,)) for login in logins]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(account.manages for account in directory.accounts()) == 1


def test_sessions_that_are_alive_are_counted_and_the_last_sign_in_is_told(directory, door: Doorkeeper, clock):
    sam = directory.add("sam", Position("staff"), PASSWORD)
    eve = directory.add("eve", Position("staff"), PASSWORD)
    desk = door.desk

    def alive() -> dict[str, int]:
        return desk.count_sessions(clock.now - ABSOLUTE, clock.now - IDLE)

    assert (alive(), desk.last_signed_in()) == ({}, {})
    door.let_in("sam", PASSWORD)
    clock.passes(minutes=20)
    door.let_in("sam", PASSWORD)
    door.let_in("eve", "wrong")
    assert alive() == {sam.id: 2}
    clock.passes(minutes=15)
    assert alive() == {sam.id: 1}
    assert set(desk.last_signed_in()) == {sam.id}
    door.let_in("eve", PASSWORD)
    assert set(desk.last_signed_in()) == {sam.id, eve.id}
    assert all(at.tzinfo is not None for at in desk.last_signed_in().values())
