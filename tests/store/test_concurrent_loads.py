"""Processes that load at the same moment all complete, and nothing is lost or doubled."""

from __future__ import annotations

import json

import pytest

from matcher.lawful import Purpose
from matcher.stewardship.chain import faults
from matcher.store import Store


def _load_together(processes) -> list[tuple[int, int, int]]:
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    counts = []
    for process in processes:
        written, _ = process.communicate(timeout=120)
        assert process.returncode == 0
        created, updated, unchanged = map(int, written.split())
        counts.append((created, updated, unchanged))
    return counts


@pytest.mark.parametrize("exists", [True, False])
def test_two_loads_at_once_lose_and_double_nothing(url, cohort, child, exists):
    if exists:
        Store.open(url).close()
    counts = _load_together([child(url, cohort(2000)), child(url, cohort(2000, first=1000))])
    assert sorted(counts) == [(1000, 0, 1000), (2000, 0, 0)]
    with Store.open(url) as store:
        assert [candidate.key for candidate in store.candidates()] == [record.key for record in cohort(3000)]
        register = store.register()
        assert len(register.standings(Purpose.MATCHING)) == 3000
        log = register.log()
        assert faults(log.entries, log.head, log.start, register.seal) == ()
        assert sorted(json.loads(entry.detail)["created"] for entry in log.entries) == [1000, 2000]


def test_several_processes_may_make_the_database_at_once(url, cohort, child):
    counts = _load_together([child(url, cohort(5, first=5 * number)) for number in range(5)])
    assert counts == [(5, 0, 0)] * 5
    with Store.open(url) as store:
        assert store.counts().candidates == (("palim", 25),)


def test_contradicting_updates_are_done_one_after_the_other(url, cohort, child):
    with Store.open(url) as store:
        store.load_cohort(cohort(500), "palim")
    editions = [child(url, cohort(500, edition=edition)) for edition in (2, 3)]
    assert _load_together(editions) == [(0, 500, 0)] * 2
    with Store.open(url) as store:
        (last,) = {held.profile.summary for held in store.profiles()}
        assert last in ("edition 2", "edition 3")
        between = {history.profile.summary for history in store.candidate_history("PAL-00499")}
        assert between == {"edition 1", "edition 2", "edition 3"} - {last}
