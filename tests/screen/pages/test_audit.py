"""The page of the audit log, as an auditor opens it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from streamlit.testing.v1 import AppTest

from matcher.engine import Matcher
from matcher.settings import Settings
from matcher.trail import Action, Entry, Note, Role
from screen.log_entries import details, entries_table
from screen.wording import Words

PAGE = str(Path(__file__).parents[3] / "screen" / "pages" / "audit.py")
EN = Words("en")
ROWS = "\n".join(["Référence;Nom;Métier;Compétences", *(f"A{n};Nom Numéro{n};Soudeur;soudure TIG" for n in range(6))])
VACANCIES = "reference,title,essential_skills\nV1,Soudeur,soudure TIG\n"
ENTRY = Entry.of(7, "2026-11-28T10:20:30.123456+00:00", Note("Ann", Role.STAFF, Action.EXPORT, "a" * 32, "x"), "")


@pytest.fixture
def auditor(home, tmp_path, monkeypatch):
    """A home with a cohort, a vacancy and a ranking, opened as an auditor."""
    matcher = Matcher(Settings())
    for name, content in (("cohort.csv", ROWS), ("vacancies.csv", VACANCIES)):
        (tmp_path / name).write_text(content, encoding="utf-8")
    matcher.load_cohort(tmp_path / "cohort.csv", "palim")
    matcher.load_vacancies(tmp_path / "vacancies.csv")
    matcher.match_vacancy(matcher.store.vacancy("V1"), 3)
    monkeypatch.setenv("MATCHER_ROLE", "auditor")
    return matcher


def opened():
    app = AppTest.from_file(PAGE, default_timeout=120)
    app.session_state["language"] = "en"
    app.run()
    assert not app.exception
    return app


def press(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def test_entries_are_shown_the_newest_first_and_can_be_narrowed(auditor):
    app = opened()
    shown = app.table[0].value
    assert [row[4] for row in shown.itertuples(index=False)] == ["ranking", "load", "load"]
    app.selectbox("audit-action").select("ranking").run()
    assert len(app.table[0].value) == 1
    app.text_input("audit-subject").set_value("nothing").run()
    assert app.info[0].value == EN("audit.nothing")


def test_nobodys_name_is_on_the_page(auditor):
    told = opened().table[0].value.to_string()
    assert "Nom" not in told
    assert "Numéro" not in told


def test_the_log_is_checked_when_asked_and_what_was_touched_is_named(auditor):
    app = press(opened(), EN("audit.verify"))
    assert "The log is whole: 3 entries" in app.success[0].value
    engine = create_engine(auditor.settings.store_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE audit_log SET actor = 'x' WHERE number = 1"))
    engine.dispose()
    app = press(opened(), EN("audit.verify"))
    assert "Entry 1 was changed" in app.error[0].value.replace("\\", "")


def test_a_ranking_is_repeated_when_asked(auditor):
    assert press(opened(), EN("replay.start")).success[0].value == EN("replay.identical")


def test_a_ranking_of_somebody_erased_is_identical_but_for_them(auditor):
    auditor.erase([auditor.store.profiles()[0].id])
    assert press(opened(), EN("replay.start")).success[0].value == EN("replay.identical_but_missing", number=1)


def test_without_a_ranking_there_is_none_to_repeat(home, monkeypatch):
    monkeypatch.setenv("MATCHER_ROLE", "auditor")
    app = opened()
    assert [item.value for item in app.info] == [EN("audit.nothing"), EN("replay.none")]


def test_ids_are_short_on_the_page_and_whole_in_the_file():
    (shown,) = entries_table([ENTRY], EN).rows
    assert shown == (7, "2026-11-28 10:20:30", "Ann", "project staff", "export", "a" * 8, "x", "")
    (kept,) = entries_table([ENTRY], EN, whole=True).rows
    assert kept[5] == "a" * 32


@pytest.mark.parametrize(
    ("detail", "told"),
    [
        ('{"entries":3,"by":""}', "entries 3"),
        ('{"file":"' + "b" * 64 + '","kind":"é"}', "file bbbbbbbb, kind é"),
        ("not json", "not json"),
        ("[1]", "[1]"),
    ],
)
def test_details_are_told_in_a_line_even_where_somebody_damaged_them(detail, told):
    assert details(replace(ENTRY, detail=detail)) == told


def test_an_action_that_is_no_more_is_shown_as_it_stands():
    (shown,) = entries_table([replace(ENTRY, action="stroll", role="king")], EN).rows
    assert shown[3:5] == ("king", "stroll")


def test_staff_are_refused(auditor, monkeypatch):
    monkeypatch.setenv("MATCHER_ROLE", "staff")
    assert "may not read the audit log" in opened().error[0].value.replace("\\", "")
