"""Project staff's walk in a real browser: from a vacancy closed by hand to a person's papers, copy and erasure."""

from __future__ import annotations

import json
from datetime import date

import pytest
from playwright.sync_api import expect

from matcher.engine import Matcher
from matcher.settings import Settings
from tests.browser.server import running_app
from tests.browser.walking import settle, visit

VACANCY = "VL-26-1144"


@pytest.fixture
def app(demo_home, tmp_path):
    """The app over a copy of the demo data, opened by project staff."""
    with running_app(demo_home, tmp_path / "server.log", MATCHER_ROLE="staff", MATCHER_ACTOR="Ann") as address:
        yield address


@pytest.fixture
def held(demo_home):
    """An engine of the test's own over the home of the app, to see what was kept."""
    return Matcher(Settings(home=demo_home, database_url=None, encoder="embedded"))


def press(page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()
    settle(page)


def download(page, name: str, folder):
    with page.expect_download() as started:
        page.get_by_role("button", name=name, exact=True).click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    settle(page)
    return path.read_text(encoding="utf-8")


def test_from_a_vacancy_closed_by_hand_to_the_rights_of_a_person(app, page, held, tmp_path):
    visit(page, f"{app}/vacancies?opened={VACANCY}&language=en")
    press(page, "Close now")
    expect(page.get_by_text("These dates were set by hand")).to_be_visible()
    assert not held.store.vacancy(VACANCY).is_open(date.today())

    person = held.store.candidates("thamm")[4]
    visit(page, f"{app}/rights?language=en")
    search = page.get_by_label("Name, reference or number of the person")
    search.fill(person.person.name)
    search.press("Enter")
    settle(page)
    press(page, "Choose")
    expect(page.get_by_role("heading", name=person.person.name)).to_be_visible()
    press(page, "Record an objection")
    expect(page.get_by_text("The objection is recorded")).to_be_visible()
    press(page, "The person takes it back")

    page.get_by_role("tab", name="Papers").click()
    page.get_by_role("radio", name="العربية").click()
    settle(page)
    notice = download(page, "Download the notice", tmp_path)
    assert 'dir="rtl"' in notice
    press(page, "Find the best vacancies")
    why = download(page, "Download the explanation", tmp_path)
    assert person.id[:8] in why
    assert person.person.name not in why

    page.get_by_role("tab", name="Copy").click()
    copy = json.loads(download(page, "Get the copy", tmp_path))
    assert copy["person"]["name"] == person.person.name
    assert [entry.action for entry in held.steward.register.log(subject=person.id).entries].count("export") == 2

    page.get_by_role("tab", name="Erase").click()
    page.get_by_label("To go on, type the number of the person").fill(person.id[:8])
    press(page, "Erase for good")
    expect(page.get_by_text("The person is erased")).to_be_visible()
    assert person.id not in {one.id for one in held.store.profiles()}
