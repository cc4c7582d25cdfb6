"""The recruiter's walk in a real browser: from ranked cards to a file that says what the screen said."""

from __future__ import annotations

import csv

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect
from pypdf import PdfReader

from matcher.engine import Matcher
from matcher.hiring import Stage
from matcher.offices import ShortlistOffice
from matcher.settings import Settings
from matcher.stewardship import Actor
from matcher.store.held_shortlists import FeedbackReason
from matcher.trail import Role
from screen.wording import Words
from tests.adverts import ADVERT
from tests.browser.server import running_app
from tests.browser.test_every_page import faults
from tests.browser.walking import settle, visit

EN = Words("en")
ADD, NUMBER = "Add to shortlist", 3


@pytest.fixture
def app(demo_home, tmp_path):
    """The app over a copy of the demo data, opened by a recruiter."""
    with running_app(demo_home, tmp_path / "server.log", MATCHER_ROLE="recruiter") as address:
        yield address


def cards(page) -> list[tuple[str, str]]:
    """Blind name and score of every card on the page, in their order."""
    said = page.get_by_role("heading", level=3).all_inner_texts()
    named = [text for text in said if " · " in text or text.endswith("%")]
    return [(name.split(" · ")[1], score) for name, score in zip(named[::2], named[1::2], strict=True)]


def download(page, kind: str, folder):
    with page.expect_download() as started:
        page.get_by_role("button", name=kind, exact=True).click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def table_of(rows: list[list[object]]) -> list[dict[str, object]]:
    """The rows under the line of headings."""
    start = next(number for number, row in enumerate(rows) if row and row[0] == "No")
    return [dict(zip(rows[start], row, strict=True)) for row in rows[start + 1 :]]


def test_from_ranked_cards_to_files_that_say_what_the_screen_says(app, page, tmp_path):
    visit(page, f"{app}/?vacancy=VL-26-1144&language=en")
    ranked = cards(page)[:NUMBER]
    for number in range(NUMBER):
        page.get_by_role("button", name=ADD).first.click()
        expect(page.get_by_text("On Warehouse operator - spare parts")).to_have_count(number + 1)

    visit(page, f"{app}/shortlists?language=en")
    assert cards(page) == ranked

    page.get_by_role("button", name="Stage, note, feedback").first.click()
    window = page.get_by_role("dialog")
    window.get_by_role("textbox", name="Note").fill("=HYPERLINK(1) call on Monday")
    window.get_by_text("Suits the vacancy").click()
    window.get_by_role("button", name="Save").click()
    expect(window).to_have_count(0)
    settle(page)
    page.get_by_role("button", name="Choose all on this page").click()
    settle(page)
    page.get_by_role("button", name="Move", exact=True).click()
    expect(page.get_by_text("3 moved to Contacted.")).to_be_visible()
    settle(page)
    shown = page.get_by_test_id("stMain").inner_text().replace("\u00a0", " ").replace("\u2060", "")
    assert shown.count("Contacted since") == NUMBER

    page.get_by_role("button", name="Export").click()
    book = load_workbook(download(page, "XLSX", tmp_path))
    rows = table_of([[cell.value for cell in row] for row in book.worksheets[0].iter_rows()])
    assert [(row["Candidate"], f"{row['Score']:.0%}") for row in rows] == ranked
    for row in rows:
        assert row["Stage"] in shown
        for column in ("Reasons", "Essential skills", "The law today"):
            for line in row[column].splitlines():
                assert (line.partition(": ")[2] or line) in shown, line
    assert rows[0]["Note"] == "'=HYPERLINK(1) call on Monday"
    assert rows[0]["Feedback"] == "Suits the vacancy"

    with download(page, "CSV", tmp_path).open(encoding="utf-8-sig", newline="") as file:
        assert [(row["Candidate"], row["Score"]) for row in table_of(list(csv.reader(file, delimiter=";")))] == ranked

    pdf = PdfReader(download(page, "PDF", tmp_path))
    said = "\n".join(part.extract_text() for part in pdf.pages)
    assert all(f"{place} · {name} · {score}" in said for place, (name, score) in enumerate(ranked, start=1))
    assert "=HYPERLINK(1) call on Monday" in said


def test_from_a_pasted_vacancy_to_an_exported_shortlist(app, page, tmp_path):
    visit(page, f"{app}/?language=en")
    page.get_by_text(EN("way.paste")).click()
    settle(page)
    page.get_by_label(EN("paste.label")).fill(ADVERT)
    for button in (EN("paste.read"), EN("paste.find")):
        page.get_by_role("button", name=button).first.click()
        settle(page)
    ranked = cards(page)[:NUMBER]
    for number in range(NUMBER):
        page.get_by_role("button", name=ADD).first.click()
        expect(page.get_by_text("On Lasser (m/v/x)")).to_have_count(number + 1)

    page.get_by_test_id("stTopNavSection").filter(has_text=EN("frame.recruiting")).click()
    page.get_by_test_id("stTopNavDropdownLink").filter(has_text=EN("shortlists.title")).click()
    settle(page)
    assert cards(page) == ranked
    page.get_by_role("button", name="Export").click()
    book = load_workbook(download(page, "XLSX", tmp_path))
    rows = table_of([[cell.value for cell in row] for row in book.worksheets[0].iter_rows()])
    assert [(row["Candidate"], f"{row['Score']:.0%}") for row in rows] == ranked
    assert all("lassen" in row["Essential skills"] for row in rows)


def test_a_removed_candidate_is_brought_back_by_keyboard(app, page):
    visit(page, f"{app}/?vacancy=VL-26-1144&language=en")
    page.get_by_role("button", name=ADD).first.press("Enter")
    expect(page.get_by_text("On Warehouse operator - spare parts")).to_have_count(1)
    visit(page, f"{app}/shortlists?language=en")
    ((name, _),) = cards(page)
    page.get_by_role("checkbox", name=f"Choose {name}").press("Space")
    page.get_by_role("button", name="Remove from list").press("Enter")
    expect(page.get_by_text("Nobody is on this shortlist yet.")).to_be_visible()
    page.get_by_role("button", name="Undo").press("Enter")
    expect(page.get_by_role("checkbox", name=f"Choose {name}")).to_have_count(1)


@pytest.fixture
def filled(demo_home, tmp_path):
    """The app, opened by staff, over a list with two candidates at different stages, with a note and feedback."""
    engine = Matcher(Settings(home=demo_home, database_url=None, encoder="embedded"))
    office, vacancy = ShortlistOffice(engine, Actor("Ann", Role.STAFF)), engine.store.vacancy("VL-26-1144")
    held = office.make("Parts people", vacancy)
    first, second = (office.add(held.id, match, vacancy) for match in engine.match_vacancy(vacancy, 2))
    office.move(held.id, [second], Stage.INTERVIEW)
    office.annotate(held.id, first, "Call back on Monday")
    office.judge(held.id, first, False, [FeedbackReason.LANGUAGE])
    engine.store.close()
    with running_app(demo_home, tmp_path / "server.log", MATCHER_ROLE="staff") as address:
        yield f"{address}/shortlists?language=en"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_filled_list_and_its_windows_have_no_serious_accessibility_fault(filled, context_of, scheme):
    page = context_of(color_scheme=scheme).new_page()
    visit(page, filled)
    page.get_by_text("History of stages").click()
    page.get_by_role("button", name="Choose all on this page").click()
    settle(page)
    expect(page.get_by_text("2 chosen")).to_be_visible()
    assert faults(page) == []
    for opening in ("Stage, note, feedback", "Who is this?"):
        page.get_by_role("button", name=opening).first.click()
        expect(page.get_by_role("dialog")).to_be_visible()
        settle(page)
        assert faults(page) == []
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_filled_list_fits_a_telephone(filled, context_of):
    page = context_of(viewport={"width": 400, "height": 800}, is_mobile=True, has_touch=True).new_page()
    visit(page, filled.replace("=en", "=de"))
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 400
