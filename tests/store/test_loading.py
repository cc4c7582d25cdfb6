"""A load counts what became of each record, and is kept whole or not at all."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from matcher.errors import StoreError
from matcher.records import Person, Source
from matcher.store import Counts


def test_the_same_records_again_are_unchanged(store, cohort):
    records = cohort(60)
    assert store.load_cohort(records, "palim") == Counts(60, 0, 0)
    held = store.candidates()
    assert store.load_cohort(records, "palim") == Counts(0, 0, 60)
    assert store.candidates() == held


def test_new_changed_and_same_records_are_counted_apart(store, cohort):
    store.load_cohort(cohort(10), "palim")
    ids = {candidate.key: candidate.id for candidate in store.candidates()}
    mixed = (*cohort(4), *cohort(6, first=4, edition=2), *cohort(3, first=10))
    assert store.load_cohort(mixed, "palim", dry_run=True) == Counts(3, 6, 4)
    assert len(store.candidates()) == 10
    assert store.load_cohort(mixed, "palim") == Counts(3, 6, 4)
    now = {candidate.key: candidate for candidate in store.candidates()}
    assert {key: now[key].id for key in ids} == ids
    assert [now[record.key].profile for record in mixed] == [record.profile for record in mixed]


def test_ids_are_random_and_say_nothing(store, cohort):
    store.load_cohort([replace(record, id=record.key) for record in cohort(20)], "palim")
    ids = [candidate.id for candidate in store.candidates()]
    assert len(set(ids)) == 20
    assert all(len(name) == 32 and int(name, 16) >= 0 for name in ids)


def test_a_record_moved_in_its_file_is_unchanged(store, cohort):
    (record,) = cohort(1)
    store.load_cohort([record], "palim")
    moved = replace(record, source=Source("palim-v2.xlsx", None, 40))
    assert store.load_cohort([moved], "palim") == Counts(0, 0, 1)
    assert store.candidate(record.key).source == record.source


def test_the_same_row_twice_in_one_load_is_one_record(store, cohort):
    records = cohort(3)
    assert store.load_cohort((*records, records[0]), "palim") == Counts(3, 0, 1)
    assert len(store.candidates()) == 3


def test_one_key_for_two_people_is_refused_with_both_rows(store, cohort):
    first, second = cohort(2)
    clash = replace(second, key=first.key, source=Source("palim.xlsx", "Liste", 9))
    said = r"'PAL-00000' in palim.xlsx, sheet Liste, row 2 and palim.xlsx, sheet Liste, row 9\. Give each"
    with pytest.raises(StoreError, match=said):
        store.load_cohort([first, clash], "palim")
    with pytest.raises(StoreError, match=said):
        store.load_cohort([first, clash], "palim", dry_run=True)
    assert store.candidates() == ()


def test_many_clashes_are_named_up_to_a_point(store, cohort):
    clashes = [replace(record, person=Person("other")) for record in cohort(8)]
    with pytest.raises(StoreError, match="and 3 more"):
        store.load_cohort((*cohort(8), *clashes), "palim")


def test_the_same_key_in_two_schemes_is_two_candidates(store, cohort):
    store.load_cohort(cohort(2), "palim")
    assert store.load_cohort([replace(record, scheme="thamm") for record in cohort(2)], "thamm") == Counts(2, 0, 0)
    assert store.counts().candidates == (("palim", 2), ("thamm", 2))


def test_a_record_of_another_scheme_is_refused(store, cohort):
    with pytest.raises(StoreError, match="'PAL-00000' says scheme 'palim' in a load of 'thamm'"):
        store.load_cohort(cohort(1), "thamm")


def test_records_that_break_off_leave_nothing(store, cohort):
    def broken():
        yield from cohort(5)
        raise OSError("the disk went away")

    with pytest.raises(OSError, match="the disk went away"):
        store.load_cohort(broken(), "palim")
    assert store.candidates() == ()


@pytest.mark.parametrize("summary", ["half \ud83d a smile", "\udcff"])
def test_text_that_no_database_keeps_is_named_with_its_row(store, cohort, summary):
    good, bad = cohort(2)
    bad = replace(bad, profile=replace(bad.profile, summary=summary))
    with pytest.raises(StoreError, match=r"'PAL-00001' in palim.xlsx, sheet Liste, row 3 holds what no database"):
        store.load_cohort([good, bad], "palim")
    assert store.candidates() == ()


def test_an_empty_load_does_nothing(store):
    assert store.load_cohort([], "palim") == Counts(0, 0, 0)
    assert store.load_vacancies([]) == Counts(0, 0, 0)


def test_thousands_of_candidates_load_and_read_in_seconds(store, cohort):
    records = cohort(5000)
    started = time.process_time()
    store.load_cohort(records, "palim")
    loaded = time.process_time()
    assert len(store.profiles()) == 5000
    read = time.process_time()
    # Several times what it takes, so that only a change of kind (a statement a row, say) is caught.
    assert loaded - started < 8
    assert read - loaded < 2
