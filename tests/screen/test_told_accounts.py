"""What the engine refuses about accounts and sharing is said in the language of the page, whatever was typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matcher.accounts import Directory, Position
from matcher.engine import Matcher
from matcher.errors import MatcherError
from matcher.offices import AccountsOffice, SharingOffice
from matcher.settings import Settings
from matcher.stewardship import Actor
from matcher.store.held_accounts import ShareKind
from matcher.trail import Role
from screen.told import in_page_words
from screen.wording import Words

ADMIN = Actor("ann", Role.ADMIN)
HOSTILE = "<script>alert('x')</script> {login} [a](javascript:b)"
WELL = "four words no sentence"
STAFF = Position("staff")


@pytest.fixture
def offices(home):
    """An office for accounts with one administrator and an organisation, and one for sharing in the hands of staff."""
    matcher = Matcher(Settings(home=home, database_url=None, encoder="embedded"))
    accounts = AccountsOffice(matcher, ADMIN)
    accounts.add("ann", Position("admin"), None)
    Directory(matcher.store.accounts(), ADMIN).add_organisation("De 'Gist'")
    yield accounts, SharingOffice(matcher, Actor("sam", Role.STAFF, frozenset({"palim"})))
    matcher.store.close()


REFUSED: dict[str, Callable[[AccountsOffice, SharingOffice], object]] = {
    "login_shape": lambda accounts, _: accounts.add(HOSTILE, STAFF, WELL),
    "login_taken": lambda accounts, _: accounts.add("ANN", STAFF, WELL),
    "no_account": lambda accounts, _: accounts.unlock(HOSTILE),
    "only_administrator": lambda accounts, _: accounts.disable("ann", knowing_own=True),
    "own_account": lambda accounts, _: accounts.disable("ann"),
    "recruiter_organisation": lambda accounts, _: accounts.add("rik", Position("recruiter"), WELL),
    "organisation_taken": lambda accounts, _: accounts.add_organisation("de 'gist'"),
    "organisation_unnamed": lambda accounts, _: accounts.add_organisation("  "),
    "no_organisation": lambda accounts, _: accounts.add("rik", Position("recruiter", organisation=HOSTILE), WELL),
    "password_short": lambda accounts, _: accounts.add("sam", STAFF, "short"),
    "password_long": lambda accounts, _: accounts.add("sam", STAFF, "long" * 1000),
    "password_login": lambda accounts, _: accounts.add("sam@example.org", STAFF, "Sam@example.org"),
    "password_repeats": lambda accounts, _: accounts.add("sam", STAFF, "ab" * 10),
    "no_candidate": lambda _, sharing: sharing.share(ShareKind.CANDIDATE, [HOSTILE], "De 'Gist'"),
    "out_of_reach": lambda _, sharing: sharing.share(ShareKind.SCHEME, ["thamm"], "De 'Gist'"),
}


@pytest.mark.parametrize("code", REFUSED)
def test_a_refusal_is_said_in_every_language(offices, code):
    with pytest.raises(MatcherError) as caught:
        REFUSED[code](*offices)
    said = str(caught.value)
    assert in_page_words(said, Words("en")) == said
    told = {language: in_page_words(said, Words(language)) for language in ("fr", "nl", "de")}
    assert said not in told.values()
    assert len(set(told.values())) == 3


def test_the_first_account_is_refused_in_every_language(home):
    matcher = Matcher(Settings(home=home, database_url=None, encoder="embedded"))
    with pytest.raises(MatcherError) as caught:
        AccountsOffice(matcher, ADMIN).add("sam", STAFF, WELL)
    assert in_page_words(str(caught.value), Words("nl")) != str(caught.value)
    matcher.store.close()
