"""The lab's report on small suites: files written, the same figures each time, and two runs compared."""

import json
import re
import subprocess
import sys

import pytest

from evaluation.registry import development, find, suites
from evaluation.report import run_all, write_report
from evaluation.suites import Bench, Figure, Measured, Suite
from matcher.engine import Matcher
from matcher.errors import NotFoundError
from matcher.measured import compare, read_run
from matcher.settings import Settings

NAMES = ("phrases_fr-occupation", "melo-bel_q_fr_c_fr", "belgian-fr", "talentclef-b")


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data" / "melo" / "bel_q_fr_c_fr"
    folder.mkdir(parents=True)
    (folder / "queries.tsv").write_text("q1\tsoudeur\nq2\tcuisinière\nq3\t<b>infirmier\n", encoding="utf-8")
    (folder / "corpus_elements.tsv").write_text("C1\twelder\nC2\tcook\nC3\tnurse\n", encoding="utf-8")
    (folder / "annotations.tsv").write_text("q1\t0\tC1\t1\nq2\t0\tC2\t1\nq3\t0\tC3\t1\n", encoding="utf-8")
    (folder.parent / "published_results.tsv").write_text(
        "task\tmethod\tmetric\tvalue\nbel_q_fr_c_fr\tbm25\trecip_rank\t0.413\nbel_q_nl_c_nl\tbm25\tmap\t0.1\n"
        "bel_q_fr_c_fr\tbm25\tP_5\t0.17\n",
        encoding="utf-8",
    )
    return tmp_path / "data"


def run(data):
    return run_all([find(name) for name in NAMES], Bench(Matcher(Settings()), data), lambda *_: None)


def test_two_runs_on_the_same_inputs_give_identical_figures(data, home, tmp_path):
    first, again = run(data), run(data)
    for one in (*first["benchmarks"], *again["benchmarks"]):
        one.pop("seconds")
        one.pop("cpu_seconds")
    assert json.dumps(first["benchmarks"]) == json.dumps(again["benchmarks"])
    assert first["conditions"]["data"] == again["conditions"]["data"]
    assert set(first["conditions"]["data"]) == {"melo"}
    for made, folder in ((first, "first"), (again, "again")):
        for one in made["benchmarks"]:
            one["seconds"] = 0.0
        write_report(made, tmp_path / folder)
    found = compare(read_run(tmp_path / "first"), read_run(tmp_path / "again" / "figures.json"))
    assert not found.moves
    assert not found.only_one
    assert found.compared > 50


def test_the_report_says_what_was_measured_published_and_skipped(data, home, tmp_path):
    made = run(data)
    page, summary = (path.read_text(encoding="utf-8") for path in write_report(made, tmp_path / "out")[1:])
    told = {one["benchmark"]: one.get("skipped", "") for one in made["benchmarks"]}
    assert "is missing" in told["belgian-fr"]
    assert "is missing" in told["talentclef-b"] or "holds none of" in told["talentclef-b"]
    assert not told["melo-bel_q_fr_c_fr"]
    [published] = [figure for figure in made["benchmarks"][1]["figures"] if figure["published"]]
    assert (published["metric"], published["value"], published["n"]) == ("MRR", 0.413, 0)
    for text in (page, summary):
        assert "Skipped:" in text
        assert "seed 20261123" in text or "20261123" in text
        assert made["conditions"]["taxonomy"][:16] in text
        assert "published" in text or "papers" in text
    assert page.count("<svg") == 2  # one of each benchmark that was measured
    # It stands alone: no script runs, nothing is fetched.
    assert not re.search(r"<script|<link|src=|@import|url\(|href=\"http", page)


def test_a_run_names_what_its_queries_scored_without_their_text(data, home):
    [_, melo, *_] = run(data)["benchmarks"]
    kept = melo["tables"]["per_query"]
    assert len(kept["ids"]) == len(set(kept["ids"])) == 3
    assert kept["values"][""]["MRR"][0] == 1.0
    assert "soudeur" not in json.dumps(melo)


def test_suites_have_names_of_their_own_and_say_what_they_are():
    names = [suite.name for suite in suites()]
    assert len(names) == len(set(names))
    assert all(suite.about and not suite.about.endswith(".") for suite in suites())
    assert not {"all", "compare"} & set(names)
    assert not any(suite.name.startswith("talentclef") for suite in development())
    with pytest.raises(NotFoundError, match="belgian-fr, "):
        find("belgium")


def test_the_commands_write_and_compare_runs(data, home, tmp_path):
    command = [sys.executable, "-m", "matcher", "evaluate"]
    runs = []
    for place in ("a", "b"):
        done = subprocess.run(
            [*command, "melo-bel_q_fr_c_fr", "--data", str(data), "--json"], capture_output=True, text=True, check=True
        )
        runs.append(tmp_path / f"{place}.json")
        runs[-1].write_text(done.stdout, encoding="utf-8")
    compared = subprocess.run([*command, "compare", *map(str, runs)], capture_output=True, text=True, check=True)
    assert ": 0 moved, 0 of them significantly" in compared.stdout
    refused = subprocess.run([*command, "compare", str(runs[0])], capture_output=True, text=True, check=False)
    assert refused.returncode == 2
    assert "compare BEFORE AFTER" in refused.stderr


def test_figures_of_any_suite_are_plain_json():
    suite = Suite("x", "X", lambda _: Measured((Figure("m", 1.0, 0.0, 1.0, 1),), {"t": [1]}, ("said",)))
    made = run_all([suite], Bench(Matcher(Settings())), lambda *_: None)
    assert json.loads(json.dumps(made))["benchmarks"][0]["notes"] == ["said"]
