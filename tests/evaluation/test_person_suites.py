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

SYSTEMS = {
    "", "random", "edit distance", "bm25", "char tf-idf", "spelling only", "meaning only", "rank fusion",
    *(f"without {signal}" for signal in SIGNALS),
}  # fmt: skip


@pytest.fixture
def bench(home):
    return Bench(Matcher(Settings()), quick=True)


def by_system(figures, metric, part=""):
    return {figure.system: figure.value for figure in figures if (figure.metric, figure.part) == (metric, part)}


def test_known_items_on_the_starter(bench, monkeypatch):
    monkeypatch.setattr(suites, "known_item_sets", lambda taxonomy: known_item_sets(taxonomy, KnownItemSize(12, 4)))
    measured = suites.KNOWN_ITEM.run(bench)
    ranks = by_system(measured.figures, "MRR")
    assert set(ranks) == SYSTEMS
    assert ranks[""] > ranks["bm25"]
    assert all(0 <= figure.low <= figure.value <= figure.high <= 1 for figure in measured.figures)
    assert measured == suites.KNOWN_ITEM.run(bench)


def test_graded_pools_both_ways(bench, tmp_path, monkeypatch):
    """Some pools of the same files: each direction, scheme, language and sector with enough pools stands apart."""
    folder = tmp_path / "data"
    folder.mkdir()
    for name in (*COHORTS.values(), "vacancies.csv"):
        (folder / name).symlink_to(DATA / name)
    (folder / "judgements").mkdir()
    for path in (DATA / "judgements").glob("*.tsv"):
        (folder / "judgements" / path.name).symlink_to(path)
    lines = read_grades(DATA / "judgements")
    (folder / "judgements" / "grades.tsv").unlink()
    pools = {f"V{number:03}" for number in range(1, 9)} | {f"C{number:03}" for number in range(1, 25)}
    write_grades([line for line in lines if line.pool in pools], folder / "judgements")
    monkeypatch.setattr(suites, "judgements_folder", lambda: folder / "judgements")
    measured = suites.GRADED.run(bench)
    parts = {figure.part for figure in measured.figures}
    assert {"", "candidates for a vacancy", "vacancies for a candidate"} < parts
    assert {part.split()[0] for part in parts if part} >= {"language", "scheme", "sector"}
    assert by_system(measured.figures, "nDCG@10")[""] > 0.6
    assert set(by_system(measured.figures, "nDCG@10")) == SYSTEMS
    assert "single author, not validated" in measured.notes[0]
    # Runs can be compared: what each question scored is kept.
    assert len(measured.tables["per_query"]["values"][""]["MAP"]) == len(measured.tables["per_query"]["ids"])
    assert {row["system"] for row in measured.tables["against"]} == SYSTEMS - {""}
