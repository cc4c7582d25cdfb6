"""Wages by hand: 13.92 monthly wages a year at most, 52 weeks, 48 hours a week at most."""

import pytest

from matcher.eligibility.wage_bounds import wage_bounds
from matcher.records import Wage, WageBasis, WagePeriod

H, M, Y = WagePeriod.HOUR, WagePeriod.MONTH, WagePeriod.YEAR
BASE, TOTAL = WageBasis.BASE, WageBasis.TOTAL


@pytest.mark.parametrize(
    ("wage", "per", "counts", "hours", "low", "high"),
    [
        (Wage(50_000, Y), "year", "most", None, 50_000, 50_000),
        (Wage(48_000, Y, 54_000), "year", "most", None, 48_000, 54_000),
        (Wage(4_000, M), "year", "most", None, 48_000, 55_680),
        (Wage(4_000, M), "month", "base", None, 4_000, 4_000),
        (Wage(4_000, M, basis=TOTAL), "month", "base", None, 3_448.28, 4_000),
        (Wage(60_000, Y), "month", "base", None, 4_310.34, 5_000),
        (Wage(60_000, Y, basis=BASE), "month", "base", None, 5_000, 5_000),
        (Wage(60_000, Y, basis=BASE), "year", "most", None, 60_000, 69_600),
        (Wage(20, H), "month", "base", 152, 0, 4_160),
        (Wage(60_000, Y, basis=TOTAL), "year", "most", None, 51_724.14, 60_000),
        (Wage(60_000, Y, basis=BASE), "year", "base", None, 60_000, 60_000),
        (Wage(20, H), "month", "base", 38, 3_293.33, 3_293.33),
        (Wage(20, H), "year", "most", 38, 39_520, 45_843.2),
        (Wage(20, H), "month", "base", None, 0, 4_160),
        (Wage(3_600, M), "month", "most", None, 3_600, 4_176),
    ],
)
def test_a_wage_comes_to_its_bounds(wage, per, counts, hours, low, high):
    bounds = wage_bounds(wage, per, counts, hours)
    assert (bounds.low, bounds.high) == (pytest.approx(low, abs=0.01), pytest.approx(high, abs=0.01))


def test_another_currency_is_not_compared():
    assert wage_bounds(Wage(9_000, M, currency="MAD"), "year", "most", None) is None
