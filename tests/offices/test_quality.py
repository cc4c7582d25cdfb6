from __future__ import annotations

import json

import pytest

from matcher.engine import Matcher
from matcher.errors import NotFoundError, RefusedError
from matcher.offices import QualityOffice, RunFile
from matcher.settings import Settings
from matcher.stewardship import Actor
from matcher.trail import Role
from tests.measured.written import write_run


@pytest.fixture
def office(home):
    runs = home / "reports" / "evaluation"
    write_run(runs, "first", values=[0.0] * 20)
    write_run(runs, "second", values=[1.0] * 20, date="2026-11-02T10:00:00+00:00")
    return QualityOffice(Matcher(Settings()), Actor("Rania", Role.RESEARCHER))


def test_the_runs_among_the_reports_are_found(office):
    assert [note.name for note in office.runs()] == ["second", "first"]
    assert office.run("first").conditions["seed"] == 1


def test_a_folder_can_be_set(tmp_path, home, monkeypatch):
    monkeypatch.setenv("MATCHER_RUNS", str(tmp_path / "elsewhere"))
    write_run(tmp_path / "elsewhere", "a")
    office = QualityOffice(Matcher(Settings()), Actor("Rania", Role.RESEARCHER))
    assert [note.name for note in office.runs()] == ["a"]
    assert office.new_run_folder().startswith(str(tmp_path / "elsewhere"))


def test_what_moved_between_two_runs_is_told_from_chance(office):
    found = office.compare("first", "second")
    moved = {(move.system, move.part): move.is_significant for move in found.moves}
    assert moved == {("", ""): True, ("", "language fr"): False}


@pytest.mark.parametrize(("file", "start"), [(RunFile.PAGE, b"<!doctype html>"), (RunFile.SUMMARY, b"# Evaluation")])
def test_the_files_are_given_as_the_lab_wrote_them(office, file, start):
    assert office.document("first", file).startswith(start)
    assert json.loads(office.document("first", RunFile.FIGURES))["benchmarks"]


def test_a_file_that_is_gone_is_said(office, home):
    (home / "reports" / "evaluation" / "first" / "report.html").unlink()
    with pytest.raises(NotFoundError, match=r"no report\.html"):
        office.document("first", RunFile.PAGE)


def test_a_run_that_is_not_there_is_refused(office):
    with pytest.raises(NotFoundError, match="choose one of the list"):
        office.document("../..", RunFile.PAGE)


def test_recruiters_are_refused(home):
    with pytest.raises(RefusedError, match="how good the matches are"):
        QualityOffice(Matcher(Settings()), Actor("x", Role.RECRUITER))
