"""A name that nothing has is answered with what comes near it."""

from __future__ import annotations

import pytest

from matcher.errors import NotFoundError
from matcher.store.lookup import Entry, find_id

ENTRIES = [Entry("a1b2c3d4e5f60718", "PAL-001", "palim"), Entry("ffffffffffffffff", "PAL-020", "palim")]


@pytest.mark.parametrize(
    ("asked", "found"), [("a1b2c3d4e5f60718", "a1b2c3d4e5f60718"), ("PAL-020", "ffffffffffffffff")]
)
def test_a_record_is_found_by_id_or_key(asked, found):
    assert find_id(asked, "candidate", ENTRIES) == found


@pytest.mark.parametrize(
    ("asked", "entries", "said"),
    [
        ("PAL-01", ENTRIES, "There is no candidate 'PAL-01': the nearest are PAL-001"),
        ("PAL-007", [Entry(f"{n:016}", f"PAL-{n:04}") for n in range(300)], "the nearest are PAL-0007, "),
        ("pal-7", [Entry(f"{n:016}", f"PAL-{n:04}") for n in range(300)], "the nearest are PAL-0007"),
        ("a1b2c3d4e5f60719", ENTRIES, "the nearest are a1b2c3d4e5f60718."),
        ("zzz", ENTRIES, "nothing near it: references look like PAL-001, PAL-020."),
        ("PAL-001", [], "the store holds no candidate yet, load some first."),
        ("X", [Entry("1", "X", "palim"), Entry("2", "X", "thamm")], r"more than one .*: 1 \(palim\), 2 \(thamm\)\."),
    ],
)
def test_a_name_that_finds_no_single_record_is_explained(asked, entries, said):
    with pytest.raises(NotFoundError, match=said):
        find_id(asked, "candidate", entries)
