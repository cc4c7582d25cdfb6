"""Merging two records of one person, and undoing it: nothing is lost, and an old file brings nobody back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import delete, text

from matcher.errors import NotFoundError, UsageError
from matcher.records import LanguageSkill, LegalStatus, Person, ProfessionalProfile, SkillStatement, StatusEvent
from matcher.store import Counts, DuplicateDecision
from matcher.store.cohorts import CANDIDATES
from matcher.store.connection import reading, writing
from matcher.store.revisions import REVISIONS
from matcher.store.schema import METADATA
from matcher.store.vault import IDENTITY_KEYS


@pytest.fixture
def two(store, cohort):
    """A palim record and, arrived later, a thamm record of the same person; their senders' records."""
    (first,) = cohort(1)
    second = replace(
        first,
        key="THM-1",
        scheme="thamm",
        person=Person("Nom Autre", None, "other@example.org", "+32 000 00 00 09"),
        status=LegalStatus("MA", date(1990, 1, 2), "applicant", (StatusEvent("applied", date(2026, 1, 2)),)),
        profile=ProfessionalProfile(
            occupations=("Monteur",), skills=(SkillStatement("MIG"),), languages=(LanguageSkill("ar", "C1"),)
        ),
    )
    store.load_cohort([first], "palim")
    store.load_cohort([second], "thamm")
    return first, second


def ids(store):
    return {candidate.key: candidate.id for candidate in store.candidates()}


def merge(store, kept="PAL-00000", other="THM-1", taken=()):
    named = ids(store)
    return store.duplicates.merge(DuplicateDecision("merge", named[kept], named[other], "somebody", taken))


def test_a_merge_unites_and_undoing_gives_both_back(store, two):
    before = store.candidates()
    done = merge(store)
    (candidate,) = store.candidates()
    assert candidate.id == done.left
    assert candidate.person == before[0].person
    assert candidate.status.residence_status == "applicant"
    assert len(candidate.status.events) == 2
    assert candidate.profile.occupations == ("Soudeur à l'arc", "Monteur")
    assert [(skill.language, skill.cefr) for skill in candidate.profile.languages] == [("fr", "B2"), ("ar", "C1")]
    assert store.counts().candidates == (("palim", 1),)
    assert [held.id for held in store.profiles()] == [done.left]
    assert store.duplicates.merged_into(done.left) == (done.right,)
    undone = store.duplicates.undo(done.id[:8], "another")
    assert (undone.made_by, undone.undone_by, undone.stands) == ("somebody", "another", False)
    assert store.candidates() == before
    assert store.duplicates.merged_into(done.left) == ()


def test_a_rotation_of_keys_between_a_merge_and_its_undoing_loses_nothing(store, two):
    before = store.candidates()
    done = merge(store)
    united = store.candidates()
    store.rotate_keys()
    assert store.candidates() == united
    assert store.load_cohort([two[1]], "thamm") == Counts(0, 0, 1)
    store.duplicates.undo(done.id, "somebody")
    assert store.candidates() == before


def test_what_was_chosen_of_the_other_record_is_taken(store, two):
    merge(store, taken=("phone", "birth_date"))
    (candidate,) = store.candidates()
    assert candidate.person == replace(two[0].person, phone="+32 000 00 00 09")
    assert candidate.status.birth_date == date(1990, 1, 2)


def test_the_old_files_change_nothing_and_bring_nobody_back(store, two):
    merge(store)
    merged = store.candidates()
    assert store.load_cohort([two[0]], "palim") == Counts(0, 0, 1)
    assert store.load_cohort([two[1]], "thamm", dry_run=True) == Counts(0, 0, 1)
    assert store.load_cohort([two[1]], "thamm") == Counts(0, 0, 1)
    assert store.candidates() == merged


def test_a_mended_file_of_either_sender_changes_the_united_record_and_survives_undoing(store, two):
    done = merge(store)
    first = replace(two[0], profile=replace(two[0].profile, occupations=("Welder",)))
    second = replace(two[1], profile=replace(two[1].profile, occupations=("Fitter",)))
    assert store.load_cohort([first], "palim") == Counts(0, 1, 0)
    assert store.load_cohort([second], "thamm") == Counts(0, 1, 0)
    (candidate,) = store.candidates()
    assert candidate.profile.occupations == ("Welder", "Fitter")
    assert store.load_cohort([first], "palim") == Counts(0, 0, 1)
    store.duplicates.undo(done.id, "somebody")
    assert store.candidates() == (replace(first, id=done.left), replace(second, id=done.right))
    assert two[1].profile.occupations in [each.profile.occupations for each in store.candidate_history("THM-1")]


def test_merges_may_stand_on_merges_and_are_undone_in_any_order(store, two, cohort):
    third = replace(two[0], key="MT-1", scheme="match", profile=ProfessionalProfile(occupations=("Lasser",)))
    store.load_cohort([third], "match")
    before = store.candidates()
    inner = merge(store, "THM-1", "MT-1")
    outer = merge(store, "PAL-00000", "THM-1")
    (candidate,) = store.candidates()
    assert candidate.profile.occupations == ("Soudeur à l'arc", "Monteur", "Lasser")
    assert len(store.duplicates.merged_into(candidate.id)) == 2
    assert store.load_cohort([third], "match") == Counts(0, 0, 1)
    store.duplicates.undo(inner.id, "somebody")
    assert [each.profile.occupations for each in store.candidates()] == [
        ("Lasser",),
        ("Soudeur à l'arc", "Monteur"),
    ]
    store.duplicates.undo(outer.id, "somebody")
    assert store.candidates() == before


def test_the_older_record_comes_first(store, two):
    named = ids(store)
    pair = (named["PAL-00000"], named["THM-1"])
    assert store.duplicates.older(*pair) == store.duplicates.older(*pair[::-1]) == pair


def test_identities_are_read_without_profiles(store, two):
    held = {identity.scheme: identity for identity in store.duplicates.identities()}
    assert (held["thamm"].name, held["thamm"].birth_date) == ("Nom Autre", date(1990, 1, 2))
    assert store.duplicates.identities("palim") == (held["palim"],)


@pytest.mark.parametrize(
    ("taken", "same", "message"),
    [(("shoe",), False, "'shoe' is no field that can be taken: choose from name"), ((), True, "is one record")],
)
def test_a_merge_that_cannot_be_made_changes_nothing(store, two, taken, same, message):
    before = store.candidates()
    with pytest.raises(UsageError, match=message):
        merge(store, other="PAL-00000" if same else "THM-1", taken=taken)
    assert store.candidates() == before
    assert store.duplicates.decisions() == ()


def test_records_kept_apart_are_not_merged_until_that_is_taken_back(store, two):
    named = ids(store)
    apart = store.duplicates.keep_both(DuplicateDecision("keep_both", named["THM-1"], named["PAL-00000"], "somebody"))
    with pytest.raises(UsageError, match=f"undo {apart.id[:8]}"):
        merge(store)
    store.duplicates.undo(apart.id, "somebody")
    merge(store)
    with pytest.raises(UsageError, match="undone already"):
        store.duplicates.undo(apart.id, "somebody")
    assert [decision.stands for decision in store.duplicates.decisions()] == [False, True]


def test_an_unknown_decision_names_the_latest(store, two):
    with pytest.raises(NotFoundError, match="none was made yet"):
        store.duplicates.undo("abcdef", "somebody")
    done = merge(store)
    with pytest.raises(NotFoundError, match=done.id[:8]):
        store.duplicates.undo("abcdef", "somebody")


def test_deleting_the_records_leaves_nothing_of_a_merge(store, two):
    done = merge(store)
    gone = (done.left, *store.duplicates.merged_into(done.left))
    with writing(store._desk.engine) as connection:
        connection.execute(delete(CANDIDATES).where(CANDIDATES.c.id.in_(gone)))
    with reading(store._desk.engine) as connection:
        tables = [table.name for table in METADATA.sorted_tables if table not in (IDENTITY_KEYS, REVISIONS)]
        for name in tables:
            assert connection.execute(text(f"SELECT count(*) FROM {name}")).scalar() == 0, name
