from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.intake.periods import LONGEST_CAREER, find_periods, read_years
from taxonomies.wording import fold

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("3", 3.0),
        ("2,5", 2.5),
        ("0", 0.0),
        ("12 ans", 12.0),
        ("10 jaar", 10.0),
        ("4 Jahre", 4.0),
        ("6 years", 6.0),
        ("6 mois", 0.5),
        ("18 maanden", 1.5),
        ("1 an et 6 mois", 1.5),
        ("1 an et demi", 1.5),
        ("deux ans", 2.0),
        ("anderhalf jaar", 1.5),
        ("5+", 5.0),
        ("> 5 ans", 5.0),
        ("env. 6", 6.0),
        ("minimum 3 jaar", 3.0),
        ("2-3 ans", 2.0),
        ("8 ans env.", 8.0),
        ("17 dont 7 dans le numérique", 17.0),
        ("10 compta + 1 dev", 11.0),
        ("2 ans (hobby + freelance)", 2.0),
        ("aucune", 0.0),
        ("geen ervaring", 0.0),
        ("2x", None),
        ("-1", None),
        ("99", None),
        ("beaucoup", None),
        ("?", None),
        ("", None),
    ],
)
def test_cells_of_years(text: str, years: float | None) -> None:
    assert read_years(text) == years


@pytest.mark.parametrize(
    ("text", "years", "first", "last"),
    [
        ("2019-2021", 2.0, date(2019, 1, 1), date(2021, 12, 31)),
        ("2019 – 2021", 2.0, date(2019, 1, 1), date(2021, 12, 31)),
        ("2020 à 2023", 3.0, date(2020, 1, 1), date(2023, 12, 31)),
        ("2014-17", 3.0, date(2014, 1, 1), date(2017, 12, 31)),
        ("2020-2020", 0.5, date(2020, 1, 1), date(2020, 12, 31)),
        ("03/2019 - 06/2021", 2.33, date(2019, 3, 1), date(2021, 6, 30)),
        ("mars 2019 à juin 2021", 2.33, date(2019, 3, 1), date(2021, 6, 30)),
        ("Feb 2020 to Feb 2020", 0.08, date(2020, 2, 1), date(2020, 2, 29)),
        ("août - octobre 2014", 0.25, date(2014, 8, 1), date(2014, 10, 31)),
        ("March 1st, 2019 - June 3, 2020", 1.26, date(2019, 3, 1), date(2020, 6, 3)),
        ("من 2018 لغاية 2020", 2.0, date(2018, 1, 1), date(2020, 12, 31)),
        ("من 2018 حتى الوقت الحاضر", 8.0, date(2018, 1, 1), None),
        ("depuis 2020", 6.0, date(2020, 1, 1), None),
        ("sinds 09/2025", 1.0, date(2025, 9, 1), None),
        ("2020-aujourd'hui", 6.0, date(2020, 1, 1), None),
        ("2021 - date", 5.0, date(2021, 1, 1), None),
        ("(2022 - )", 4.0, date(2022, 1, 1), None),
        ("2026-", 0.5, date(2026, 1, 1), None),
        ("3 ans", 3.0, None, None),
        ("10 semaines", 0.19, None, None),
    ],
)
def test_one_period(text: str, years: float, first: date | None, last: date | None) -> None:
    (period,) = find_periods(fold(text), TODAY)
    assert (period.years, period.first, period.last) == (years, first, last)


@pytest.mark.parametrize(
    "text", ["2021", "en 2019 et 2022", "2021-2019", "à 13 ans", "vanaf 12 jaar", "depuis 2031", "80 ans", "3D"]
)
def test_what_is_no_period(text: str) -> None:
    assert find_periods(fold(text), TODAY) == []


@settings(deadline=None)
@given(st.text(alphabet="0123456789 -–/()ansmoisjaardepuis,.", max_size=60))
def test_periods_stand_in_order_and_apart(text: str) -> None:
    periods = find_periods(text, TODAY)
    for period in periods:
        assert 0 <= period.years <= max(LONGEST_CAREER, 110)
    for before, after in pairwise(periods):
        assert before.end <= after.start


@settings(deadline=None)
@given(st.integers(1945, 2025), st.integers(0, 40))
def test_years_between_dates_are_their_difference(first: int, length: int) -> None:
    (period,) = find_periods(f"{first}-{first + length}", date(2100, 1, 1)) or [None]
    assert period is None or period.years == (length or 0.5)
