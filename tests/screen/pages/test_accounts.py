"""The page of accounts, drawn over a real store: from the app without any to one account shut and opened again."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from matcher.accounts import FAILURES, Directory, Position
from matcher.engine import Matcher
from matcher.settings import Settings
from matcher.stewardship import Actor
from matcher.trail import Role
from screen.server.door import door
from screen.wording import Words
from tests.screen.pages.staff import opened, rerun, shown

EN = Words("en")
ANN, PASSWORD = "ann@example.org", "four words no sentence"
HOSTILE = "<script>alert(1)</script> **De Gist**"


@pytest.fixture
def matcher(home, monkeypatch) -> Matcher:
    """An engine over the empty home that the app opens too."""
    for name in ("MATCHER_ROLE", "MATCHER_ACTOR"):
        monkeypatch.delenv(name, raising=False)
    engine = Matcher(Settings(home=home, database_url=None, encoder="embedded"))
    yield engine
    engine.store.close()


@pytest.fixture
def directory(matcher) -> Directory:
    return Directory(matcher.store.accounts(), Actor("Root", Role.ADMIN))


@pytest.fixture
def held(directory, monkeypatch) -> Directory:
    """Two administrators, a recruiter and somebody of staff; the first is the one at the browser, signed in."""
    directory.add_organisation(HOSTILE)
    ann = directory.add(ANN, Position("admin"), PASSWORD)
    directory.add("eve", Position("admin"), None)
    directory.add("rik", Position("recruiter", organisation=HOSTILE), PASSWORD)
    directory.add("sam", Position("staff", ("palim", "thamm")), PASSWORD)
    token = door().let_in(ann.login, PASSWORD)
    monkeypatch.setattr("screen.visitor._token", lambda: token)
    return directory


def label_of(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def in_window(app: AppTest, opening: str, key: str) -> AppTest:
    """Press a button of an open window; here every run draws the whole page, so the window is opened again with it."""
    app.button(key=opening).click()
    app.button(key=key).click()
    return rerun(app)


def window(app: AppTest, opening: str) -> AppTest:
    app.button(key=opening).click()
    return rerun(app)


def one(login: str, held: Directory) -> AppTest:
    return opened("accounts", account=held.account(login).id)


def test_before_the_first_account_the_page_says_what_it_changes(matcher):
    app = opened("accounts")
    said = shown(app)
    assert EN("accounts.first") in said
    assert EN("accounts.first_hint") in said
    assert app.radio(key="new-way").options == [EN("password_way.made"), EN("password_way.typed")]
    app.text_input(key="new-login").set_value(ANN)
    app.button(key="add-now").click()
    assert EN("accounts.first_unsure") in shown(rerun(app))
    assert not matcher.store.accounts().holds_accounts()


def test_the_first_account_is_an_administrators_and_closes_the_app(matcher, directory):
    app = opened("accounts")
    app.text_input(key="new-login").set_value(ANN)
    app.checkbox(key="first-sure").set_value(True)
    app.button(key="add-now").click()
    rerun(app)
    assert EN("accounts.first_added", login=ANN) in shown(app)
    (made,) = (code.value for code in app.code)
    assert directory.account(ANN).role is Role.ADMIN
    assert door().let_in(ANN, made)
    assert [title.value for title in rerun(app).title] == [EN("sign_in.ended_title")]
    assert not app.code


def test_accounts_are_listed_with_what_they_are_and_hostile_names_stay_text(held):
    for _ in range(FAILURES):
        door().let_in("rik", "wrong")
    held.disable("eve")
    app = opened("accounts")
    said = shown(app)
    for login in (ANN, "eve", "rik", "sam"):
        assert login in said
    assert HOSTILE in said
    assert "<script>" not in "".join(element.value for element in app.markdown)
    assert EN("frame.schemes", schemes="PALIM, THAMM") in said
    for state in ("locked", "closed"):
        assert EN(f"account_state.{state}") in said
    assert EN("accounts.never_signed_in") in said
    assert EN("accounts.recruiters", number=1) in said
    assert "argon2" not in said


@pytest.mark.parametrize(("asked", "found"), [("sam", 1), ("recruiter gist", 1), ("PALIM", 1), ("admin", 2), ("zz", 0)])
def test_accounts_are_searched_by_login_role_organisation_and_scheme(held, asked, found):
    app = opened("accounts")
    app.text_input(key="asked").set_value(asked)
    rerun(app)
    assert label_of(app).count(EN("accounts.open")) == found
    assert (EN("accounts.none") in shown(app)) == (not found)


def test_a_recruiter_is_added_with_an_organisation_of_a_new_name(held):
    app = window(opened("accounts"), "add")
    app.text_input(key="new-login").set_value("Rob@Example.org")
    app.selectbox(key="new-organisation").set_value("")
    window(app, "add")
    app.text_input(key="new-organisation-name").set_value("De  Oven")
    in_window(app, "add", "add-now")
    assert EN("accounts.added", login="rob@example.org") in shown(app)
    (made,) = (code.value for code in app.code)
    assert door().let_in("rob@example.org", made)
    rob = held.account("rob@example.org")
    assert (rob.role, rob.organisation.name) == (Role.RECRUITER, "De Oven")
    app = window(opened("accounts"), "add")
    app.text_input(key="new-login").set_value("rob@example.org")
    in_window(app, "add", "add-now")
    assert EN("told.recruiter_organisation") in shown(app)
    window(app, "add")
    app.selectbox(key="new-organisation").set_value("De Oven")
    in_window(app, "add", "add-now")
    assert any("already" in error.value for error in app.error)


def test_staff_take_a_scheme_or_all_of_them(held):
    app = window(opened("accounts"), "add")
    app.text_input(key="new-login").set_value("sue")
    app.selectbox(key="new-role").set_value(Role.STAFF)
    app.radio(key="new-way").set_value("provider")
    in_window(app, "add", "add-now")
    assert EN("accounts.scheme_needed") in shown(app)
    window(app, "add")
    app.multiselect(key="new-schemes").set_value(["match"])
    in_window(app, "add", "add-now")
    assert held.account("sue").schemes == frozenset({"match"})
    assert not held.account("sue").password
    assert not app.code


def test_a_password_is_typed_twice(held):
    app = window(one("sam", held), "password")
    sam = held.account("sam")
    app.radio(key=f"{sam.id}-way").set_value("typed")
    window(app, "password")
    app.text_input(key=f"{sam.id}-password").set_value("another good password")
    app.text_input(key=f"{sam.id}-again").set_value("another good pass")
    in_window(app, "password", "password-now")
    assert EN("password.differ") in shown(app)
    assert door().let_in("sam", PASSWORD)
    app.text_input(key=f"{sam.id}-again").set_value("another good password")
    in_window(app, "password", "password-now")
    assert EN("accounts.password_set", login="sam") in shown(app)
    assert not app.code
    assert door().let_in("sam", "another good password")
    assert door().let_in("sam", PASSWORD) is None


def test_a_password_that_was_made_is_shown_once(held):
    app = window(one("sam", held), "password")
    in_window(app, "password", "password-now")
    (made,) = (code.value for code in app.code)
    assert re.fullmatch(r"(?:\w{5}-){3}\w{5}", made)
    assert door().let_in("sam", made)
    assert not rerun(app).code
    assert made not in repr(app.session_state)


def test_an_account_changes_its_role_and_whoever_is_signed_in_is_out(held):
    token = door().let_in("sam", PASSWORD)
    sam = held.account("sam")
    app = window(one("sam", held), "change")
    assert app.multiselect(key=f"{sam.id}-schemes").value == ["palim", "thamm"]
    app.selectbox(key=f"{sam.id}-role").set_value(Role.AUDITOR)
    in_window(app, "change", "change-now")
    assert EN("accounts.changed", login="sam") in shown(app)
    assert (held.account("sam").role, held.account("sam").schemes) == (Role.AUDITOR, None)
    assert door().known(token) is None


def test_a_recruiter_who_joins_staff_sees_the_people_of_no_scheme_that_was_not_chosen(held):
    rik = held.account("rik")
    app = window(one("rik", held), "change")
    app.selectbox(key=f"{rik.id}-role").set_value(Role.STAFF)
    window(app, "change")
    assert app.checkbox(key=f"{rik.id}-all-schemes").value is False
    in_window(app, "change", "change-now")
    assert EN("accounts.scheme_needed") in shown(app)
    app.checkbox(key=f"{rik.id}-all-schemes").set_value(True)
    in_window(app, "change", "change-now")
    assert (held.account("rik").role, held.account("rik").schemes) == (Role.STAFF, None)


def test_schemes_given_at_the_command_line_to_another_role_are_kept(held):
    held.change("rik", Position("recruiter", ("palim",), HOSTILE))
    app = window(one("rik", held), "change")
    in_window(app, "change", "change-now")
    assert held.account("rik").schemes == frozenset({"palim"})


def test_a_locked_account_is_unlocked(held):
    for _ in range(FAILURES):
        door().let_in("sam", "wrong")
    app = one("sam", held)
    assert EN("accounts.locked", failures=FAILURES, minutes=15) in shown(app)
    app.button(key="unlock").click()
    assert EN("accounts.unlocked", login="sam") in shown(rerun(app))
    assert door().let_in("sam", PASSWORD)


def test_whoever_is_signed_in_is_signed_out_everywhere(held):
    assert "end" not in [button.key for button in one("sam", held).button]
    token = door().let_in("sam", PASSWORD)
    app = one("sam", held)
    assert EN("accounts.sessions", number=1) in shown(app)
    window(app, "end")
    in_window(app, "end", "end-now")
    assert door().known(token) is None
    assert held.account("sam").password


def test_an_account_is_shut_after_a_question_and_opened_again(held):
    app = window(one("sam", held), "close")
    assert EN("accounts.close_hint", login="sam") in shown(app)
    assert EN("accounts.close_own") not in shown(app)
    in_window(app, "close", "close-now")
    said = shown(rerun(app))
    assert EN("account_state.closed") in said
    assert door().let_in("sam", PASSWORD) is None
    app.button(key="enable").click()
    rerun(app)
    assert door().let_in("sam", PASSWORD)


def test_ones_own_account_is_shut_only_after_a_warning_and_then_one_is_out(held):
    app = window(one(ANN, held), "close")
    assert EN("accounts.close_own") in shown(app)
    assert EN("accounts.own") in shown(app)
    app.button(key="close").click()
    app.button(key="close-now").click()
    app.run()
    assert held.account(ANN).disabled
    assert [title.value for title in rerun(app).title] == [EN("sign_in.ended_title")]


@pytest.mark.parametrize("act", ["close", "change"])
def test_the_last_administrator_is_neither_shut_nor_demoted(held, act):
    held.disable("eve")
    ann = held.account(ANN)
    app = window(one(ANN, held), act)
    if act == "change":
        app.selectbox(key=f"{ann.id}-role").set_value(Role.AUDITOR)
    in_window(app, act, f"{act}-now")
    assert any("only administrator" in error.value for error in app.error)
    assert held.account(ANN).manages


def test_an_account_that_does_not_exist_is_said_in_a_sentence(held):
    app = opened("accounts", account="0" * 32)
    assert EN("accounts.gone") in shown(app)
    assert ANN in shown(app)


def test_without_an_organisation_the_page_says_what_to_do_and_one_is_added(matcher, monkeypatch):
    Directory(matcher.store.accounts(), Actor("Root", Role.ADMIN)).add(ANN, Position("admin"), PASSWORD)
    token = door().let_in(ANN, PASSWORD)
    monkeypatch.setattr("screen.visitor._token", lambda: token)
    app = opened("accounts")
    assert EN("accounts.no_organisation") in shown(app)
    app.button(key="add-organisation").click()
    rerun(app)
    app.text_input[-1].set_value(HOSTILE)
    app.button(key="add-organisation").click()
    app.button[-1].click()
    rerun(app)
    assert [one.name for one in matcher.store.accounts().organisations()] == [HOSTILE]


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
def test_the_page_speaks_every_language(held, language):
    words = Words(language)
    app = opened("accounts", language=language)
    assert app.title[0].value == words("accounts.title")
    assert words("accounts.add") in label_of(app)
