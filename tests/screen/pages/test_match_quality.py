"""The page of match quality, over runs as the lab writes them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from matcher.measured import FIGURES, Run
from screen.run_charts import dots_table
from screen.run_tables import figures_table, groups_table, overview_table
from screen.wording import Words
from tests.measured.written import figure, group_row, write_run

PAGE = str(Path(__file__).parents[3] / "screen" / "pages" / "match_quality.py")
EN = Words("en")


@pytest.fixture
def runs(home, monkeypatch):
    """The folder of runs of a home opened as a researcher."""
    monkeypatch.setenv("MATCHER_ROLE", "researcher")
    return home / "reports" / "evaluation"


def with_fairness(folder):
    """Add a fairness report to a run."""
    path = folder / FIGURES
    run = json.loads(path.read_text(encoding="utf-8"))
    rows = [
        group_row("female", 0.7, "below"),
        group_row("male", 1.0),
        group_row("female", 0.5, "clearly below", "everybody"),
    ]
    swap = figure("RBO", 0.998, "masked", "nationality")
    suite = {"benchmark": "fairness", "about": "all", "seconds": 1, "notes": ["Look."], "figures": [swap]}
    run["benchmarks"].append(suite | {"tables": {"fairness-groups: groups": rows}})
    path.write_text(json.dumps(run), encoding="utf-8")


def opened(**query):
    app = AppTest.from_file(PAGE, default_timeout=120)
    app.session_state["language"] = "en"
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def said(app):
    return "\n".join(item.value for kind in (app.markdown, app.info, app.warning, app.error) for item in kind)


def cells(table):
    return [[str(cell).replace("\\", "") for cell in row] for row in table.value.itertuples(index=False)]


def test_without_a_run_the_page_says_which_command_makes_one(runs):
    app = opened()
    assert app.info[0].value == EN("quality.none")
    assert app.code[0].value.startswith(f"matcher evaluate all --out {runs}")


def test_the_newest_run_is_shown_with_baselines_and_what_papers_report(runs):
    write_run(runs, "old", values=(0.1,))
    write_run(runs, "new", values=(0.5,), date="2026-11-02T10:00:00+00:00", skipped="needs data")
    app = opened()
    assert app.selectbox("run").value == "new"
    assert cells(app.table[0]) == [["small", "MRR", "0.500", "0.450–0.550", "0.300 bm25", "0.410 paper", "20"]]
    assert cells(app.table[1]) == [["bm25", "MRR", "+0.200", "0.0101"]]
    assert "1 benchmarks measured, 1 skipped" in said(app)
    app.selectbox("benchmark").select("absent").run()
    assert "needs data" in said(app)


def test_a_run_stands_in_the_address_and_one_that_is_gone_is_said(runs):
    write_run(runs, "a")
    write_run(runs, "b", date="2026-11-02T10:00:00+00:00")
    assert opened(run="a").selectbox("run").value == "a"
    app = opened(run="gone<script>")
    assert app.selectbox("run").value == "b"
    assert "gone" in app.warning[0].value
    assert "<script>" not in app.warning[0].value


def test_fairness_shows_groups_beside_the_highest_and_swaps(runs):
    with_fairness(write_run(runs, "a"))
    app = opened(view="fairness")
    assert cells(app.table[0])[0] == ["gender", "female", "40", "0.70 (0.60–0.80)", "0.70 (0.60–0.80)", "below"]
    assert cells(app.table[1]) == [["nationality", "masked", "RBO", "0.998", "0.948–1.048", "20"]]
    app.segmented_control("fairness-pool").set_value("everybody").run()
    assert cells(app.table[0])[0][-1] == "clearly below"


def test_a_run_without_fairness_says_so(runs):
    write_run(runs, "a")
    assert opened(view="fairness").info[0].value == EN("fairness_run.none")


def test_two_runs_are_compared(runs):
    write_run(runs, "before", values=[0.0] * 20)
    write_run(runs, "after", values=[1.0] * 20, date="2026-11-02T10:00:00+00:00")
    app = opened(view="compare")
    assert "4 figures compared" not in said(app)
    assert "2 moved, 1 of them by more than chance" in said(app)
    assert cells(app.table[0]) == [["small", "MRR", "Engine", "", "0.000", "1.000", "+1.000", "yes, p = 0.0001"]]
    app.toggle("significant-only").set_value(False).run()
    assert [row[-1] for row in cells(app.table[0])] == ["yes, p = 0.0001", "not tested: no scores by query"]


def test_one_run_alone_cannot_be_compared(runs):
    write_run(runs, "a")
    assert opened(view="compare").info[0].value == EN("moved.only_one")


def test_the_conditions_are_told(runs):
    write_run(runs, "a")
    told = dict(cells(opened(view="conditions").table[0]))
    assert told["Seed"] == "1"
    assert told["Versions"] == "python 3.11"


def test_the_file_of_figures_has_a_line_a_figure_and_none_that_runs(runs):
    benchmark = {"benchmark": "=x", "figures": [figure("MRR", 0.5), figure("MRR", 0.25, "@sum")]}
    lines = figures_table(Run("a", {}, (benchmark,)), EN).as_csv().decode("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert lines[1].startswith("'=x;Engine;;MRR;0.5;")
    assert lines[2].startswith("'=x;'@sum;;MRR;0.25;")


def test_a_published_figure_has_no_interval(runs):
    table = dots_table([figure("MRR", 0.4, "paper", published=True)], "Engine", "system")
    assert table.loc[0, ["low", "high", "mark"]].tolist() == [0.4, 0.4, "square"]
    assert overview_table(Run("a", {}, ()), EN).rows == ()


def test_a_group_without_a_ratio_is_told_as_unknown():
    row = group_row("female", 0.5) | {"to_highest": None}
    assert groups_table([row], EN).rows[0][3] == "?"


def test_a_recruiter_is_refused(runs, monkeypatch):
    monkeypatch.setenv("MATCHER_ROLE", "recruiter")
    assert "may not see how good" in said(opened()).replace("\\", "")
