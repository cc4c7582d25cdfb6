"""How far each role sees, and whom it may count."""

from __future__ import annotations

import pytest

from matcher.stewardship import Actor
from matcher.stewardship.reach import Reach
from matcher.store.held_accounts import Shared
from matcher.trail import Role

SHARED = Shared(frozenset({"c1"}), frozenset({"thamm"}), frozenset({"v1"}))
NOTHING = Shared()
PALIM = frozenset({"palim"})


@pytest.mark.parametrize(
    ("role", "schemes", "shared", "sees", "counts", "vacancies"),
    [
        # of c1 and c2 (palim) and c3 (thamm); of v1 and v2
        (Role.ADMIN, None, None, "c1 c2 c3", "c1 c2 c3", "v1 v2"),
        (Role.STAFF, None, None, "c1 c2 c3", "c1 c2 c3", "v1 v2"),
        (Role.STAFF, PALIM, None, "c1 c2", "c1 c2", "v1 v2"),
        (Role.STAFF, frozenset(), None, "", "", "v1 v2"),
        (Role.RECRUITER, None, None, "c1 c2 c3", "c1 c2 c3", "v1 v2"),  # without accounts
        (Role.RECRUITER, None, SHARED, "c1 c3", "c1 c3", "v1"),
        (Role.RECRUITER, PALIM, SHARED, "c1", "c1", "v1"),
        (Role.RECRUITER, None, NOTHING, "", "", ""),
        (Role.RESEARCHER, None, None, "", "c1 c2 c3", ""),
        (Role.RESEARCHER, PALIM, None, "", "c1 c2", ""),
        (Role.AUDITOR, None, None, "", "c1 c2 c3", ""),
    ],
)
def test_a_role_sees_and_counts(role, schemes, shared, sees, counts, vacancies):
    reach = Reach(Actor("x", role, schemes), shared)
    people = {"c1": "palim", "c2": "palim", "c3": "thamm"}
    assert [each for each, scheme in people.items() if reach.candidate(each, scheme)] == sees.split()
    assert [each for each, scheme in people.items() if reach.counted(each, scheme)] == counts.split()
    assert [each for each in ("v1", "v2") if reach.vacancy(each)] == vacancies.split()
