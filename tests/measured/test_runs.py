from __future__ import annotations

import json

import pytest

from matcher.errors import NotFoundError
from matcher.measured import FIGURES, find_runs, open_run
from tests.measured.written import write_run


def test_runs_are_listed_the_newest_first(tmp_path):
    write_run(tmp_path, "old", date="2026-11-01T10:00:00+00:00", quick=True)
    write_run(tmp_path, "new", date="2026-11-02T10:00:00+00:00", skipped="needs data")
    (tmp_path / "no run").mkdir()
    (tmp_path / "damaged").mkdir()
    (tmp_path / "damaged" / FIGURES).write_text("{", encoding="utf-8")
    found = find_runs(tmp_path)
    assert [(note.name, note.quick, note.measured, note.skipped) for note in found] == [
        ("new", False, 1, 1),
        ("old", True, 1, 0),
    ]


def test_no_folder_has_no_runs(tmp_path):
    assert find_runs(tmp_path / "none") == ()


def test_a_run_is_read_with_its_benchmarks(tmp_path):
    write_run(tmp_path, "a", values=(0.4, 0.6))
    run = open_run(tmp_path, "a")
    assert run.benchmark("small")["figures"][0]["value"] == pytest.approx(0.5)
    assert run.benchmark("none") is None


def test_a_run_written_anew_is_read_anew(tmp_path):
    write_run(tmp_path, "a", values=(0.4,))
    open_run(tmp_path, "a")
    write_run(tmp_path, "a", values=(0.25, 0.25))
    assert open_run(tmp_path, "a").benchmark("small")["figures"][0]["value"] == 0.25


@pytest.mark.parametrize("name", ["none", "../secret", "a/../a", ".", "..", "", "/etc"])
def test_only_what_stands_in_the_folder_is_opened(tmp_path, name):
    write_run(tmp_path / "runs", "a")
    write_run(tmp_path, "secret")
    with pytest.raises(NotFoundError, match="choose one of the list"):
        open_run(tmp_path / "runs", name)


@pytest.mark.parametrize(
    "content",
    [
        [],
        {},
        {"benchmarks": []},
        {"benchmarks": [{}]},
        {"benchmarks": [{"benchmark": "x", "figures": [{}]}]},
        {"benchmarks": 3},
    ],
)
def test_what_holds_no_figures_is_refused(tmp_path, content):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / FIGURES).write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(NotFoundError, match="holds no figures"):
        open_run(tmp_path, "a")
