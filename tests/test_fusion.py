"""Fusion by hand arithmetic, and the promise that the parts add up to the score."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import UsageError
from matcher.fusion import PRIOR, Fusion, WeighedSignal, learned_weights, ranked, weigh
from matcher.records import Evidence, Match, Reason
from tests.evidence.conftest import opening, pool


class Fixed:
    """A signal that gives stated scores."""

    def __init__(self, name, scores):
        self.name = name
        self.scores = np.array(scores, dtype=np.float64)

    def compare(self, _opening, _pool):
        return self

    def reason(self, row):
        return Reason(f"{self.name}.{row}")


def test_score_by_hand():
    fusion = Fusion([WeighedSignal(Fixed("a", [1.0, np.nan]), 0.6), WeighedSignal(Fixed("b", [0.5, 0.25]), 0.4)])
    scores = fusion.compare(opening(), pool(2)).scores
    assert scores == pytest.approx([0.6 * 1 + 0.4 * 0.5, 0.6 * PRIOR + 0.4 * 0.25])


def test_an_unknown_counts_what_was_learned_of_its_signal():
    comparison = Fusion([WeighedSignal(Fixed("a", [np.nan]), 0.6, 0.1), WeighedSignal(Fixed("b", [np.nan]), 0.4, 0.9)])
    match = comparison.compare(opening(), pool(1)).match(0)
    assert match.score == pytest.approx(0.6 * 0.1 + 0.4 * 0.9)
    assert [(part.score, part.prior) for part in match.evidence] == [(None, 0.1), (None, 0.9)]
    assert comparison.weights == {"a": 0.6, "b": 0.4, "unknown a": 0.1, "unknown b": 0.9}


def test_signals_are_weighed_as_learned_and_all_of_them_must_be():
    signals = [Fixed(name, [1.0]) for name in learned_weights()]
    fusion = weigh(signals)
    assert {name: fusion.weights[name] for name in learned_weights()} == {
        name: learned.weight for name, learned in learned_weights().items()
    }
    with pytest.raises(UsageError, match=r"strange: not both in fusion\.json"):
        weigh([*signals, Fixed("strange", [1.0])])
    with pytest.raises(UsageError, match="refit"):
        weigh(signals[1:])


def test_an_unknown_is_marked_and_never_better_than_known_and_full():
    comparison = Fusion([WeighedSignal(Fixed("a", [np.nan, 1.0]), 1.0)]).compare(opening(), pool(2))
    unknown, full = comparison.match(0), comparison.match(1)
    assert unknown.evidence[0].score is None
    assert (unknown.completeness, full.completeness) == (0.0, 1.0)
    assert unknown.score < full.score


PARTS = st.tuples(st.one_of(st.none(), st.floats(0, 1)), st.floats(0.01, 1), st.floats(0, 1))


@given(st.lists(PARTS, min_size=1, max_size=6))
def test_the_parts_add_up_to_the_score(parts):
    total = sum(weight for _, weight, _ in parts)
    signals = [
        WeighedSignal(Fixed(str(number), [np.nan if score is None else score]), weight / total, prior)
        for number, (score, weight, prior) in enumerate(parts)
    ]
    comparison = Fusion(signals).compare(opening(), pool(1))
    match = comparison.match(0)
    assert match.score == pytest.approx(comparison.scores[0], abs=1e-9)
    assert match.score == pytest.approx(sum(part.contribution for part in match.evidence), abs=1e-12)
    assert -1e-9 <= match.score <= 1 + 1e-9


def test_ties_go_by_id():
    assert ranked(np.array([0.5, 0.5 + 1e-12, 0.7]), ["b", "a", "c"]) == [2, 1, 0]


@pytest.mark.parametrize("weights", [(0.5, 0.4), (1.2, -0.2), ()])
def test_weights_that_do_not_sum_to_1_are_refused(weights):
    with pytest.raises(UsageError, match="sum to 1"):
        Fusion([WeighedSignal(Fixed("a", [1.0]), weight) for weight in weights])


def test_a_match_without_evidence_scores_nothing():
    assert Match("c", "v", ()).score == 0
    assert Evidence("a", None, 0.5, Reason("x")).contribution == 0.25


def test_a_vacancy_is_open_from_its_first_to_its_last_day():
    vacancy = opening(opens=date(2026, 9, 1), closes=date(2026, 9, 30)).vacancy
    days = [date(2026, 8, 31), date(2026, 9, 1), date(2026, 9, 30), date(2026, 10, 1)]
    assert [vacancy.is_open(day) for day in days] == [False, True, True, False]
