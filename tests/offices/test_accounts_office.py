"""Accounts in the hands of an administrator: seen, made, changed, shut and opened, and who may not."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from matcher.accounts import FAILURES, Doorkeeper, Position
from matcher.engine import Matcher
from matcher.errors import NotFoundError, RefusedError, UsageError
from matcher.offices import AccountsOffice, AccountState
from matcher.settings import Settings
from matcher.stewardship import Actor
from matcher.trail import Role

ANN = Actor("ann@example.org", Role.ADMIN)
PASSWORD = "four words no sentence"
HOSTILE = "<script>alert(1)</script> [x](javascript:alert(1)) 'De Gist'"


@pytest.fixture
def matcher(url, home) -> Iterator[Matcher]:
    """An engine of which nothing but the store is opened, on each kind of database."""
    engine = Matcher(Settings(home=home, database_url=url, encoder="no such encoder"))
    yield engine
    engine.store.close()


@pytest.fixture
def office(matcher) -> AccountsOffice:
    """The office of ann, who has an account."""
    opened = AccountsOffice(matcher, ANN)
    opened.add(ANN.name, Position("admin"), None)
    return opened


def log(matcher) -> list[tuple[str, str, str]]:
    """Actor, action and step of each entry."""
    found = matcher.store.register().log().entries
    return [(entry.actor, entry.action, json.loads(entry.detail)["step"]) for entry in found]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
def test_nobody_else_enters(matcher, role):
    with pytest.raises(RefusedError, match="manage accounts"):
        AccountsOffice(matcher, Actor("Sam", role))


def test_the_first_account_is_an_administrators(matcher):
    office = AccountsOffice(matcher, Actor("somebody at this machine", Role.ADMIN))
    assert office.is_empty()
    with pytest.raises(UsageError, match="first account must be an administrator"):
        office.add("sam", Position("staff"), PASSWORD)
    assert office.is_empty()
    office.add("ann", Position("admin"), PASSWORD)
    assert not office.is_empty()
    office.add("sam", Position("staff"), PASSWORD)


def test_where_others_can_follow_without_signing_in_the_first_may_be_anybodys(matcher):
    office = AccountsOffice(matcher, ANN)
    office.add("sam", Position("staff"), None, any_role_first=True)
    with pytest.raises(UsageError, match="administrator"):
        office.add("rob", Position("researcher"), None)


def test_an_account_is_told_with_how_it_stands_and_never_with_its_password(matcher, office):
    office.add_organisation(HOSTILE)
    office.add("rik", Position("recruiter", organisation=HOSTILE), PASSWORD)
    office.add("sam", Position("staff", ("palim",)), PASSWORD)
    door = Doorkeeper(matcher.store.accounts())
    assert door.let_in("sam", PASSWORD)
    for _ in range(FAILURES):
        assert door.let_in("rik", "wrong") is None
    ann, rik, sam = office.accounts()
    assert (ann.is_own, rik.is_own) == (True, False)
    assert (ann.has_password, rik.has_password) == (False, True)
    assert (rik.organisation.name, rik.state, rik.failures) == (HOSTILE, AccountState.LOCKED, FAILURES)
    assert rik.locked_until is not None
    assert (rik.signed_in_at, rik.sessions) == (None, 0)
    assert (sam.schemes, sam.state, sam.sessions) == (frozenset({"palim"}), AccountState.OPEN, 1)
    assert sam.signed_in_at is not None
    assert "argon2" not in repr(office.accounts())
    assert office.unlock("rik").state is AccountState.OPEN
    assert office.disable("sam").sessions == 0
    assert office.account("sam").state is AccountState.CLOSED
    assert office.enable("sam").state is AccountState.OPEN


def test_every_act_ends_sessions_where_it_must_and_is_written_down(matcher, office):
    office.add("sam", Position("staff"), PASSWORD)
    door = Doorkeeper(matcher.store.accounts())
    for act in (
        lambda: office.change("sam", Position("auditor")),
        lambda: office.set_password("sam", PASSWORD),
        lambda: office.end_sessions("sam"),
        lambda: office.disable("sam"),
    ):
        token = door.let_in("sam", PASSWORD)
        assert office.account("sam").sessions == 1
        assert act().sessions == 0
        assert door.known(token) is None
    steps = [step for actor, action, step in log(matcher) if (actor, action) == (ANN.name, "account")]
    assert steps == ["added", "added", "changed", "password", "signed out everywhere", "disabled"]


def test_ones_own_account_is_changed_or_shut_only_when_one_was_told(office):
    office.add("eve", Position("admin"), None)
    for act in (
        lambda **said: office.change(ANN.name, Position("staff"), **said),
        lambda **said: office.disable(ANN.name, **said),
    ):
        with pytest.raises(UsageError, match="your own account"):
            act()
        office.enable(ANN.name)
    assert office.account(ANN.name).role is Role.ADMIN
    assert office.disable(ANN.name, knowing_own=True).state is AccountState.CLOSED


def test_the_last_administrator_can_neither_be_shut_nor_demoted_knowing_it(office):
    for act in (
        lambda: office.change(ANN.name, Position("staff"), knowing_own=True),
        lambda: office.disable(ANN.name, knowing_own=True),
    ):
        with pytest.raises(UsageError, match="only administrator"):
            act()


def test_what_does_not_exist_is_said_so(office):
    for act in (office.account, office.enable, office.unlock, office.end_sessions, office.disable):
        with pytest.raises(NotFoundError, match="nobody"):
            act("nobody")
    with pytest.raises(NotFoundError, match="No Such"):
        office.add("rik", Position("recruiter", organisation="No Such"), None)
