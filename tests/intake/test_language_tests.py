from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.intake.language_names import LANGUAGE_NAMES
from matcher.intake.language_tests import find_tests, language_tests

LEVELS = ["A1", "A2", "B1", "B2", "C1", "C2"]


@pytest.mark.parametrize("row", language_tests(), ids=lambda row: row.names[0])
def test_every_row_is_sound(row) -> None:
    assert row.language in set(LANGUAGE_NAMES.values())
    assert row.source
    assert row.level is None or row.level in LEVELS
    assert [LEVELS.index(level) for level, _ in row.bands] == sorted(LEVELS.index(level) for level, _ in row.bands)
    assert not (row.level and row.bands)
    assert bool(row.bands) == bool(row.scale)
    if row.scale:
        low, high, step = row.scale
        assert all(low <= score <= high and (score / step).is_integer() for _, score in row.bands)
    assert row.valid_from is None or isinstance(row.valid_from, date)


# Scores at the border of each level and just under it, as the publishers' tables give them.
@pytest.mark.parametrize(
    ("test", "borders", "step"),
    [
        ("ielts", {4.0: "B1", 5.5: "B2", 7.0: "C1", 8.5: "C2"}, 0.5),
        ("toefl ibt", {42: "B1", 72: "B2", 95: "C1", 114: "C2"}, 1),
        ("toeic", {120: "A1", 225: "A2", 550: "B1", 785: "B2", 945: "C1"}, 5),
        ("tcf", {100: "A1", 200: "A2", 300: "B1", 400: "B2", 500: "C1", 600: "C2"}, 1),
        ("pte academic", {30: "A2", 43: "B1", 59: "B2", 76: "C1", 85: "C2"}, 1),
    ],
)
def test_scores_at_the_borders(test: str, borders: dict[float, str], step: float) -> None:
    below: str | None = None
    for score, level in borders.items():
        assert find_tests(f"{test} {score:g}")[0].cefr == level
        assert find_tests(f"{test} {score - step:g}")[0].cefr == below
        below = level


def test_a_number_off_the_scale_is_no_score() -> None:
    assert find_tests("tcf 2021")[0].cefr is None
    assert find_tests("ielts 65")[0].cefr is None
    assert find_tests("ielts 6.3")[0].cefr is None
    assert find_tests("toeic 787")[0].cefr is None


def test_each_test_has_its_own_number() -> None:
    found = find_tests("tcf 412, toeic 550 et ielts 7")
    assert [(test.language, test.cefr) for test in found] == [("fr", "B2"), ("en", "B1"), ("en", "C1")]


@given(
    st.lists(
        st.sampled_from(["tcf", "ielts", "nt2", "cnavt", "412", "6.5", ",", "-", "i", "ii", "profiel"]), max_size=12
    )
)
def test_results_stand_in_order_and_apart(words: list[str]) -> None:
    found = find_tests(" ".join(words))
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(test.cefr is None or test.cefr in LEVELS for test in found)
