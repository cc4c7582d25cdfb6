"""What is exported of a shortlist says what stands on the screen, in the order and with the parts of the view."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from matcher.hiring import Stage
from matcher.offices import FileKind
from matcher.offices.shortlist_files import written_file
from matcher.reasons import LANGUAGES
from matcher.records import Evidence, LanguageGap, Match, Reason, Source, Vacancy
from matcher.store.held_shortlists import Feedback, FeedbackReason, HeldEntry, HeldShortlist, Step
from screen.shortlist_table import shown_table
from screen.shortlist_view import Order, Part, ShortlistView
from screen.wording import Words

VACANCY = Vacancy("v", "H1", "Lasser", Source("v.csv", None, 2))
SKILLS = (("met_essential", "1"), ("essential", "2"), ("met", ("MIG ← “MIG lassen”",)), ("missing", ("TIG",)))


def entry(name: str, score: float, *steps: tuple[Stage, str], **said: object) -> HeldEntry:
    skills = Evidence("skills", score, 0.5, Reason("skills.coverage", SKILLS))
    rest = Evidence("experience", None, 0.5, Reason("experience.unknown", (("asked", "2"),)), 0.0)
    match = Match(name, "v", (skills, rest), gaps=(LanguageGap("nl", "overall", "B1", "A2", 1),))
    made = [Step(stage, f"2026-11-{day}T10:00:00.000000+00:00", "Ann", str(day), "") for stage, day in steps]
    added = made[0].at
    return HeldEntry(f"e{name}", "l", "palim", match, VACANCY, "r", "Ann", added, tuple(made), **said)


FIRST = entry("aaaaaaaa1", 0.4, (Stage.PROPOSED, "03"), (Stage.INTERVIEW, "20"))
SECOND = entry("bbbbbbbb1", 0.9, (Stage.PROPOSED, "02"), note="=cmd|' /C calc'!A0")
THIRD = entry("cccccccc1", 0.6, (Stage.PROPOSED, "01"), (Stage.DECLINED, "25"))
LIST = HeldShortlist("l", "Lassers Gent", VACANCY, None, "Ann", "2026-11-01T10:00:00.000000+00:00")
EN = Words("en")


@pytest.mark.parametrize(
    ("view", "names"),
    [
        (ShortlistView(), "bca"),
        (ShortlistView(order=Order.ADDED), "abc"),
        (ShortlistView(order=Order.STAGE), "abc"),
        (ShortlistView(order=Order.CHANGED), "cab"),
        (ShortlistView(stages=(Stage.PROPOSED, Stage.DECLINED)), "bc"),
        (ShortlistView(stages=(Stage.OFFER,)), ""),
    ],
)
def test_a_view_keeps_its_stages_in_its_order(view, names):
    assert "".join(shown.candidate_id[0] for shown in view.of([FIRST, SECOND, THIRD])) == names


def test_the_columns_are_those_of_the_view():
    rows = [FIRST, SECOND]
    always = ["No", "Candidate", "Score", "Stage"]
    assert list(shown_table(LIST, rows, ShortlistView(parts=()), EN).headings) == [*always, "Added on"]
    with_notes = shown_table(LIST, rows, ShortlistView(parts=(Part.NOTES, Part.HISTORY)), EN)
    assert list(with_notes.headings) == [*always, "Feedback", "Note", "History of stages", "Added on"]
    free = shown_table(replace(LIST, vacancy=None), rows, ShortlistView(parts=(), of_any_vacancy=True), EN)
    assert list(free.headings) == [*always, "Vacancy", "Added on"]
    assert free.rows[0][4] == "Lasser (H1)"


def test_a_row_says_name_score_stage_reasons_and_what_people_said():
    told = replace(FIRST, feedback=Feedback(True, (FeedbackReason.SKILLS, FeedbackReason.LANGUAGE)), note="Call back")
    table = shown_table(LIST, [told], ShortlistView(), EN)
    row = dict(zip(table.headings, table.rows[0], strict=True))
    assert row["Candidate"] == "aaaaaaaa"
    assert row["Score"].said == "20%"
    assert row["Stage"] == "Interview since 20/11/2026"
    assert row["Reasons"].splitlines()[0] == "Skills +20%: Has 1 of 2 essential skills."
    assert row["Reasons"].splitlines()[1].endswith("(not known, counted as average)")
    assert "MIG “MIG lassen”" in row["Essential skills"]
    assert row["Languages"] == "Dutch B1 asked, A2 held: 1 level to go"
    assert (row["Feedback"], row["Note"]) == ("Suits the vacancy (skills, language)", "Call back")
    assert row["Added on"] == "03/11/2026"


@pytest.mark.parametrize("language", LANGUAGES)
def test_above_the_table_stand_vacancy_day_filters_order_and_who_decides(language):
    words = Words(language)
    view = ShortlistView(stages=(Stage.PROPOSED,), order=Order.ADDED)
    vacancy, line, *rest = shown_table(LIST, [SECOND], view, words).facts
    assert "Lasser" in vacancy
    assert words("stage.proposed") in line
    assert words("list_order.added") in line
    assert words("frame.decides") in rest


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_kind_of_file_says_the_same(language):
    words = Words(language)
    table = shown_table(LIST, [SECOND, FIRST], ShortlistView(), words)
    book = load_workbook(io.BytesIO(written_file(table, FileKind.XLSX)))
    (sheet,) = book.worksheets
    heading = next(row[0].row for row in sheet.iter_rows() if row[0].value == table.headings[0])
    scores = [sheet.cell(heading + n, 3) for n in (1, 2)]
    assert [(cell.value, cell.number_format) for cell in scores] == [
        (0.45, "0%" if language == "en" else "0 %"),
        (0.2, "0%" if language == "en" else "0 %"),
    ]
    assert sheet.freeze_panes == f"A{heading + 1}"
    note = sheet.cell(heading + 1, table.headings.index(words("entry.note")) + 1)
    assert note.data_type == "s"
    text = written_file(table, FileKind.CSV).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[heading - 1] == list(table.headings)
    assert [row[:3] for row in rows[heading:]] == [
        ["1", "bbbbbbbb", words.percent(0.45)],
        ["2", "aaaaaaaa", words.percent(0.2)],
    ]
    assert rows[heading][table.headings.index(words("entry.note"))] == "'=cmd|' /C calc'!A0"
    said = "\n".join(
        page.extract_text() for page in PdfReader(io.BytesIO(written_file(table, FileKind.PDF))).pages
    ).replace("\xa0", " ")
    for piece in ("bbbbbbbb", "aaaaaaaa", words.percent(0.45).replace("\xa0", " "), "=cmd|' /C calc'!A0"):
        assert piece in said
