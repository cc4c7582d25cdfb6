"""The main walk of project staff: the French cohort, from the file as it came to reviewed skills, by keyboard."""

from __future__ import annotations

from playwright.sync_api import expect

from matcher.engine import Matcher
from matcher.settings import Settings
from screen.wording import Words
from tests.browser.server import running_app
from tests.browser.walking import settle, visit
from tests.conftest import DATA

FR = Words("fr")


def load(page, name):
    """Choose the scheme, drop the file and wait for what was understood."""
    page.get_by_label(FR("load.scheme"), exact=True).click()
    page.get_by_role("option", name="PALIM").click()
    settle(page)
    page.locator('input[type="file"]').set_input_files(DATA / name)
    settle(page)


def press(page, key):
    page.keyboard.press(key)
    page.wait_for_timeout(500)
    settle(page)


def test_the_french_cohort_is_loaded_and_its_skills_reviewed(page, tmp_path):
    home = tmp_path / "home"
    with running_app(home, tmp_path / "server.log") as address:
        visit(page, f"{address}/load-cohort?language=fr")
        load(page, "palim-maroc.xlsx")
        expect(page.get_by_text(FR("load.balance", read=60, accepted=60, rejected=0))).to_be_visible()
        page.get_by_role("button", name=FR("load.commit", number=60, scheme="PALIM")).dblclick()
        counts = {"read": 60, "accepted": 60, "created": 60, "updated": 0, "unchanged": 0, "rejected": 0}
        expect(page.get_by_text(FR("load.done", scheme="PALIM", **counts))).to_be_visible()
        page.get_by_role("link", name=FR("load.to_review")).click()
        expect(page.get_by_role("heading", name=FR("review.title"))).to_be_visible()
        settle(page)
        first = page.get_by_role("heading", level=2).first.inner_text()
        press(page, "1")
        if page.get_by_role("button", name=FR("review.for_all")).count():
            press(page, "y")
        expect(page.get_by_role("heading", level=2).first).not_to_have_text(first)
        press(page, "u")
        expect(page.get_by_role("heading", level=2).first).to_have_text(first)
        press(page, "x")
        if page.get_by_role("button", name=FR("review.for_all")).count():
            press(page, "y")
        expect(page.get_by_role("heading", level=2).first).not_to_have_text(first)
        page.get_by_role("textbox", name=FR("review.search")).fill("soud")
        expect(page.get_by_role("button", name="soud").first).to_be_visible()
        settle(page)
    engine = Matcher(Settings(home=home, database_url=None))
    assert dict(engine.store.counts().candidates) == {"palim": 60}
    last, before = engine.store.link_decisions()
    assert (last.uri, last.stands, before.stands) == (None, True, False)
    actions = [entry.action for entry in engine.steward.register.log().entries]
    assert actions.count("load") == 1
    assert actions.count("confirmation") == 3
