"""What a person confirmed is remembered by the phrase."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.errors import NotFoundError, UsageError
from matcher.store import Cause, Store
from matcher.store.held import Burial, Tombstone
from matcher.trail import Action, Note, Role
from taxonomies.wording import normalise
from tests.deciding import decide

WELDER = "http://data.europa.eu/esco/occupation/welder"
BRAZIER = "http://data.europa.eu/esco/occupation/brazier"
NOTE = Note("ada", Role.STAFF, Action.CONFIRMATION, "", "test")


def test_a_confirmed_link_outlives_the_program(url):
    with Store.open(url) as store:
        decide(store, "Soudeur à l'arc", "occupation", WELDER)
    with Store.open(url) as store:
        assert store.confirmed_links("occupation") == {normalise("soudeur a l'arc"): WELDER}
        assert store.confirmed_links("skill") == {}


@pytest.mark.parametrize("again", ["Soudeur à l'arc", "  SOUDEUR A L'ARC ", "Soudeur à l’arc (h/f/x)"])
def test_a_later_word_on_the_same_phrase_replaces_the_first(store, again):
    decide(store, "Soudeur à l'arc", "occupation", WELDER)
    decide(store, again, "occupation", BRAZIER)
    assert list(store.confirmed_links("occupation").values()) == [BRAZIER]


def test_skill_and_occupation_are_remembered_apart(store):
    decide(store, "lassen", "skill", "s")
    decide(store, "lassen", "occupation", "o")
    assert store.confirmed_links("skill") == {"lassen": "s"}
    assert store.confirmed_links("occupation") == {"lassen": "o"}


def test_what_cannot_be_remembered_is_refused(store):
    with pytest.raises(UsageError, match=r"'\?\?' is no kind of link: choose skill or occupation\."):
        decide(store, "lassen", "??", "s")
    with pytest.raises(UsageError, match="no kind of link"):
        store.confirmed_links("isco_group")
    with pytest.raises(UsageError, match="no word"):
        decide(store, " -- ", "skill", "s")


def test_a_rejected_phrase_means_nothing_and_is_no_confirmed_link(store):
    decide(store, "Jardinage du dimanche", "skill", None)
    assert store.link_choices("skill").everybody == {"jardinage du dimanche": None}
    assert store.confirmed_links("skill") == {}


def test_undoing_brings_back_what_was_decided_before(store):
    decide(store, "lassen", "skill", "old")
    new = decide(store, "Lassen", "skill", None)
    undone = store.register().undo_link(new.id, "bea", NOTE)
    assert store.confirmed_links("skill") == {"lassen": "old"}
    assert (undone.stands, undone.made_by, undone.undone_by) == (False, "ada", "bea")
    assert [(each.uri, each.stands) for each in store.link_decisions()] == [(None, False), ("old", True)]
    with pytest.raises(UsageError, match="undone already"):
        store.register().undo_link(new.id, "bea", NOTE)
    with pytest.raises(NotFoundError, match="no decision"):
        store.register().undo_link("0" * 32, "bea", NOTE)


def test_what_was_decided_about_one_candidate_is_held_apart_and_goes_with_them(store, cohort):
    store.load_cohort(cohort(2), "palim")
    one, other = store.profiles()
    decide(store, "lassen", "skill", "s", one.id)
    decide(store, "lassen", "skill", None, other.id)
    assert store.link_choices("skill").everybody == {}
    assert store.link_choices("skill").of_one == {(one.id, "lassen"): "s", (other.id, "lassen"): None}
    burial = Burial(frozenset({"mark"}), Tombstone(date(2026, 11, 28), Cause.REQUEST), frozenset())
    store.register().erase((one.id,), burial, NOTE)
    assert [each.candidate_id for each in store.link_decisions()] == [other.id]


def test_an_erasure_takes_phrases_with_every_decision_about_them(store, cohort):
    store.load_cohort(cohort(1), "palim")
    decision = decide(store, "soudure chez Zellige", "skill", "s")
    store.register().undo_link(decision.id, "ada", NOTE)
    decide(store, "soudure", "skill", "s")
    assert store.decided_phrases() == {"soudure chez zellige", "soudure"}
    burial = Burial(frozenset(), Tombstone(date(2026, 11, 28), Cause.REQUEST), frozenset({"soudure chez zellige"}))
    store.register().erase((store.profiles()[0].id,), burial, NOTE)
    assert store.decided_phrases() == {"soudure"}


def test_every_decision_stands_in_the_log_without_the_words(store):
    decision = decide(store, "lassen", "skill", "s")
    store.register().undo_link(decision.id, "ada", NOTE)
    entries = store.register().log().entries
    assert [(entry.action, entry.subject) for entry in entries] == [("confirmation", decision.id)] * 2
    assert all("lassen" not in entry.detail for entry in entries)
