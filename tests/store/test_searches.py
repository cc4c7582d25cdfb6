"""Saved searches belong to one owner, and go with the people who stood in their results."""

from __future__ import annotations

from dataclasses import replace

import pytest

from matcher.errors import NotFoundError
from matcher.records import SkillRequirement, Source, Vacancy
from matcher.store.held import HeldSearch, SearchOwner

OWNER = SearchOwner("an", "recruiter", "org-1")
VACANCY = Vacancy("v1", "VL-1", "Lasser", Source("f.csv"), requirements=(SkillRequirement("TIG", essential=False),))
TERMS = {"k": 10, "filters": {}}


def nothing(_connection, _search_id):
    """Write no entry."""


@pytest.fixture
def ids(store, cohort):
    store.load_cohort(cohort(3), "palim")
    return [held.id for held in store.profiles()]


def saved(store, ids, owner=OWNER, name="welders"):
    search = HeldSearch(name, owner, VACANCY, is_held=False, terms=TERMS, seen=frozenset(ids))
    return store.searches.find(owner, store.searches.save(search, nothing))


def test_a_search_is_read_as_it_was_saved(store, ids):
    found = saved(store, ids[:2])
    assert (found.name, found.owner, found.vacancy, found.terms) == ("welders", OWNER, VACANCY, TERMS)
    assert found.seen == frozenset(ids[:2])
    assert found.opened_at.tzinfo is not None
    assert store.searches.of(OWNER) == (found,)


@pytest.mark.parametrize(
    "other",
    [replace(OWNER, name="bo"), replace(OWNER, role="staff"), replace(OWNER, organisation=None)],
)
def test_nobody_else_sees_opens_or_deletes_a_search(store, ids, other):
    found = saved(store, ids)
    assert store.searches.of(other) == ()
    with pytest.raises(NotFoundError):
        store.searches.find(other, found.id)
    for act in (lambda s: store.searches.see(s, ids, nothing), lambda s: store.searches.forget(s, nothing)):
        with pytest.raises(NotFoundError):
            act(replace(found, owner=other))
    assert store.searches.of(OWNER) == (found,)


def test_opening_replaces_who_was_seen_and_puts_the_search_in_front(store, ids):
    first, second = saved(store, ids[:1]), saved(store, ids, name="others")
    store.searches.see(first, ids[1:], nothing)
    assert [search.name for search in store.searches.of(OWNER)] == ["welders", "others"]
    assert store.searches.find(OWNER, first.id).seen == frozenset(ids[1:])
    assert store.searches.find(OWNER, second.id).seen == frozenset(ids)


def test_a_deleted_search_leaves_nothing(store, ids):
    found = saved(store, ids)
    store.searches.forget(found, nothing)
    assert store.searches.of(OWNER) == ()
    assert store.searches.sightings(ids) == ()


def test_sightings_name_each_search_once(store, ids):
    found = saved(store, ids)
    saved(store, [], name="empty")
    assert [(each.search_id, each.opened_at) for each in store.searches.sightings(ids)] == [(found.id, found.opened_at)]


def test_an_entry_that_cannot_be_written_keeps_the_search_from_being_written(store, ids):
    def fails(_connection, _search_id):
        raise RuntimeError("no entry")

    with pytest.raises(RuntimeError):
        store.searches.save(HeldSearch("x", OWNER, VACANCY, is_held=True, terms=TERMS), fails)
    assert store.searches.of(OWNER) == ()
