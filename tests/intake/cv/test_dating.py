from __future__ import annotations

from datetime import date

import pytest

from matcher.intake.cv.dating import is_only_a_date, periods_of, read_day, without_dates

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("03/2019 – présent", date(2019, 3, 1), None),
        ("mars 2019 à juin 2021", date(2019, 3, 1), date(2021, 6, 30)),
        ("sinds 2020", date(2020, 1, 1), None),
        ("2018-2020", date(2018, 1, 1), date(2020, 12, 31)),
        ("Sept. 2017 - heute", date(2017, 9, 1), None),
        ("من 2018 إلى 2020", date(2018, 1, 1), date(2020, 12, 31)),
        ("من يناير 2018 حتى الآن", date(2018, 1, 1), None),
        ("من كانون الثاني 2018 لغاية الوقت الحالي", date(2018, 1, 1), None),
        ("آب 2018 - تشرين الثاني 2019", date(2018, 8, 1), date(2019, 11, 30)),
        ("منذ 2019", date(2019, 1, 1), None),
        ("01/09/2017 - 30/06/2020", date(2017, 9, 1), date(2020, 6, 30)),
        ("du 1er mars 2019 au 15 juin 2020", date(2019, 3, 1), date(2020, 6, 15)),
        ("09/17 - 06/19", date(2017, 9, 1), date(2019, 6, 30)),
        ("09/08 - 06/12", date(2008, 9, 1), date(2012, 6, 30)),
        ("11/98 - 06/01", date(1998, 11, 1), date(2001, 6, 30)),
        ("Août – octobre 2014", date(2014, 8, 1), date(2014, 10, 31)),
        ("2019 à nos jours", date(2019, 1, 1), None),
    ],
)
def test_periods_as_cvs_write_them(text: str, first: date, last: date | None) -> None:
    (period,) = periods_of(text, TODAY)
    assert (period.first, period.last) == (first, last)


def test_a_length_without_dates() -> None:
    (period,) = periods_of("depuis 3 ans", TODAY)
    assert (period.years, period.dated) == (3.0, False)


def test_short_years_beside_other_periods() -> None:
    spans = [(period.start, period.first) for period in periods_of("2015 - 2016, 09/08 - 06/12", TODAY)]
    assert spans == [(0, date(2015, 1, 1)), (13, date(2008, 9, 1))]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("[ 02/2021 – Current ]", ""),
        ("Soudeur TIG (2019 - 2020)", "Soudeur TIG"),
        ("من يناير 2018 إلى دجنبر 2022 : لحام", "لحام"),
        ("Chauffeur, Kinshasa, depuis 4 ans", "Chauffeur, Kinshasa"),
        ("2014 : CAP", "CAP"),
        (".NET developer 2019 - 2020", ".NET developer"),
    ],
)
def test_what_is_left_without_dates(text: str, rest: str) -> None:
    assert without_dates(text, periods_of(text, TODAY)) == rest


@pytest.mark.parametrize(
    ("text", "day", "only"),
    [
        ("14/03/1991", date(1991, 3, 14), True),
        ("14 mars 1991 à Tunis", date(1991, 3, 14), False),
        ("12 مارس 1990", date(1990, 3, 12), True),
        ("12 كانون الثاني 1990", date(1990, 1, 12), True),
        ("le 1er mars 1990", date(1990, 3, 1), True),
        ("4th June 1994", date(1994, 6, 4), True),
        ("31/02/1990", None, True),
        ("1/1/2099", None, True),
        ("1990", None, True),
    ],
)
def test_days(text: str, day: date | None, only: bool) -> None:
    assert (read_day(text, TODAY), is_only_a_date(text)) == (day, only)
