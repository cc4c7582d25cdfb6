"""Known days of the Hijri and Ge'ez calendars, and dates that clerks converted by halves."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.duplicates.calendars import calendar_between, geez, lunar_hijri, solar_hijri


@pytest.mark.parametrize(
    ("calendar", "day", "told"),
    [
        (solar_hijri, date(2021, 3, 21), (1400, 1, 1)),
        (solar_hijri, date(2020, 3, 20), (1399, 1, 1)),
        (solar_hijri, date(2025, 3, 20), (1403, 12, 30)),  # a leap year
        (solar_hijri, date(2025, 3, 21), (1404, 1, 1)),
        (solar_hijri, date(1979, 2, 11), (1357, 11, 22)),
        (lunar_hijri, date(2000, 1, 1), (1420, 9, 24)),
        (lunar_hijri, date(2021, 8, 10), (1443, 1, 1)),
        (geez, date(2007, 9, 12), (2000, 1, 1)),
        (geez, date(2023, 9, 11), (2015, 13, 6)),
        (geez, date(2023, 9, 12), (2016, 1, 1)),
    ],
)
def test_known_days(calendar, day, told):
    assert calendar(day) == told


@pytest.mark.parametrize(
    ("one", "other", "calendar"),
    [
        (date(1991, 8, 3), date(1991, 5, 12), "solar"),  # 12 Asad 1370, with 621 years added
        (date(1991, 5, 12), date(1991, 8, 3), "solar"),
        (date(1993, 1, 20), date(1985, 5, 12), "geez"),
        (date(1993, 1, 20), date(1993, 5, 12), "geez"),
        (date(1991, 8, 3), date(1412, 1, 22), "lunar"),
        (date(1991, 8, 3), date(1991, 9, 30), None),
    ],
)
def test_a_date_told_in_another_calendar_is_known(one, other, calendar):
    assert calendar_between(one, other) == calendar


@given(st.dates(date(1930, 1, 1), date(2015, 12, 31)), st.dates(date(1930, 1, 1), date(2015, 12, 31)))
def test_which_date_comes_first_does_not_matter(one, other):
    assert (calendar_between(one, other) is None) == (calendar_between(other, one) is None)


@pytest.mark.parametrize("calendar", [solar_hijri, lunar_hijri, geez])
@given(day=st.dates(date(1930, 1, 1), date(2030, 12, 31)))
def test_every_day_is_later_than_the_one_before(calendar, day):
    assert calendar(date.fromordinal(day.toordinal() - 1)) < calendar(day)
