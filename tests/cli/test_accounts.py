"""``matcher user``, ``matcher organisation`` and ``matcher share``, as an administrator types them."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from matcher.cli.main import app
from matcher.errors import NotFoundError, RefusedError, UsageError
from matcher.store.held_accounts import ShareKind

PASSWORD = "four words no sentence"


@pytest.fixture
def typed(home):
    """``typed("user list")``: what a command prints; ``answers`` are typed at its questions."""

    def type_it(line: str, *more: str, answers: str = "") -> str:
        done = CliRunner().invoke(app, [*line.split(), *more], input=answers)
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done.output

    return type_it


def test_an_account_is_added_with_a_password_typed_twice_that_shows_nowhere(typed):
    typed("organisation add", "Bakkerij De Gist")
    said = typed("user add rik --role recruiter --organisation", "bakkerij de gist", answers=f"{PASSWORD}\n" * 2)
    assert "Added rik as recruiter at Bakkerij De Gist." in said
    assert PASSWORD not in said
    assert "organisations." in typed("organisation list")


def test_a_password_that_was_typed_differently_is_asked_again(typed):
    said = typed("user add sam --role staff", answers=f"{PASSWORD}\n{PASSWORD}!\n{PASSWORD}\n{PASSWORD}\n")
    assert "do not match" in said
    assert "Added sam as staff." in said


def test_a_password_is_no_argument(typed):
    assert "No such option" in typed("user add sam --role staff --password", PASSWORD)


def test_accounts_are_listed_with_what_they_are_and_how_they_stand(typed):
    typed("user add sam --role staff --scheme palim --scheme thamm --password-stdin", answers=f"{PASSWORD}\n")
    typed("user add ann@example.org --role admin --no-password")
    typed("user disable sam")
    assert "sam                               staff of palim, thamm, disabled" in typed("user list")
    listed = {each["login"]: each for each in json.loads(typed("user list --json"))["accounts"]}
    assert listed["sam"] == {
        "login": "sam",
        "role": "staff",
        "schemes": ["palim", "thamm"],
        "organisation": None,
        "disabled": True,
        "locked": False,
        "password": True,
    }
    assert listed["ann@example.org"]["password"] is False
    typed("user enable sam")
    assert "sam is now auditor." in typed("user change sam --role auditor")
    assert "sam has another password." in typed("user password sam --password-stdin", answers=f"{PASSWORD}!\n")
    assert "sam is not locked." in typed("user unlock sam")
    assert "sam is signed out everywhere." in typed("user sign-out sam")
    assert "disabled" not in typed("user list")


@pytest.mark.parametrize(
    ("line", "answers", "error"),
    [
        ("user add sam --role staff --password-stdin", "short\n", UsageError),
        ("user add sam --role staff --password-stdin", "", UsageError),
        ("user add sam --role boss --no-password", "", UsageError),
        ("user add sam --role recruiter --no-password", "", UsageError),
        ("user disable nobody", "", NotFoundError),
        ("user password nobody", "", NotFoundError),
        ("user sign-out nobody", "", NotFoundError),
        ("share scheme palim --with Nobody", "", NotFoundError),
        ("share thing palim --with Nobody", "", UsageError),
        ("share candidate nobody --with Nobody", "", NotFoundError),
    ],
)
def test_what_cannot_be_done_is_an_error_with_its_reason(typed, line, answers, error):
    with pytest.raises(error):
        typed(line, answers=answers)
    assert "0 accounts." in typed("user list")


@pytest.mark.parametrize("line", ["user list", "organisation list", "shares"])
def test_other_roles_are_refused(typed, monkeypatch, line):
    monkeypatch.setenv("MATCHER_ROLE", "recruiter")
    with pytest.raises(RefusedError):
        typed(line)


def test_a_scheme_is_shared_and_shared_no_longer(typed):
    typed("organisation add Actiris")
    assert "Scheme palim is now shared with Actiris." in typed("share scheme palim --with Actiris")
    assert "already shared" in typed("share scheme palim --with actiris")
    assert json.loads(typed("shares --json")) == {
        "shares": [{"organisation": "Actiris", "kind": ShareKind.SCHEME.value, "subject": "palim"}]
    }
    assert "1 shares." in typed("shares")
    assert "is no longer shared" in typed("unshare scheme palim --with Actiris")
    assert "was not shared" in typed("unshare scheme palim --with Actiris")
    assert "0 shares." in typed("shares")


def test_the_last_administrator_stays_one(typed):
    typed("user add ann --role admin --no-password")
    for line in ("user disable ann", "user change ann --role staff"):
        with pytest.raises(UsageError, match="only administrator"):
            typed(line)
    typed("user add eve --role admin --no-password")
    assert "ann can no longer sign in." in typed("user disable ann")
