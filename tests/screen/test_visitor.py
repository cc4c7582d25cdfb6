"""Who is at the browser where there are no accounts: the role is chosen, or fixed by the environment."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from matcher.accounts import Directory, Position
from matcher.settings import Settings
from matcher.stewardship import Actor
from matcher.store import Store
from matcher.trail import Role
from screen.visitor import VIEWED_AS, current_visitor, known_visitor
from screen.wording import Words

APP = str(Path(__file__).parents[2] / "app.py")
EN = Words("en")


def opened(**query: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=120)
    for name, value in ({"language": "en"} | query).items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def said(app: AppTest) -> str:
    return "\n".join(element.value for element in app.markdown).replace("\u00a0", " ")


def test_without_accounts_a_banner_says_so_and_the_role_is_chosen(home):
    app = opened()
    assert EN("frame.demo") in said(app)
    assert app.title[0].value == EN("find.title")
    app.radio(key=VIEWED_AS).set_value("researcher").run()
    assert not app.exception
    assert app.query_params[VIEWED_AS] == "researcher"
    assert EN("find.title") not in [title.value for title in app.title]


@pytest.mark.parametrize(("asked", "role"), [("auditor", "auditor"), ("nonsense", "admin"), ("", "admin")])
def test_the_role_in_the_address_is_kept(home, asked, role):
    assert opened(**{VIEWED_AS: asked}).radio(key=VIEWED_AS).value == role


def test_the_environment_fixes_the_role(home, monkeypatch):
    monkeypatch.setenv("MATCHER_ROLE", "recruiter")
    app = opened(**{VIEWED_AS: "admin"})
    assert not app.radio
    assert EN("frame.viewed_as", role=EN("role.recruiter")) in said(app)


def test_a_role_that_is_none_is_said(home, monkeypatch):
    monkeypatch.setenv("MATCHER_ROLE", "boss")
    assert "boss" in opened().error[0].value


def give_an_account() -> None:
    with Store.open(Settings().store_url) as store:
        Directory(store.accounts(), Actor("Ann", Role.ADMIN)).add("ann", Position("admin"), None)


def test_one_run_of_a_page_asks_once_and_what_runs_after_it_asks_anew(home):
    with known_visitor() as visitor:
        give_an_account()
        assert visitor is not None
        assert current_visitor() is visitor
    assert current_visitor() is None


def test_who_was_at_a_page_that_broke_off_is_forgotten(home):
    with suppress(RuntimeError), known_visitor():
        give_an_account()
        raise RuntimeError
    assert current_visitor() is None


def test_where_there_are_accounts_nobody_without_a_session_sees_a_page(home):
    give_an_account()
    app = opened(**{VIEWED_AS: "admin"})
    assert [title.value for title in app.title] == [EN("sign_in.ended_title")]
    assert not app.radio
