from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.intake.dates import ImpossibleDateError, read_date
from matcher.intake.sheets import Cell


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("31/12/1999", date(1999, 12, 31)),
        ("1-3-1999", date(1999, 3, 1)),
        ("17.09.1999", date(1999, 9, 17)),
        ("01 / 03 / 1999", date(1999, 3, 1)),
        ("1999-03-01", date(1999, 3, 1)),
        ("1999/3/1", date(1999, 3, 1)),
        ("1999-03-01T00:00:00", date(1999, 3, 1)),
        ("1999-03-01 08:30:00.5", date(1999, 3, 1)),
        ("19990301", date(1999, 3, 1)),
        ("12 mars 1998", date(1998, 3, 12)),
        ("1er août 1998", date(1998, 8, 1)),
        ("12 maart 1998", date(1998, 3, 12)),
        ("3. März 1998", date(1998, 3, 3)),
        ("March 12, 1998", date(1998, 3, 12)),
        ("12-Dec-98", date(1998, 12, 12)),
        ("04/05/98", date(1998, 5, 4)),
        ("04/05/08", date(2008, 5, 4)),
        ("01/01/1993 (selon dossier)", date(1993, 1, 1)),
        ("né le 01/01/1993", date(1993, 1, 1)),
        ("35123", date(1996, 2, 28)),
        (35123.0, date(1996, 2, 28)),
        (36526.75, date(2000, 1, 1)),
        (date(1990, 5, 4), date(1990, 5, 4)),
        (datetime(1990, 5, 4, 12), date(1990, 5, 4)),
        ("29/02/2000", date(2000, 2, 29)),
    ],
)
def test_dates_are_read_day_first_or_as_iso(cell: Cell, day: date) -> None:
    assert read_date(cell, latest_year=2010) == day


@pytest.mark.parametrize(
    "cell", ["31/02/1999", "29/02/2001", "32/01/1999", "12/31/1999", "2024-13-01", "00/05/1999", "31 juin 1999"]
)
def test_days_that_the_calendar_lacks_are_named(cell: str) -> None:
    with pytest.raises(ImpossibleDateError):
        read_date(cell)


@pytest.mark.parametrize(
    "cell", ["", "1999", 1999.0, "vers 1990", "12/2024", "00/00/1995", "1/1/1990 ou 1/1/1991", "inconnu", 5.0]
)
def test_what_is_not_one_full_date_is_none(cell: Cell) -> None:
    assert read_date(cell) is None


@settings(deadline=None)
@given(st.dates(date(1930, 1, 1), date(2060, 12, 31)))
def test_every_day_is_read_back_from_every_form(day: date) -> None:
    for form in ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%Y%m%d", "%Y-%m-%d %H:%M:%S"):
        assert read_date(datetime(day.year, day.month, day.day).strftime(form)) == day
    assert read_date(float((day - date(1899, 12, 30)).days)) == day


@settings(deadline=None)
@given(st.text(max_size=60) | st.floats(allow_nan=False))
def test_no_cell_breaks_the_date_reader(cell: Cell) -> None:
    with suppress(ImpossibleDateError):
        assert read_date(cell) is None or isinstance(read_date(cell), date)
