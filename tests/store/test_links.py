"""What a person confirmed is remembered by the phrase."""

from __future__ import annotations

import pytest

from matcher.errors import UsageError
from matcher.store import Store
from taxonomies.wording import normalise
from tests.deciding import decide

WELDER = "http://data.europa.eu/esco/occupation/welder"
BRAZIER = "http://data.europa.eu/esco/occupation/brazier"


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
