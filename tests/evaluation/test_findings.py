"""What signals say of pairs, on invented adverts in the published layout of HaHu."""

import csv

import numpy as np
import pytest

from evaluation.benchmarks.hahu import adverts, other_adverts
from evaluation.findings import Findings
from evaluation.statements import hahu_set
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
    some = hahu_set(data)
    assert [query.id for query in some.queries] == ["1", "2", "3", "4"]
    assert all(query.asker not in query.documents for query in some.queries)


def test_the_engine_ranks_as_matcher_rank_does(data, home):
    """The weighted sum of the findings is the score that the engine gives."""
    matcher, some = Matcher(Settings()), hahu_set(data)
    fused = Findings.of(matcher, some, lambda *_: None).fused()
    for column, (candidate, ranked) in enumerate(matcher.rank(some.candidates, some.vacancies)):
        assert candidate == some.candidates[column].id
        scores = dict(ranked)
        assert [scores[vacancy.id] for vacancy in some.vacancies] == pytest.approx(fused[:, column].tolist())


def test_weights_of_the_others_are_scaled_where_a_signal_is_left_out():
    scores = np.array([[[0.2], [1.0]], [[np.nan], [0.4]], [[1.0], [0.0]]])
    some = Findings(("a", "b", "c"), np.array([0.5, 0.3, 0.2]), np.array([0.5, 0.1, 0.5]), scores)
    assert some.fused()[:, 0].tolist() == pytest.approx([0.1 + 0.03 + 0.2, 0.5 + 0.12])
    assert some.fused("c")[:, 0].tolist() == pytest.approx([(0.1 + 0.03) / 0.8, (0.5 + 0.12) / 0.8])
    assert some.known().tolist() == [1.0, 0.5, 1.0]
