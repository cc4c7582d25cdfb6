from __future__ import annotations

import json

import pytest

from matcher.engine import Matcher
from matcher.errors import RefusedError
from matcher.records import Answer, Leg
from matcher.settings import Settings
from matcher.stewardship.cohort_status import cohort_status
from matcher.store import HeldGrounds
from matcher.trail import Action
from taxonomies.schemes import find_scheme


def cohort(female, male, unknown):
    genders = ["female"] * female + ["male"] * male + [None] * unknown
    leg = Leg("SN", "BE")
    return [HeldGrounds(gender, None, None, leg if number else None) for number, gender in enumerate(genders)]


# MATCH aims at 30% women; those whose gender is not known could be either.
@pytest.mark.parametrize(
    ("female", "male", "unknown", "share", "answer"),
    [
        (6, 14, 0, 0.3, Answer.YES),
        (5, 15, 0, 0.25, Answer.NO),
        (5, 10, 5, 1 / 3, Answer.UNKNOWN),  # 5 of 20 at least, 10 of 20 at most
        (15, 5, 20, 0.75, Answer.YES),  # 15 of 40 even if nobody else is a woman
        (4, 16, 0, None, Answer.UNKNOWN),  # too few to show
        (0, 0, 10, None, Answer.UNKNOWN),
        (0, 0, 0, None, Answer.UNKNOWN),
    ],
)
def test_a_share_is_set_beside_the_target(female, male, unknown, share, answer):
    (status,) = cohort_status(find_scheme("match"), cohort(female, male, unknown)).shares
    assert status.share == pytest.approx(share)
    assert status.answer is answer


def test_small_groups_are_not_shown_but_legs_are():
    status = cohort_status(find_scheme("match"), cohort(4, 16, 0))
    assert status.genders is None
    assert status.legs == {"SN-BE": 19, "unknown": 1}


def test_only_staff_see_it_and_the_log_keeps_that_they_did(tmp_path):
    def engine(role):
        return Matcher(Settings(home=tmp_path / "home", actor="Ana", role=role))

    staff = engine("staff")
    assert staff.steward.cohort("match").candidates == 0
    entry = staff.steward.register.log().entries[-1]
    assert (entry.action, entry.subject, json.loads(entry.detail)) == (Action.VIEW, "match", {})
    with pytest.raises(RefusedError, match="may not see how a cohort is made up as recruiter"):
        engine("recruiter").steward.cohort("match")
