"""Retention rules, and that each scheme has one."""

from datetime import date

import pytest

from matcher.stewardship.declaring import basis_named, purpose_named
from matcher.stewardship.retention import due
from taxonomies.schemes import schemes


def test_somebody_is_due_on_the_day_on_which_the_time_ends_and_not_before():
    changes = (("a", "palim", date(2024, 6, 15)), ("b", "palim", date(2024, 6, 16)), ("c", "gone", date(2000, 1, 1)))
    assert due(changes, date(2026, 6, 14)) == ()
    (item,) = due(changes, date(2026, 6, 15))
    assert (item.candidate_id, item.since) == ("a", date(2026, 6, 15))
    assert item.why == "last changed on 2024-06-15; palim keeps 24 months, until 2026-06-15"


@pytest.mark.parametrize("name", list(schemes()))
def test_every_scheme_declares_a_basis_a_purpose_and_a_time_as_an_assumption(name):
    rules = schemes()[name].data_protection
    assert basis_named(rules.basis)
    assert purpose_named(rules.purpose) == "matching"
    assert rules.retention_months > 0
    assert rules.assumed
