"""Shortlists in the store: what stands on them, what people did with it, and what is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text

from matcher.errors import NotFoundError
from matcher.hiring import Stage
from matcher.lawful import Basis, Declaration, Purpose
from matcher.records import Evidence, LanguageGap, Match, Reason
from matcher.store.connection import reading, writing
from matcher.store.held import DuplicateDecision
from matcher.store.held_shortlists import (
    Feedback,
    FeedbackReason,
    HeldShortlist,
    NewEntry,
    Step,
    match_content,
    match_of,
)
from matcher.store.shortlist_tables import ENTRIES
from matcher.store.shortlist_writing import now
from matcher.trail import Action, Note, Role

NOTE = Note("Ann", Role.RECRUITER, Action.SHORTLIST, "subject", "shortlisting")
EVIDENCE = (
    Evidence("skills", 0.5, 0.6, Reason("skills.coverage", (("met", ("a ← b",)), ("near", ())))),
    Evidence("occupation", None, 0.4, Reason("x", (("held", "y"), ("inner", Reason("z", (("n", "1"),))))), 0.3),
)
GAPS = (LanguageGap("nl", "overall", "B1", "A2", 1),)


@pytest.fixture
def people(store, cohort):
    """Five candidates who may be ranked, by id; the cohort's own order."""
    declared = store.register().on_cohort(NOTE, Declaration(Basis.PUBLIC_TASK, Purpose.MATCHING))
    store.load_cohort(cohort(5), "palim", afterwards=declared)
    return [candidate.id for candidate in store.candidates()]


@pytest.fixture
def welders(store, vacancy):
    """A list for one vacancy."""
    made = HeldShortlist("l" * 32, "Welders", vacancy("V-1", id="v" * 32), "org", "Ann", now())
    store.shortlists.make(made, NOTE)
    return made


def put(store, held, candidate_id: str) -> str:
    match = Match(candidate_id, held.vacancy.id, EVIDENCE, gaps=GAPS)
    return store.shortlists.add(NewEntry(held.id, match, held.vacancy, "r" * 32, "Ann"), "a" * 32, NOTE)


def entries(store, held) -> dict:
    return {entry.candidate_id: entry for entry in store.shortlists.entries([held.id])}


def move(store, held, ids, stage: Stage, act: str, reason: str = "") -> None:
    chosen = [entries(store, held)[name] for name in ids]
    store.shortlists.move(chosen, Step(stage, now(), "Ann", act, reason), [NOTE])


def test_a_match_is_kept_to_the_last_reason():
    match = Match("c", "v", EVIDENCE, gaps=GAPS)
    assert match_of("c", "v", match_content(match)) == match


def test_an_entry_is_read_as_it_was_added(store, people, welders):
    entry_id = put(store, welders, people[0])
    (entry,) = store.shortlists.entries([welders.id])
    assert entry.id == entry_id
    assert entry.match == Match(people[0], welders.vacancy.id, EVIDENCE, gaps=GAPS)
    assert (entry.scheme, entry.vacancy, entry.ranking_id) == ("palim", welders.vacancy, "r" * 32)
    assert (entry.stage, entry.note, entry.feedback, entry.standing) == (Stage.PROPOSED, "", None, True)
    (held,) = store.shortlists.lists()
    assert held == replace(welders, entries=1)


def test_somebody_added_again_is_on_the_list_once_and_begins_anew(store, people, welders):
    first = put(store, welders, people[0])
    move(store, welders, people[:1], Stage.OFFER, "b" * 32)
    second = put(store, welders, people[0])
    (entry,) = store.shortlists.entries([welders.id])
    assert first != second == entry.id
    assert entry.stage is Stage.PROPOSED


def test_notes_reasons_and_feedback_are_kept_and_the_words_sealed(store, people, welders):
    entry_id = put(store, welders, people[0])
    store.shortlists.annotate(entry_id, "Called Jan Janssens", NOTE)
    store.shortlists.judge(entry_id, Feedback(False, (FeedbackReason.LANGUAGE, FeedbackReason.OTHER)), NOTE)
    move(store, welders, people[:1], Stage.DECLINED, "b" * 32, "Jan wants nights")
    entry = entries(store, welders)[people[0]]
    assert entry.note == "Called Jan Janssens"
    assert entry.feedback == Feedback(False, (FeedbackReason.LANGUAGE, FeedbackReason.OTHER))
    assert [(step.stage, step.reason) for step in entry.steps] == [
        (Stage.PROPOSED, ""),
        (Stage.DECLINED, "Jan wants nights"),
    ]
    with reading(store._desk.engine) as connection:
        held = connection.execute(text("SELECT note FROM shortlist_entries")).scalars().all()
        held += connection.execute(text("SELECT reason FROM shortlist_steps")).scalars().all()
    assert not any(b"Jan" in bytes(item) for item in held if item is not None)
    store.shortlists.annotate(entry_id, "", NOTE)
    store.shortlists.judge(entry_id, None, NOTE)
    entry = entries(store, welders)[people[0]]
    assert (entry.note, entry.feedback) == ("", None)


def test_notes_are_still_read_after_the_key_was_changed(store, people, welders):
    entry_id = put(store, welders, people[0])
    store.shortlists.annotate(entry_id, "to call back", NOTE)
    move(store, welders, people[:1], Stage.DECLINED, "b" * 32, "too far")
    store.rotate_keys()
    entry = entries(store, welders)[people[0]]
    assert (entry.note, entry.steps[-1].reason) == ("to call back", "too far")


def test_a_bulk_change_is_undone_for_those_who_were_not_changed_again(store, people, welders):
    for name in people[:3]:
        put(store, welders, name)
    move(store, welders, people[:2], Stage.INTERVIEW, "b" * 32)
    move(store, welders, people[:1], Stage.OFFER, "c" * 32)
    assert store.shortlists.take_back(welders.id, "b" * 32, NOTE) == 1
    held = entries(store, welders)
    assert [held[name].stage for name in people[:3]] == [Stage.OFFER, Stage.PROPOSED, Stage.PROPOSED]
    with pytest.raises(NotFoundError, match="nothing left to undo"):
        store.shortlists.take_back(welders.id, "b" * 32, NOTE)


def test_a_removal_is_undone_with_all_that_was_said(store, people, welders):
    ids = [put(store, welders, name) for name in people[:2]]
    store.shortlists.annotate(ids[0], "good", NOTE)
    before = store.shortlists.entries([welders.id])
    store.shortlists.remove(ids, "d" * 32, [NOTE])
    assert store.shortlists.entries([welders.id]) == ()
    assert store.shortlists.lists()[0].entries == 0
    assert store.shortlists.take_back(welders.id, "d" * 32, NOTE) == 2
    assert store.shortlists.entries([welders.id]) == before


def test_the_adding_itself_is_not_undone_as_a_stage(store, people, welders):
    put(store, welders, people[0])
    with pytest.raises(NotFoundError):
        store.shortlists.take_back(welders.id, "a" * 32, NOTE)
    assert len(store.shortlists.entries([welders.id])) == 1


def test_an_act_is_undone_on_its_own_list_alone(store, people, welders):
    (entry_id,) = [put(store, welders, people[0])]
    store.shortlists.remove([entry_id], "d" * 32, [NOTE])
    with pytest.raises(NotFoundError):
        store.shortlists.take_back("m" * 32, "d" * 32, NOTE)


def test_a_removed_list_comes_back_with_its_candidates(store, people, welders):
    put(store, welders, people[0])
    store.shortlists.remove_list(welders.id, "e" * 32, NOTE)
    assert store.shortlists.lists() == ()
    assert [held.id for held in store.shortlists.lists(removed=True)] == [welders.id]
    assert store.shortlists.stages(people) == {}
    assert store.shortlists.take_back(welders.id, "e" * 32, NOTE) == 1
    assert store.shortlists.lists()[0].entries == 1


def test_what_was_removed_a_day_ago_is_gone_at_the_next_removal(store, people, welders):
    ids = [put(store, welders, name) for name in people[:2]]
    store.shortlists.remove(ids[:1], "d" * 32, [NOTE])
    old = (datetime.now(UTC) - timedelta(days=1, minutes=1)).isoformat(timespec="microseconds")
    with writing(store._desk.engine) as connection:
        connection.execute(ENTRIES.update().where(ENTRIES.c.id == ids[0]).values(removed_at=old))
    store.shortlists.remove(ids[1:], "f" * 32, [NOTE])
    with reading(store._desk.engine) as connection:
        assert connection.execute(text("SELECT id FROM shortlist_entries")).scalars().all() == ids[1:]


def test_the_furthest_stage_counts_and_a_refusal_is_no_further(store, people, welders):
    for name in people[:3]:
        put(store, welders, name)
    move(store, welders, people[:2], Stage.INTERVIEW, "b" * 32)
    move(store, welders, people[:1], Stage.DECLINED, "c" * 32, "too far")
    move(store, welders, people[1:2], Stage.HIRED_HOME, "d" * 32)
    assert store.shortlists.stages(people) == {
        people[0]: Stage.INTERVIEW,
        people[1]: Stage.HIRED_HOME,
        people[2]: Stage.PROPOSED,
    }
    counts = store.shortlists.funnel(people)
    assert counts == dict.fromkeys(Stage, 0) | {
        Stage.PROPOSED: 3,
        Stage.INTERVIEW: 2,
        Stage.HIRED_HOME: 1,
        Stage.DECLINED: 1,
    }
    assert store.shortlists.stages(people[2:]) == {people[2]: Stage.PROPOSED}


def test_who_objects_or_has_no_basis_any_more_does_not_stand(store, people, welders):
    for name in people[:2]:
        put(store, welders, name)
    store.register().object(people[0], date.today(), NOTE)
    held = entries(store, welders)
    assert (held[people[0]].standing, held[people[1]].standing) == (False, True)


def test_an_erased_candidate_is_on_no_list(store, people, welders):
    for name in people[:2]:
        move_to = put(store, welders, name)
        store.shortlists.annotate(move_to, "a note", NOTE)
    with writing(store._desk.engine) as connection:
        connection.execute(text("DELETE FROM candidates WHERE id = :id"), {"id": people[0]})
    assert list(entries(store, welders)) == [people[1]]
    with reading(store._desk.engine) as connection:
        owners = connection.execute(text("SELECT DISTINCT candidate_id FROM shortlist_steps")).scalars().all()
    assert owners == [people[1]]


def test_merged_records_stand_once_under_the_one_that_is_shown(store, people, welders):
    for name in people[:2]:
        put(store, welders, name)
    move(store, welders, people[1:2], Stage.CONTACTED, "b" * 32)
    decided = DuplicateDecision("merge", people[0], people[1], "Ann")
    made = store.duplicates.merge(decided)
    assert list(entries(store, welders)) == [people[0]]
    assert store.shortlists.stages(people[:1]) == {people[0]: Stage.CONTACTED}
    store.duplicates.undo(made.id, "Ann")
    assert sorted(entries(store, welders)) == sorted(people[:2])


def test_every_act_is_in_the_log(store, people, welders):
    before = len(store.register().log().entries)
    entry_id = put(store, welders, people[0])
    store.shortlists.annotate(entry_id, "x", NOTE)
    move(store, welders, people[:1], Stage.OFFER, "b" * 32)
    store.shortlists.take_back(welders.id, "b" * 32, replace(NOTE, subject="list"))
    added = store.register().log().entries[before:]
    assert [entry.subject for entry in added] == ["subject", "subject", "subject", people[0]]
    assert '"undone":"' + "b" * 32 in added[-1].detail
