"""Signing in and out in a real browser: by keyboard, on a telephone, and out at the next click."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from matcher.accounts import Directory, Position, Sharing
from matcher.settings import Settings
from matcher.stewardship import Actor
from matcher.store import KeySource, Store
from matcher.store.held_accounts import ShareKind
from matcher.trail import Role
from screen.wording import Words
from tests.browser.server import running_app
from tests.browser.test_every_page import faults
from tests.browser.walking import settle

PASSWORD = "four words no sentence"
ADMIN = Actor("Ann", Role.ADMIN)
EN, NL = Words("en"), Words("nl")


@pytest.fixture
def directory(demo_home: Path) -> Iterator[Directory]:
    """The accounts of a copy of the demo data: a recruiter who is shown one vacancy, and a researcher."""
    settings = Settings(home=demo_home, database_url=None)
    with Store.open(settings.store_url, KeySource.of(settings)) as store:
        found = Directory(store.accounts(), ADMIN)
        found.add_organisation("De Gist")
        found.add("rik@degist.example", Position("recruiter", organisation="De Gist"), PASSWORD)
        found.add("ria", Position("researcher"), PASSWORD)
        Sharing(store, ADMIN).share(ShareKind.VACANCY, "VL-26-1144", "De Gist")
        yield found


@pytest.fixture
def address(directory: Directory, demo_home: Path, tmp_path: Path) -> Iterator[str]:
    with running_app(demo_home, tmp_path / "server.log") as running:
        yield running


def test_a_recruiter_signs_in_by_keyboard_and_out(address, page):
    page.goto(f"{address}/find-candidates?language=en")
    expect(page).to_have_title(re.compile(EN("sign_in.title")))
    page.keyboard.type("rik@degist.example")  # the cursor stands in the first field
    page.keyboard.press("Tab")
    page.keyboard.type("wrong")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text(EN("sign_in.refused", failures=10, minutes=15))
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    settle(page)
    expect(page).to_have_url(re.compile("/find-candidates"))
    page.get_by_text("rik", exact=True).first.click()
    expect(page.get_by_text("De Gist")).to_be_visible()
    page.get_by_role("button", name=EN("frame.sign_out")).click()
    expect(page.get_by_role("heading", name=EN("sign_in.ended_title"))).to_be_visible()
    page.goto(address)
    expect(page.get_by_label(EN("sign_in.password"))).to_be_visible()


def test_an_account_that_is_disabled_is_out_at_the_next_click(address, directory, context_of):
    page = context_of(locale="nl-BE").new_page()
    page.goto(address)
    page.get_by_label(NL("sign_in.login")).fill("ria")
    page.get_by_label(NL("sign_in.password")).fill(PASSWORD)
    page.get_by_role("button", name=NL("sign_in.button")).click()
    settle(page)
    directory.disable("ria")
    page.get_by_text("FR", exact=True).click()
    expect(page.get_by_role("heading", name=Words("fr")("sign_in.ended_title"))).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sign_in_is_accessible_and_fits_a_telephone(address, context_of, scheme):
    page = context_of(color_scheme=scheme, viewport={"width": 400, "height": 800}).new_page()
    page.goto(f"{address}/sign-in?language=de")
    page.get_by_role("button").click()  # an empty form is stopped by the browser itself
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
