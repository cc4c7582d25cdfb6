"""What a record said before it changed stays readable, oldest first."""

from __future__ import annotations

import pytest

from matcher.errors import NotFoundError


def test_each_change_is_kept_oldest_first(store, cohort):
    versions = []
    for edition in (1, 2, 2, 3):
        store.load_cohort(cohort(2, edition=edition), "palim")
        versions.append(store.candidate("PAL-00001"))
    assert store.candidate_history("PAL-00001") == (versions[0], versions[1])
    assert store.candidate("PAL-00001").profile.summary == "edition 3"


def test_a_large_cohort_changed_at_once_is_kept_whole(store, cohort):
    store.load_cohort(cohort(1203), "palim")
    before = {candidate.id: candidate for candidate in store.candidates()}
    store.load_cohort(cohort(1203, edition=2), "palim")
    for candidate in store.candidates()[::200]:
        assert store.candidate_history(candidate.id) == (before[candidate.id],)


def test_the_history_of_nobody_is_not_found(store, cohort):
    store.load_cohort(cohort(1), "palim")
    assert store.candidate_history("PAL-00000") == ()
    with pytest.raises(NotFoundError):
        store.candidate_history("PAL-99999")
