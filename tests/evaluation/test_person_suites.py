"""The suites of ranking people: what they measure, on the starter taxonomy and a few pools."""

import pytest

import evaluation.person_suites as suites
from evaluation.known_item import KnownItemSize, known_item_sets
from evaluation.pools import read_grades, write_grades
from evaluation.rank_sets import SIGNALS
from evaluation.suites import Bench
from matcher.cli.showing import COHORTS
from matcher.engine import Matcher
from matcher.settings import Settings
from tests.conftest import DATA


@pytest.fixture
def bench(home):
    return Bench(Matcher(Settings()))


def by_system(figures, metric, part=""):
    return {figure.system: figure.value for figure in figures if (figure.metric, figure.part) == (metric, part)}


def test_known_items_on_the_starter(bench, monkeypatch):
    monkeypatch.setattr(suites, "known_item_sets", lambda taxonomy: known_item_sets(taxonomy, KnownItemSize(12, 4)))
    measured = suites.KNOWN_ITEM.run(bench)
    ranks = by_system(measured.figures, "MRR")
    assert set(ranks) == {"", "char TF-IDF", "BM25", *(f"without {signal}" for signal in SIGNALS)}
    assert ranks[""] > ranks["BM25"]
    assert all(0 <= figure.low <= figure.value <= figure.high <= 1 for figure in measured.figures)
    assert any("->" in figure.part for figure in measured.figures)
    assert measured == suites.KNOWN_ITEM.run(bench)


def test_graded_pools_both_ways(bench, tmp_path, monkeypatch):
    """A few pools of the same files: the engine's own ranking is scored, each direction apart."""
    folder = tmp_path / "data"
    (folder / "judgements").mkdir(parents=True)
    for name in (*COHORTS.values(), "vacancies.csv"):
        (folder / name).symlink_to(DATA / name)
    lines = read_grades(DATA / "judgements")
    write_grades(
        [line for line in lines if line.pool in ("V001", "V002", "V003", "C001", "C002")], folder / "judgements"
    )
    monkeypatch.setattr(suites, "judgements_folder", lambda: folder / "judgements")
    measured = suites.GRADED.run(bench)
    assert {figure.part for figure in measured.figures} <= {
        "",
        "candidates for a vacancy",
        "vacancies for a candidate",
    }
    assert by_system(measured.figures, "nDCG@10")[""] > 0.6
    assert "single author, not validated" in measured.notes[0]
