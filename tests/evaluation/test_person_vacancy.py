"""Statements to the other adverts of their occupation, on invented adverts in the published layout."""

import csv

import numpy as np
import pytest

from evaluation.benchmarks.hahu import adverts, other_adverts
from evaluation.person_vacancy import SUITES, Findings, findings
from evaluation.suites import Bench
from matcher.engine import Matcher
from matcher.settings import Settings

ROWS = [
    ("1", "Welder", "Welds steel frames.", "Metal", "7212.3", "I weld steel frames and pipes."),
    ("2", "MIG welder", "Welds pipes of steel.", "Metal", "7212.3", "For years I have welded steel."),
    ("3", "Cook", "Prepares warm meals.", "Food", "5120.1", "I cook meals in a kitchen."),
    ("4", "Kitchen chef", "Cooks meals with a team.", "Food", "5120.1", "I prepare warm meals."),
    ("5", "Nurse", "Cares for patients.", "Health", "2221.1", "I care for patients."),
]


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "hahu_ads"
    folder.mkdir()
    with (folder / "hahu.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "title", "description", "general_classification", "esco_code", "synthetic_query"))
        writer.writerows(ROWS)
    return tmp_path


def test_the_own_advert_is_not_an_answer_and_a_lone_occupation_asks_nothing(data):
    assert other_adverts(adverts(data)) == {"1": {"2"}, "2": {"1"}, "3": {"4"}, "4": {"3"}}


def test_every_system_ranks_the_other_adverts(data, home):
    measured = SUITES[0].run(Bench(Matcher(Settings()), data, quick=True))
    found = {(one.system, one.metric): one for one in measured.figures if not one.part}
    assert found["", "MRR"].n == 4
    assert found["", "MRR"].value > found["random", "MRR"].value
    assert {"random", "bm25", "char tf-idf", "rank fusion", "without meaning", "without skills"} <= {
        system for system, _ in found
    }
    assert {row["system"] for row in measured.tables["against"]} >= {"bm25", "without meaning"}


def test_the_engine_ranks_as_matcher_rank_does(data, home):
    """The weighted sum of the findings is the score that the engine gives."""
    from evaluation.person_vacancy import as_read

    matcher, found = Matcher(Settings()), adverts(data)
    fused = findings(matcher, found, Bench(matcher)).fused()
    candidates, vacancies = as_read(found)
    for row, (candidate, ranked) in enumerate(matcher.rank(candidates, vacancies)):
        assert candidate == found[row].id
        scores = dict(ranked)
        assert [scores[advert.id] for advert in found] == pytest.approx(fused[row].tolist())


def test_weights_of_the_others_are_scaled_where_a_signal_is_left_out():
    scores = np.array([[[0.2, 1.0]], [[np.nan, 0.4]], [[1.0, 0.0]]])
    some = Findings(("a", "b", "c"), np.array([0.5, 0.3, 0.2]), np.array([0.5, 0.1, 0.5]), scores)
    assert some.fused().tolist() == [pytest.approx([0.1 + 0.03 + 0.2, 0.5 + 0.12])]
    assert some.fused("c").tolist() == [pytest.approx([(0.1 + 0.03) / 0.8, (0.5 + 0.12) / 0.8])]
    assert some.known().tolist() == [1.0, 0.5, 1.0]
