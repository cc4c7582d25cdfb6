from __future__ import annotations

import ast
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import matcher
from matcher.intake.career_gaps import career_gaps
from matcher.intake.experience import read_experience
from matcher.records import Experience

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("A 01/2018 - 12/2018; B 05/2019 - 12/2019", [(date(2019, 1, 1), date(2019, 5, 1), 4.0)]),
        ("A 01/2018 - 12/2018; B 04/2019 - 12/2019", [(date(2019, 1, 1), date(2019, 4, 1), 3.0)]),
        ("A 01/2018 - 12/2018; B 03/2019 - 12/2019", []),
        ("A 2015-2017; B 2018-2020", []),
        ("A 2015-2017; B 2019-2020", [(date(2018, 1, 1), date(2019, 1, 1), 12.0)]),
        ("A 2010-2020; B 2012-2013; C 2022-2023", [(date(2021, 1, 1), date(2022, 1, 1), 12.0)]),
        ("A 2015 - heden; B 2010-2012", [(date(2013, 1, 1), date(2015, 1, 1), 24.0)]),
        ("A 3 ans; B 2 ans", []),
        ("A 2015-2017", []),
        ("", []),
    ],
)
def test_gaps_by_hand(text: str, gaps: list[tuple[date, date, float]]) -> None:
    found = career_gaps(read_experience(text, TODAY), TODAY)
    assert [(gap.start, gap.end, gap.months) for gap in found] == gaps


def test_a_job_that_goes_on_reaches_up_to_today_and_one_to_come_does_not_count() -> None:
    running, coming = Experience("a", 1.0, date(2020, 1, 1)), Experience("b", None, date(2027, 6, 1), date(2028, 1, 1))
    assert career_gaps([running, coming], TODAY) == ()


days = st.dates(date(1960, 1, 1), date(2040, 12, 31))


@given(st.lists(st.builds(Experience, st.just("x"), st.none(), days, st.none() | days), max_size=8))
def test_gaps_stand_in_order_and_apart(jobs: list[Experience]) -> None:
    gaps = career_gaps(jobs, TODAY)
    assert all(gap.start <= gap.end and gap.months >= 2.9 for gap in gaps)
    assert all(before.end <= after.start for before, after in pairwise(gaps))


def test_nothing_that_scores_knows_of_gaps() -> None:
    root = Path(matcher.__file__).parent
    scoring = [root / name for name in ("fusion.py", "preparation.py", "retrieval.py", "filters.py")]
    for path in [*scoring, *(root / "evidence").glob("*.py"), *(root / "linking").glob("*.py")]:
        names = {node.module for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ImportFrom)}
        assert "matcher.intake.career_gaps" not in names, path
