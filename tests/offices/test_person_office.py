"""One person's record in the hands of project staff: entered, changed, and set beside its duplicates."""

from __future__ import annotations

import pytest

from matcher.errors import NotFoundError, RefusedError, RefusedRecordError, UsageError
from matcher.intake.candidate_columns import CandidateColumn as C
from matcher.offices import PersonOffice
from matcher.records import Fate
from tests.offices.small_cohort import RECRUITER, STAFF, small_engine


@pytest.fixture
def engine(tmp_path):
    return small_engine(tmp_path)


@pytest.fixture
def office(engine):
    return PersonOffice(engine, STAFF)


@pytest.fixture
def person(engine):
    return engine.store.candidate_id("P1")


def test_recruiters_do_not_enter(engine):
    with pytest.raises(RefusedError):
        PersonOffice(engine, RECRUITER)


def test_a_record_is_opened_as_it_was_entered_and_the_view_is_written_down(office, engine, person):
    opened = office.open(person)
    assert (opened.reference, opened.texts[C.NAME]) == ("P1", "Yousra Bénkirane-Özil")
    assert opened.texts[C.SKILLS] == "PHP\nMySQL"
    assert opened.texts[C.BIRTH_DATE] == "12/04/1996"
    office.open(person)
    (entry,) = engine.steward.register.log(subject=person).entries
    assert (entry.actor, entry.action) == ("Ann", "view")


def test_a_change_keeps_what_the_record_said_before(office, person):
    before = office.open(person)
    after = {**before.texts, C.SKILLS: "PHP\nMySQL\nLaravel", C.PHONE: "0499"}
    assert office.edit(person, before.texts, after, dry_run=True).rows[0].fate is Fate.UPDATED
    assert office.open(person).mark == before.mark
    report = office.edit(person, before.texts, after)
    assert {change.field for change in report.rows[0].changes} >= {"skills", "phone"}
    again = office.open(person)
    assert again.texts[C.SKILLS] == "PHP\nMySQL\nLaravel"
    assert again.mark != before.mark
    ((*changes,),) = office.history(person)
    assert [(change.was, change.now) for change in changes if change.field == "phone"] == [(None, None)]


def test_a_record_entered_again_as_it_stands_is_no_change(office, person):
    texts = office.open(person).texts
    assert office.edit(person, texts, dict(texts)) is None


@pytest.mark.parametrize("wrong", [{C.BIRTH_DATE: "31/02/1990"}, {C.BIRTH_DATE: "soon"}, {C.YEARS: "many"}])
def test_what_cannot_be_read_changes_nothing(office, person, wrong):
    before = office.open(person)
    with pytest.raises(RefusedRecordError):
        office.edit(person, before.texts, {**before.texts, **wrong})
    assert office.open(person).mark == before.mark


def test_somebody_new_is_entered_into_an_own_scheme(office, engine):
    texts = {C.NAME: "Zoé Zidane", C.OCCUPATION: "Maçonne", C.SKILLS: "coffrage\nferraillage", C.LANGUAGES: "fr B2"}
    tried = office.add("palim", texts, dry_run=True)
    assert tried.rows[0].id is None
    report = office.add("palim", texts, basis="consent", reference=" Z1 ")
    person = engine.store.candidate("Z1")
    assert report.rows[0].id == person.id
    assert [skill.text for skill in person.stated.skills] == ["coffrage", "ferraillage"]
    assert office.search("zoe").found == 1
    with pytest.raises(UsageError, match="already"):
        office.add("palim", texts, reference="Z1")
    with pytest.raises(NotFoundError):
        office.add("thamm", texts)
    with pytest.raises(RefusedRecordError):
        office.add("palim", {C.NAME: "Nobody Known"})


def test_duplicates_are_found_merged_and_parted_again(office, engine, person):
    (pair,) = office.duplicates()
    assert {pair.left.name, pair.right.name} == {"Yousra Bénkirane-Özil", "Youssra Benkirane-Ozil"}
    assert office.duplicates(person) == (pair,)
    assert office.duplicates(engine.store.candidate_id("P2")) == ()
    other = next(side.id for side in (pair.left, pair.right) if side.id != person)
    assert [field for field, _, _ in office.conflicts(person, other)] == ["name"]
    decision = office.merge(person, other, ["name"])
    assert office.open(person).id == person
    assert engine.store.candidate(person).person.name == "Youssra Benkirane-Ozil"
    assert [each.id for each in office.decisions()] == [decision.id]
    office.undo(decision.id)
    assert office.decisions() == ()
    office.keep_both(person, other)
    assert office.duplicates() == ()


def test_nobody_out_of_reach_can_be_opened_changed_or_merged(office, engine, person):
    other = engine.store.candidate_id("T1")
    tries = (
        lambda: office.open(other),
        lambda: office.history(other),
        lambda: office.edit(other, {}, {C.NAME: "x"}),
        lambda: office.conflicts(person, other),
        lambda: office.merge(person, other),
        lambda: office.keep_both(other, person),
        lambda: office.undo("abc"),
    )
    for act in tries:
        with pytest.raises(NotFoundError):
            act()
    assert {scheme.name for scheme in office.schemes()} == {"palim"}
    assert engine.store.candidate("T1").person.name == "Selam Tesfay"
