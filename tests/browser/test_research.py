"""The walks of a researcher and of an auditor, in a real browser, over the demo data and a run that the lab made."""

from __future__ import annotations

import csv
import json
import re

import pytest
from playwright.sync_api import expect

from evaluation.registry import find
from evaluation.report import run_all, write_report
from evaluation.suites import Bench
from matcher.engine import Matcher
from matcher.settings import Settings
from tests.browser.server import running_app
from tests.browser.walking import settle, visit


@pytest.fixture
def with_run(demo_home):
    """A home with the demo data and a fairness report of its people."""
    matcher = Matcher(Settings(home=demo_home, database_url=None, encoder="embedded"))
    run = run_all([find("fairness-groups")], Bench(matcher), lambda *_: None)
    write_report(run, matcher.settings.runs_folder / "today")
    matcher.store.close()
    return demo_home


def saved(page, label):
    """Press a download button and return what was saved."""
    with page.expect_download() as told:
        page.get_by_role("button", name=label).click()
    return told.value


def test_a_researcher_opens_a_fairness_report_and_downloads_it(with_run, tmp_path, page):
    with running_app(with_run, tmp_path / "log", MATCHER_ROLE="researcher") as address:
        visit(page, f"{address}/?language=en")  # the first page of that role
        expect(page.get_by_role("heading", name="Match quality")).to_be_visible()
        page.get_by_role("radio", name="Fairness").click()
        expect(page.get_by_role("heading", name="How groups fare beside the highest")).to_be_visible()
        settle(page)
        expect(page.get_by_role("table").first).to_contain_text("female")
        report = saved(page, "Report (HTML)")
        assert report.suggested_filename == "today.html"
        text = report.path().read_text(encoding="utf-8")
        assert "fairness-groups" in text
        assert not re.search(r"<script|<link|src=", text)
        figures = json.loads(saved(page, "Figures (JSON)").path().read_text(encoding="utf-8"))
        assert figures["benchmarks"][0]["benchmark"] == "fairness-groups"
        with saved(page, "Figures (CSV)").path().open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, delimiter=";"))
        assert len(rows) == len(figures["benchmarks"][0]["figures"]) + 1


def test_a_researcher_counts_people_and_takes_the_table_away(demo_home, tmp_path, page):
    with running_app(demo_home, tmp_path / "log", MATCHER_ROLE="researcher") as address:
        visit(page, f"{address}/statistics?language=en")
        expect(page.get_by_role("table")).to_contain_text("PALIM")
        with saved(page, "Download this table").path().open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, delimiter=";"))
        assert rows[-1] == ["All", "240"]
        visit(page, f"{address}/audit?language=en")
        expect(page.get_by_role("heading", name="Audit log")).to_have_count(0)


def test_an_auditor_checks_the_log_and_takes_it_away(demo_home, tmp_path, page):
    with running_app(demo_home, tmp_path / "log", MATCHER_ROLE="auditor", MATCHER_ACTOR="Aude") as address:
        visit(page, f"{address}/audit?language=en")
        page.get_by_role("button", name="Check the whole log").click()
        expect(page.get_by_text("The log is whole")).to_be_visible()
        with saved(page, "Download these entries").path().open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, delimiter=";"))
        assert len(rows) > 5
        page.reload()
        settle(page)
        expect(page.get_by_role("table")).to_contain_text("Aude")
