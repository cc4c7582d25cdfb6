from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.intake.calendars import Calendar, find_other_dates
from matcher.intake.folding import fold_in_place

E, L, S, H = Calendar.ETHIOPIAN, Calendar.LUNAR_HIJRI, Calendar.SOLAR_HIJRI, Calendar.HIJRI


@pytest.mark.parametrize(
    ("text", "calendar", "years"),
    [
        ("2005-2010 E.C.", E, 5.0),
        ("2005 - 2010 EC", E, 5.0),
        ("2010 (Ethiopian calendar)", E, None),
        ("Meskerem 2010", E, None),
        ("Meskerem 2005 - Hamle 2008", E, 3.0),
        ("መስከረም 2010", E, None),
        ("1435-1440 H", L, 4.85),
        ("1440 هـ", L, None),
        ("١٤٣٥ - ١٤٤٠ هـ", L, 4.85),
        ("1390-1395 SH", S, 5.0),
        ("۱۳۹۰ تا ۱۳۹۵ ه.ش", S, 5.0),
        ("حمل 1395", S, None),
        ("1390-1395", H, None),
        ("1370/05/12", H, None),
        ("12/05/1370", H, None),
        ("since 1395", H, None),
    ],
)
def test_years_of_other_calendars_are_told_apart(text: str, calendar: Calendar, years: float | None) -> None:
    (found,) = find_other_dates(fold_in_place(text))
    assert (found.calendar, found.years) == (calendar, years)


@pytest.mark.parametrize(
    "text", ["2005-2010", "1400 m2", "ISO 1401", "31/12/1999", "1 400 heures", "EC 2019", "2019 à Hamm", "1395", ""]
)
def test_common_years_and_plain_numbers_are_not(text: str) -> None:
    assert find_other_dates(fold_in_place(text)) == []


@settings(deadline=None)
@given(st.text(alphabet="0123456789 -/.ECHهـش().تا", max_size=60))
def test_dates_of_other_calendars_stand_in_order_and_apart(text: str) -> None:
    found = find_other_dates(fold_in_place(text))
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(item.years is None or 0 < item.years <= 210 for item in found)
