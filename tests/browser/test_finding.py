"""A recruiter's walk in a real browser: paste a vacancy, edit what it asks, rank, compare, open, save."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from screen.wording import Words
from tests.adverts import ADVERT
from tests.browser.server import running_app
from tests.browser.walking import settle, visit

EN = Words("en")


def press(page, name):
    page.get_by_role("button", name=name).first.click()
    return settle(page)


def test_a_pasted_vacancy_is_edited_ranked_compared_and_saved(demo_home, tmp_path, page):
    with running_app(demo_home, tmp_path / "server.log", MATCHER_ROLE="recruiter") as address:
        visit(page, f"{address}/?language=en")
        page.get_by_text(EN("way.paste")).click()
        settle(page)
        page.get_by_label(EN("paste.label")).fill(ADVERT)
        press(page, EN("paste.read"))

        essential = page.get_by_test_id("stMultiSelect").filter(has_text=EN("vacancy.essential"))
        chips = essential.get_by_role("button", name=re.compile("^Remove"))
        expect(chips).to_have_count(3)
        press(page, "Remove Onderdelen slijpen")
        expect(chips).to_have_count(2)
        page.get_by_label(EN("edit.add_skill")).fill("weld")
        page.get_by_test_id("stButtonGroup").get_by_text(re.compile("weld")).first.click()
        settle(page)
        expect(chips).to_have_count(3)
        expect(page.get_by_text(EN("paste.keep"))).to_have_count(0)

        press(page, EN("paste.find"))
        cards = page.get_by_text(EN("card.open"), exact=True)
        expect(cards).to_have_count(10)
        for number in range(2):
            page.get_by_text(EN("compare.mark"), exact=True).nth(number).click()
            settle(page)
        press(page, EN("compare.button", number=2))
        dialog = page.get_by_role("dialog")
        expect(dialog.get_by_text("%").first).to_be_visible()
        expect(dialog.get_by_text(EN("vacancy.essential"), exact=True)).to_have_count(2)
        page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)

        press(page, EN("card.open"))
        expect(page.get_by_role("dialog").get_by_text(EN("profile.blind"))).to_be_visible()
        page.keyboard.press("Escape")
        press(page, EN("search.save"))
        press(page, re.compile(f"^{EN('search.keep')}$"))
        page.keyboard.press("Escape")
        page.get_by_text(EN("way.saved")).click()
        settle(page)
        expect(page.get_by_role("heading", name="Lasser (m/v/x)")).to_be_visible()
        press(page, re.compile(f"^{EN('search.open')}$"))
        expect(cards).to_have_count(10)
        expect(page.get_by_text(EN("search.nothing_new"))).to_be_visible()


def test_a_vacancy_is_found_while_typing_and_stands_in_the_address(shown_app, page):
    visit(page, f"{shown_app}/?language=en")
    page.get_by_label(EN("choose.vacancy"), exact=True).press_sequentially("warehouse op")
    press(page, re.compile("Warehouse operator"))
    expect(page).to_have_url(re.compile("vacancy=VL-26-1144"))
    expect(page.get_by_text(EN("card.open"), exact=True)).to_have_count(10)


def test_the_filters_fit_a_telephone_and_say_what_is_asked(shown_app, context_of):
    page = context_of(viewport={"width": 400, "height": 800}).new_page()
    visit(page, f"{shown_app}/?vacancy=VL-26-1144&language=en")
    page.locator(".st-key-filters button").first.click()
    settle(page)
    for label in (EN("filter_within.3"), EN("region.flanders")):
        page.get_by_test_id("stButtonGroup").get_by_text(re.compile(f"^{label} · ")).click()
        settle(page)
    for part in (EN("profile.languages"), EN("load_field.occupation"), EN("load_field.skills")):
        page.get_by_role("tab", name=part).click()
        expect(page.get_by_role("tab", name=part)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(page.get_by_text(re.compile(r"can\sbegin\sby")).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
