from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.records import Experience, ProfessionalProfile
from matcher.timeline import merged, months_after, months_covered, stretch_between, stretch_of_job

JAN, JUN, DEC = 1, 6, 12


def job(first: tuple[int, int] | None = None, last: tuple[int, int] | None = None, years: float | None = None):
    days = {JAN: 31, JUN: 30, DEC: 31}
    return Experience(
        "x",
        years,
        date(*first, 1) if first else None,
        date(*last, days[last[1]]) if last else None,
    )


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2020, 1, 1), date(2020, 3, 31), 3),
        (date(2020, 1, 1), date(2020, 1, 31), 1),
        (date(2019, 12, 1), date(2020, 1, 31), 2),
        (date(2020, 2, 1), date(2020, 2, 29), 1),
        (date(2020, 4, 1), date(2020, 4, 15), 0.5),
    ],
)
def test_both_ends_of_a_stretch_count(first: date, last: date, months: float) -> None:
    start, end = stretch_between(first, last)
    assert end - start == pytest.approx(months)


def test_a_length_shorter_than_the_dates_stands_in_their_middle() -> None:
    # 36 months from January 2019, of which 24 count: July 2019 to June 2021.
    assert stretch_of_job(date(2019, 1, 1), date(2021, 12, 31), 2.0) == pytest.approx((2019 * 12 + 6, 2021 * 12 + 6))


def test_a_job_with_one_date_reaches_as_far_as_its_length() -> None:
    assert stretch_of_job(date(2020, 3, 1), None, 2.0) == pytest.approx((2020 * 12 + 2, 2022 * 12 + 2))
    assert stretch_of_job(None, date(2020, 12, 31), 2.0) == pytest.approx((2019 * 12, 2021 * 12))
    assert stretch_of_job(date(2020, 1, 1), None, None) is None
    assert stretch_of_job(None, None, 2.0) is None


def test_a_job_that_goes_on_from_a_year_alone_begins_in_its_middle() -> None:
    assert stretch_of_job(date(2020, 1, 1), None, 2.0) == pytest.approx((2020 * 12 + 6, 2022 * 12 + 6))


def test_stretches_that_touch_or_overlap_are_joined() -> None:
    assert merged([(5, 8), (0, 2), (2, 3), (7, 10)]) == ((0, 3), (5, 10))
    assert months_covered([(5, 8), (0, 2), (2, 3), (7, 10)]) == 8


@pytest.mark.parametrize(
    ("jobs", "years"),
    [
        # 2019 and 2020 whole, the second half of 2020 by both: 24 months, not 30.
        ([job((2019, JAN), (2020, DEC), 2.0), job((2020, JUN), (2020, DEC), 7 / 12)], 2.0),
        # January to June and June to December share June: 12 months, not 13.
        ([job((2020, JAN), (2020, JUN), 0.5), job((2020, JUN), (2020, DEC), 7 / 12)], 1.0),
        # Years alone: 2015-2018 and 2018-2020 follow each other: 3 + 2.
        ([job((2015, JAN), (2018, DEC), 3.0), job((2018, JAN), (2020, DEC), 2.0)], 5.0),
        # One within the other.
        ([job((2010, JAN), (2020, DEC), 10.0), job((2014, JAN), (2016, DEC), 2.0)], 10.0),
        # A stated length beyond the dates is kept: 2 years dated, 5 stated.
        ([job((2019, JAN), (2020, DEC), 5.0)], 5.0),
        # 2019-2021, then since 2021 for 5 years: one ends where the other begins.
        ([job((2019, JAN), (2021, DEC), 2.0), job((2021, JAN), None, 5.0)], 7.0),
        # Lengths without dates are added.
        ([job((2019, JAN), (2020, DEC), 2.0), job(years=3.0)], 5.0),
        # Dates without a length count whole.
        ([job((2019, JAN), (2020, DEC))], 2.0),
        # One that goes on from 2020 for 6 years, with another inside it.
        ([job((2020, JAN), None, 6.0), job((2021, JAN), (2022, DEC), 1.0)], 6.0),
        ([job(years=0.0)], 0.0),
        ([job((2019, JAN))], None),
        ([job()], None),
        ([], None),
    ],
)
def test_years_in_work_by_hand(jobs: list[Experience], years: float | None) -> None:
    assert ProfessionalProfile(experience=tuple(jobs)).years_of_experience == pytest.approx(years)


days = st.dates(date(1950, 1, 1), date(2049, 12, 31))
any_job = st.builds(
    Experience, st.just("x"), st.none() | st.floats(0, 60), st.none() | days, st.none() | days, st.none()
)


@given(st.lists(any_job, max_size=8))
def test_years_in_work_are_at_most_the_sum_and_at_least_the_longest(jobs: list[Experience]) -> None:
    alone = [years for one in jobs if (years := ProfessionalProfile(experience=(one,)).years_of_experience) is not None]
    together = ProfessionalProfile(experience=tuple(jobs)).years_of_experience
    if not alone:
        assert together is None
    else:
        assert together is not None
        # Each is rounded to hundredths.
        assert max(alone) - 0.011 <= together <= sum(alone) + 0.005 * (len(alone) + 1) + 1e-9


@given(st.lists(any_job, max_size=6))
def test_the_order_of_jobs_changes_nothing(jobs: list[Experience]) -> None:
    forward = ProfessionalProfile(experience=tuple(jobs)).years_of_experience
    backward = ProfessionalProfile(experience=tuple(reversed(jobs))).years_of_experience
    assert forward == pytest.approx(backward, abs=0.011)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 12, 1), 1, date(2026, 1, 1)),
        (date(2026, 5, 31), -3, date(2026, 2, 28)),
        (date(2026, 1, 15), -12, date(2025, 1, 15)),
        (date(2026, 1, 15), 0, date(2026, 1, 15)),
    ],
)
def test_months_are_counted_by_the_calendar(day, months, then):
    assert months_after(day, months) == then
