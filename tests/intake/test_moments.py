from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.intake.moments import Moment, read_moment, read_stretch

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2019", Moment(2019)),
        ("2019-03", Moment(2019, 3)),
        ("2019-03-15", Moment(2019, 3, 15)),
        ("2019-03-15T00:00:00.000Z", Moment(2019, 3, 15)),
        ("2019--06", Moment(2019, 6)),
        ("2019--06---15", Moment(2019, 6, 15)),
        ("03/2019", Moment(2019, 3)),
        ("Mar 2019", Moment(2019, 3)),
        ("février 2019", Moment(2019, 2)),
        ("15/03/2019", Moment(2019, 3, 15)),
        ("--06", None),
        ("2019-13", None),
        ("2019-02-31", None),
        ("31/02/2019", None),
        ("0019", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates_may_lack_their_day_or_month(text: str, moment: Moment | None) -> None:
    assert read_moment(text) == moment


@pytest.mark.parametrize(
    ("start", "end", "runs", "expected"),
    [
        ("2019-03", "2021-05", None, (date(2019, 3, 1), date(2021, 5, 31), 2.25)),
        ("2017", "2020", False, (date(2017, 1, 1), date(2020, 12, 31), 3.0)),
        ("2021-02", "", True, (date(2021, 2, 1), None, 5.0)),
        ("2021-02", "", None, (date(2021, 2, 1), None, 5.0)),
        ("2021-02", "present", None, (date(2021, 2, 1), None, 5.0)),
        ("2021-02", "aujourd'hui", None, (date(2021, 2, 1), None, 5.0)),
        ("2021-02", "", False, (date(2021, 2, 1), None, None)),
        ("", "2020-02", None, (None, date(2020, 2, 29), None)),
        ("", "", None, (None, None, None)),
    ],
)
def test_a_stretch_is_counted_as_tables_count_it(
    start: str, end: str, runs: bool | None, expected: tuple[date | None, date | None, float | None]
) -> None:
    stretch = read_stretch(start, end, TODAY, runs=runs)
    assert (stretch.start, stretch.end, stretch.years) == expected
    assert not stretch.fault


@pytest.mark.parametrize(
    ("start", "end", "fault"),
    [
        ("2021", "2019", "ends before it begins"),
        ("2031-01", "", "begins in the future"),
        ("last year", "2019", "not a date that can be read"),
        ("2019", "31/02/2020", "not a date that can be read"),
    ],
)
def test_what_is_wrong_is_said_and_the_words_kept(start: str, end: str, fault: str) -> None:
    stretch = read_stretch(start, end, TODAY)
    assert (stretch.fault, stretch.years) == (fault, None)
    assert all(word in stretch.told for word in (start, end))


@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from([True, False, None]))
def test_any_words_give_a_stretch_that_does_not_run_backwards(start: str, end: str, runs: bool | None) -> None:
    stretch = read_stretch(start, end, TODAY, runs=runs)
    assert stretch.years is None or stretch.years > 0
    assert not (stretch.start and stretch.end) or stretch.start <= stretch.end
