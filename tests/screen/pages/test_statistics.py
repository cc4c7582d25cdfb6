"""The page of statistics, run over the demo data as a researcher opens it."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from matcher.engine import Matcher
from matcher.settings import Settings
from screen.counted import HIDDEN, counts_table
from screen.counts_chart import bars_table
from screen.wording import Words
from tests.conftest import DATA

PAGE = str(Path(__file__).parents[3] / "screen" / "pages" / "statistics.py")
EN = Words("en")


@pytest.fixture
def researcher(home, monkeypatch):
    """A home with two cohorts, opened as a researcher."""
    matcher = Matcher(Settings())
    for scheme, name in (("palim", "palim-maroc.xlsx"), ("thamm", "thamm-maroc-tunisie.csv")):
        matcher.load_cohort(DATA / name, scheme)
    monkeypatch.setenv("MATCHER_ROLE", "researcher")
    monkeypatch.setenv("MATCHER_ACTOR", "Rania")
    return matcher


def opened(language="en"):
    app = AppTest.from_file(PAGE, default_timeout=120)
    app.session_state["language"] = language
    app.run()
    assert not app.exception
    return app


def choose(app, key, value):
    app.selectbox(key).select(value).run()
    assert not app.exception
    return app


def test_the_page_counts_by_each_dimension_beside_schemes_and_genders(researcher):
    app = opened()
    assert "120 candidates" in app.markdown[0].value
    release = researcher.releases.standing(lambda *_: None)
    for rows in app.selectbox("count-by").options:
        app.selectbox("count-by").select_index(app.selectbox("count-by").options.index(rows)).run()
        assert not app.exception
        for columns in app.selectbox("count-beside").options:
            app.selectbox("count-beside").select_index(app.selectbox("count-beside").options.index(columns)).run()
            assert not app.exception
            assert len(app.table) == 1
    table = counts_table(release, "gender", "scheme", EN)
    shown = choose(choose(app, "count-by", "gender"), "count-beside", "scheme").table[0].value
    said = [[str(cell).replace("\\", "") for cell in row] for row in shown.itertuples(index=False)]
    assert said == [[str(cell) for cell in row] for row in table.rows]


def test_no_number_under_five_nor_any_exact_one_is_shown(researcher):
    release = researcher.releases.standing(lambda *_: None)
    for rows in ("gender", "origin", "age", "occupation"):
        for columns in ("", "scheme"):
            for line in counts_table(release, rows, columns, EN).rows:
                assert all(cell == HIDDEN or (cell % 5 == 0 and cell >= 5) for cell in line[1:])


def test_the_file_holds_what_the_page_shows(researcher):
    release = researcher.releases.standing(lambda *_: None)
    table = counts_table(release, "gender", "scheme", EN)
    lines = table.as_csv().decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Gender;Activated asylum seekers;")
    assert len(lines) == len(table.rows) + 1
    assert [line.split(";") for line in lines[1:]] == [[str(cell) for cell in row] for row in table.rows]


def test_bars_stand_only_for_what_may_be_told(researcher):
    release = researcher.releases.standing(lambda *_: None)
    bars = bars_table(release, "origin", "scheme", EN)
    assert (bars["count"] >= 5).all()
    assert len(bars) == sum(
        release.count(("scheme", scheme), ("origin", origin)) is not None
        for scheme in release.groups("scheme")
        for origin in release.groups("origin")
    )


@pytest.mark.parametrize("language", ["fr", "nl", "de"])
def test_the_page_speaks_the_language_chosen(researcher, language):
    app = opened(language)
    assert app.title[0].value == Words(language)("statistics.title")
    assert app.selectbox("count-by").label == Words(language)("statistics.rows")


def test_an_empty_home_says_that_nothing_is_counted(home, monkeypatch):
    monkeypatch.setenv("MATCHER_ROLE", "researcher")
    app = opened()
    assert app.info[0].value == EN("statistics.nobody")


def test_a_recruiter_who_comes_by_the_address_is_refused(researcher, monkeypatch):
    monkeypatch.setenv("MATCHER_ROLE", "recruiter")
    app = opened()
    assert "may not see statistics" in app.error[0].value.replace("\\", "")
    assert not app.table
