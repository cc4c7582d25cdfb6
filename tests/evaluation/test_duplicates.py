"""The labelled people are what they are said to be, scoring is right by hand, and the figures stand."""

from __future__ import annotations

import pytest

from evaluation.duplicates import evaluate, score
from evaluation.duplicates_names import REGIONS, stock
from evaluation.duplicates_people import PARTS, PEOPLE, labelled_people


def test_the_people_are_the_same_each_time_and_registered_once_or_more():
    people = labelled_people("tuning")
    assert people == labelled_people("tuning")
    assert people != labelled_people("tuning", seed=1)
    assert len(set(people.person.values())) == PEOPLE
    assert len(people.records) == len(people.person) > 1.3 * PEOPLE
    assert len(people.true_pairs()) > 400


@pytest.mark.parametrize("region", REGIONS)
def test_no_name_stands_in_both_parts_but_those_that_stand_everywhere(region):
    tuning, held_out = (stock(part, region) for part in PARTS)
    assert len(set(tuning.male) & set(held_out.male)) <= 3
    assert len(set(tuning.female) & set(held_out.female)) <= 1
    assert not set(tuning.family) & set(held_out.family)


def test_precision_and_recall_by_hand():
    person = {"a": 1, "b": 1, "c": 2, "d": 2, "e": 3}
    precision, recall = score({("a", "b"), ("a", "e")}, {("a", "b"), ("c", "d")}, person)
    assert (precision.value, precision.n, recall.value, recall.n) == (0.5, 2, 0.5, 2)
    assert precision.low <= 0.5 <= precision.high
    assert recall.low == 0.0
    assert recall.high == 1.0


def test_the_recorded_figures_stand():
    outcomes, blocking = evaluate(lambda *_: None)
    offered = {outcome.part: outcome for outcome in outcomes if outcome.grade == "likely"}
    # Measured .995 and .952 on people held out, .989 and .953 on those it was tuned with.
    for part in PARTS:
        assert offered[part].precision.value >= 0.98
        assert offered[part].recall.value >= 0.94
    assert all(part.completeness >= 0.99 for part in blocking)
