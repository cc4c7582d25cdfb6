"""What a process holds of the store says what the store says, whoever changes it; it is read once while nobody does."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import delete, text

from matcher.lawful import Basis, Consent, Declaration, Exclusion, HeldBasis, Purpose
from matcher.store import Store
from matcher.store.cohorts import CANDIDATES
from matcher.store.connection import writing
from matcher.store.held import Burial, Cause, Tombstone
from matcher.store.revisions import REVISIONS, Copied
from matcher.store.schema import COPIED_AS, METADATA
from matcher.trail import Action, Note, Role
from tests.deciding import decide

TODAY = date.today()
NOTE = Note("Ann", Role.STAFF, Action.LOAD, "palim", "matching", {})
PUBLIC = Declaration(Basis.PUBLIC_TASK, Purpose.MATCHING)


@pytest.fixture
def here(url, cohort):
    """A store with five candidates, all of whose copies were asked for."""
    with Store.open(url) as store:
        store.load_cohort(cohort(5), "palim", afterwards=store.register().on_cohort(NOTE, PUBLIC))
        copies(store)
        yield store


@pytest.fixture
def elsewhere(url, here):
    """The same database, opened by somebody else."""
    with Store.open(url) as store:
        yield store


def copies(store):
    return (
        store.profiles(),
        store.vacancies(),
        store.register().standings(Purpose.MATCHING),
        store.register().exclusions(Purpose.MATCHING, (TODAY,)),
        store.link_choices("skill"),
    )


def test_the_very_same_objects_are_given_while_nothing_changes(here, elsewhere):
    before = copies(here)
    elsewhere.register().record(replace(NOTE, action=Action.VIEW))
    elsewhere.load_cohort(elsewhere.candidates(), "palim")
    assert all(a is b for a, b in zip(copies(here), before, strict=True))


def test_a_profile_that_says_what_it_said_stays_the_same_object(here, elsewhere, cohort):
    before = {held.id: held for held in here.profiles()}
    first, *others = elsewhere.candidates()
    changed = replace(first, profile=replace(first.profile, summary="something else"))
    elsewhere.load_cohort([changed, *others], "palim")
    after = {held.id: held for held in here.profiles()}
    assert after[first.id].profile.summary == "something else"
    assert all(after[other.id] is before[other.id] for other in others)


def test_what_others_write_is_seen_at_once(here, elsewhere, vacancy):
    (one, other, *_) = (held.id for held in here.profiles())
    there = elsewhere.register()

    there.object(one, TODAY, NOTE)
    assert here.register().exclusions(Purpose.MATCHING, (TODAY,))[one] is Exclusion.OBJECTED
    there.lift_objection(one, NOTE)
    assert here.register().exclusions(Purpose.MATCHING, (TODAY,))[one] is None

    withdrawn = Consent(date(2020, 1, 1), withdrawn_on=TODAY)
    there.put_basis(other, HeldBasis(Basis.CONSENT, Purpose.MATCHING, withdrawn), NOTE)
    assert here.register().exclusions(Purpose.MATCHING, (TODAY,))[other] is Exclusion.WITHDRAWN

    decide(elsewhere, "tig", "skill", "uri:1")
    assert here.confirmed_links("skill") == {"tig": "uri:1"}

    elsewhere.load_vacancies([vacancy(number) for number in (1, 2, 3)])
    assert len(here.vacancies()) == 3

    there.erase([one], Burial((), Tombstone(TODAY, Cause.REQUEST), ()), NOTE)
    assert one not in {held.id for held in here.profiles()}
    assert here.held([one, other]).keys() == {other}


def test_what_is_taken_back_changes_nothing(here):
    before = copies(here)

    def fail():
        with writing(here._desk.engine) as connection:
            connection.execute(delete(CANDIDATES))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert all(a is b for a, b in zip(copies(here), before, strict=True))


def test_sql_in_plain_words_counts_too(here):
    with writing(here._desk.engine) as connection:
        connection.execute(text("DELETE FROM candidates"))
    assert here.profiles() == ()


def test_many_threads_read_once(here, elsewhere, cohort):
    elsewhere.load_cohort(cohort(9), "palim")
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: here.profiles(), range(40)))
    assert len(found[0]) == 9
    assert {id(one) for one in found} == {id(found[0])}


def test_every_table_that_copies_are_made_of_says_so():
    """Profiles, statuses, vacancies, their dates, bases, objections, merges, decisions about links: nothing else is."""
    copied = {name: set(table.info.get(COPIED_AS, ())) for name, table in METADATA.tables.items()}
    assert {name: families for name, families in copied.items() if families} == {
        "candidates": {Copied.PROFILES, Copied.STANDINGS, Copied.LINKS, Copied.STATUSES},
        "profiles": {Copied.PROFILES},
        "legal_statuses": {Copied.STATUSES},
        "merge_members": {Copied.PROFILES, Copied.STANDINGS},
        "vacancies": {Copied.VACANCIES},
        "vacancy_dates": {Copied.VACANCIES},
        "lawful_bases": {Copied.STANDINGS},
        "objections": {Copied.STANDINGS},
        "link_decisions": {Copied.LINKS},
    }


def test_a_database_put_back_from_a_backup_is_read_anew(here):
    before = here.profiles()
    with writing(here._desk.engine) as connection:
        connection.execute(REVISIONS.update().values(mark="of another time"))
    assert here.profiles() == before
    assert here.profiles() is not before
