"""The evaluation walk on a benchmark of our own, in the published layout."""

import json
import subprocess
import sys

import pytest

from evaluation.benchmarks import load, names
from evaluation.linking import evaluate
from evaluation.registry import suites
from matcher.engine import Matcher
from matcher.errors import NotFoundError
from matcher.settings import Settings


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "melo" / "bel_q_fr_c_fr"
    folder.mkdir(parents=True)
    (folder / "queries.tsv").write_text("q1\tsoudeur\nq2\tcuisinière\n", encoding="utf-8")
    (folder / "corpus_elements.tsv").write_text("C1\twelder\nC2\tcook\nC3\tnurse\n", encoding="utf-8")
    (folder / "annotations.tsv").write_text("q1\t0\tC1\t1\nq2\t0\tC3\t1\n", encoding="utf-8")
    return tmp_path


def test_figures_by_hand(data, home):
    figures = {
        figure.metric: figure for figure in evaluate("melo-bel_q_fr_c_fr", data, Matcher(Settings()), lambda *_: None)
    }
    # q1 finds its welder first; q2 wants the nurse, whom the cook outranks: 1 and 1/2 or 1/3.
    assert figures["A@1"].value == 0.5
    assert figures["A@10"].value == 1.0
    assert figures["MRR"].value in (pytest.approx(0.75), pytest.approx(2 / 3))
    assert figures["MRR"].n == 2
    assert figures["A@1"].low <= 0.5 <= figures["A@1"].high


def test_an_unknown_benchmark_lists_the_valid_ones(tmp_path, starter):
    with pytest.raises(NotFoundError, match="belgian-fr, belgian-fr-onto-en, belgian-fr-all, belgian-nl, "):
        load("belgium", tmp_path, starter)
    with pytest.raises(NotFoundError, match="BENCHMARKS_DIR"):
        load("belgian-fr", tmp_path, starter)


def test_the_command_is_found_through_its_entry_point(data, home):
    command = [sys.executable, "-m", "matcher", "evaluate"]
    listed = subprocess.run([*command, "--list"], capture_output=True, text=True, check=True)
    listed_names = [line.split()[0] for line in listed.stdout.splitlines()]
    assert listed_names == [suite.name for suite in suites()]
    assert {*names(), "extraction", "context", "duplicates", "hahu-rank"} <= set(listed_names)
    done = subprocess.run(
        [*command, "melo-bel_q_fr_c_fr", "--data", str(data), "--json"], capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout)
    assert found["benchmark"] == "melo-bel_q_fr_c_fr"
    assert found["figures"][0] | {"value": 0, "low": 0, "high": 0} == {
        "metric": "MRR", "value": 0, "low": 0, "high": 0, "n": 2, "system": "", "part": "", "published": False,
    }  # fmt: skip
    assert {figure["system"] for figure in found["figures"]} > {"", "random", "bm25", "char tf-idf", "rank fusion"}


def test_the_encoder_meets_its_recorded_figures(esco_home, benchmarks_dir):
    """Figures measured before, less the half-width of their interval: a lower one is a regression."""
    matcher = Matcher(Settings(home=esco_home, database_url=None, encoder="embedded"))
    for name, floor in (("belgian-fr", 0.444), ("belgian-nl", 0.512)):
        [mrr] = [f for f in evaluate(name, benchmarks_dir, matcher, lambda *_: None) if f.metric == "MRR"]
        assert mrr.value >= floor, name
