"""One person of two records that were merged: what either says of their rights counts, and both go together."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from matcher.engine import Matcher
from matcher.errors import NotFoundError, RefusedError, RefusedRecordError
from matcher.lawful import Consent, Purpose
from matcher.loading import LoadOptions
from matcher.preparation import silent
from matcher.ranking import RankingRequest
from matcher.settings import Settings
from matcher.stewardship import LoadTerms
from matcher.store import DuplicateDecision, Store
from matcher.trail import Role
from tests.stewardship.conftest import HEADER
from tests.stewardship.test_erasure import places, rows, vacancy_file

GONE = ("Yousra", "yousra.b@example.org", "TH-9", "ST-001", "Zellige", "Ghizlane", "Nouzha", "1996-04-12")


@pytest.fixture
def other_file(tmp_path):
    """The same person as a second scheme knows her."""
    path = tmp_path / "other.csv"
    row = "TH-9;Yousra Benkirane Ozil;12/04/1996;yousra.b@example.org;;Développeuse;PHP;;par Nouzha"
    path.write_text(f"{HEADER}\n{row}\n", encoding="utf-8")
    return path


@pytest.fixture
def merged(engine, cohort_file, other_file, tmp_path) -> tuple[Matcher, DuplicateDecision]:
    """An engine with three people, the first of them merged from two records."""
    engine.load_cohort(cohort_file, "palim")
    engine.load_cohort(other_file, "thamm")
    engine.load_vacancies(vacancy_file(tmp_path))
    return engine, engine.duplicates.merge("ST-001", "TH-9").decision


def ranked(engine: Matcher) -> set[str]:
    found = engine.shortlists.for_vacancy(engine.store.vacancy("V-1"), RankingRequest(10), None, silent)
    return {match.candidate_id for match in found.matches}


def test_an_objection_on_the_record_merged_away_counts_until_they_are_parted(engine, cohort_file, other_file, tmp_path):
    engine.load_cohort(cohort_file, "palim")
    engine.load_cohort(other_file, "thamm")
    engine.load_vacancies(vacancy_file(tmp_path))
    engine.steward.object(engine.store.candidate_id("TH-9"))
    kept = engine.store.candidate_id("ST-001")
    assert kept in ranked(engine)
    decision = engine.duplicates.merge("ST-001", "TH-9").decision
    assert kept not in ranked(engine)
    with pytest.raises(RefusedError, match="an objection"):
        engine.match_candidate(kept, 3)
    assert engine.export_person(kept)["objects_to_ranking_since"] == str(date.today())
    engine.duplicates.undo(decision.id)
    assert kept in ranked(engine)
    assert decision.right not in ranked(engine)


def test_a_consent_withdrawn_on_the_record_merged_away_counts_until_a_later_one(merged):
    engine, decision = merged
    engine.duplicates.undo(decision.id)
    yesterday = date.today() - timedelta(days=1)
    engine.steward.give_consent(decision.right, Purpose.MATCHING, Consent(yesterday - timedelta(days=9), "form"))
    engine.steward.withdraw_consent(decision.right, Purpose.MATCHING, yesterday)
    engine.duplicates.merge(decision.left, decision.right)
    assert decision.left not in ranked(engine)
    engine.steward.give_consent(decision.left, Purpose.MATCHING, Consent(date.today(), "form"))
    assert decision.left in ranked(engine)


def test_the_reference_of_either_record_names_the_person(merged):
    engine, decision = merged
    names = ("ST-001", "TH-9", decision.left, decision.right, decision.right[:8])
    assert {engine.store.candidate_id(name) for name in names} == {decision.left}


def test_two_records_with_one_reference_are_one_person_once_merged(engine, cohort_file):
    for scheme in ("palim", "thamm"):
        engine.load_cohort(cohort_file, scheme)
    with pytest.raises(NotFoundError, match="more than one candidate"):
        engine.store.candidate_id("ST-001")
    pair = [item.id for item in engine.store.candidates() if item.key == "ST-001"]
    decision = engine.duplicates.merge(*pair).decision
    assert engine.store.candidate_id("ST-001") == decision.left


def test_decisions_stand_in_the_audit_log_by_who_made_them(merged):
    engine, decision = merged
    engine.duplicates.undo(decision.id)
    engine.duplicates.keep_both("ST-002", "ST-003")
    told = [entry for entry in engine.steward.audit.entries() if entry.action == "duplicates"]
    steps = [(json.loads(entry.detail)["about"], json.loads(entry.detail)["step"]) for entry in told]
    assert steps == [("merge", "made"), ("merge", "undone"), ("keep_both", "made")]
    assert {entry.actor for entry in told} == {made.made_by for made in engine.store.duplicates.decisions()} == {"Ann"}
    assert told[0].subject == decision.left
    assert engine.steward.audit.verify().faults == ()


@pytest.mark.parametrize("role", list(Role))
def test_only_staff_and_admin_see_and_decide_about_duplicates(merged, role):
    engine, decision = merged
    settings = engine.settings.model_copy(update={"role": role.value})
    other = Matcher(settings)
    acts = (other.duplicates.pairs, lambda: other.duplicates.undo(decision.id))
    for act in acts:
        if role in (Role.ADMIN, Role.STAFF):
            act()
        else:
            with pytest.raises(RefusedError, match="see or decide about duplicates"):
                act()
    other.store.close()


def test_the_export_holds_both_records_and_what_was_decided(merged):
    engine, decision = merged
    content = engine.export_person(engine.store.candidate_id("TH-9"))
    assert content["id"] == decision.left
    assert content["merged_ids"] == [decision.right]
    assert {version["reference"] for version in content["history"]} == {"ST-001", "TH-9"}
    assert [item["value"] for item in content["other_columns"]] == ["à rappeler par sa sœur Ghizlane", "par Nouzha"]
    assert [(item["decision"], item["stands"]) for item in content["duplicates"]] == [("merge", True)]
    assert len(content["lawful_bases"]) == 2


def test_what_two_people_lent_each_other_goes_when_they_are_parted(merged, cohort_file):
    engine, decision = merged
    changed = cohort_file.read_text(encoding="utf-8").replace("développeuse web chez", "développeuse front chez")
    cohort_file.write_text(changed, encoding="utf-8")
    assert engine.load_cohort(cohort_file, "palim").updated == 1
    engine.loader.edit_person("ST-001", {"phone": "+32 000 99 99 99"}, LoadOptions(), silent)
    engine.duplicates.undo(decision.id)
    assert "Nouzha" not in json.dumps(engine.export_person(decision.left), ensure_ascii=False)
    assert "Ghizlane" not in json.dumps(engine.export_person(decision.right), ensure_ascii=False)
    assert engine.store.candidate("ST-001").person.phone == "+32 000 99 99 99"
    engine.erase([decision.right])
    assert "Nouzha" not in rows(engine.store)


def test_a_reload_of_either_file_says_that_nothing_changed(merged, cohort_file, other_file):
    engine, _ = merged
    for path, scheme in ((cohort_file, "palim"), (other_file, "thamm")):
        report = engine.load_cohort(path, scheme)
        assert (report.unchanged, report.likely_duplicates) == (report.read, 0)
        assert {row.fate for row in report.rows} == {"unchanged"}


def test_erasing_takes_both_records_and_a_rotation_after_it_leaves_the_others_readable(merged, cohort_file, other_file):
    engine, decision = merged
    engine.match_candidate(decision.left, 2)
    erased = engine.erase([engine.store.candidate_id("TH-9")])
    assert (erased.candidate_ids, erased.merged, erased.past_versions) == ((decision.left,), 1, 1)
    assert [word for word in (*GONE, "Nouzha") if word in rows(engine.store)] == []
    assert places(engine.settings.home, GONE) == {}
    assert engine.store.duplicates.decisions() == ()
    for path, scheme, refused in ((cohort_file, "palim", "ST-001"), (other_file, "thamm", "TH-9")):
        report = engine.load_cohort(path, scheme)
        assert [problem.value for problem in report.problems if "erased" in problem.problem] == [refused]
        assert report.created == 0
    key = engine.store.rotate_keys()
    engine.store.close()
    with Store.open(engine.settings.store_url) as reopened:
        assert reopened.key_status().in_use == key
    settings = Settings(home=engine.settings.home, database_url=engine.settings.database_url, encoder="embedded")
    again = Matcher(settings)
    again.__dict__["linkers"] = engine.linkers
    assert again.export_person(again.store.candidate_id("ST-002"))["person"]["name"] == "Moussa Diarra"
    assert again.load_cohort(cohort_file, "palim").rejected == 1
    assert again.steward.audit.verify().faults == ()
    again.store.close()


def test_retention_counts_from_the_latest_change_of_either_record(merged):
    engine, decision = merged
    old, older = (date.today() - timedelta(days=years * 366) for years in (3, 4))
    with engine.store._desk.engine.begin() as connection:
        query = text("UPDATE candidates SET changed_on = :day WHERE id = :id")
        connection.execute(query, {"day": older, "id": decision.left})
    assert engine.steward.due(date.today()) == ()
    with engine.store._desk.engine.begin() as connection:
        connection.execute(query, {"day": old, "id": decision.right})
    assert [(due.candidate_id, due.changed_on) for due in engine.steward.due(date.today())] == [(decision.left, old)]


def test_an_erased_person_is_not_entered_again_by_hand_unnoticed(merged):
    engine, decision = merged
    engine.erase([decision.left])
    values = {"name": "Benkirane Ozil Yousra", "birth_date": "12/04/1996", "skills": "PHP"}
    with pytest.raises(RefusedRecordError, match="this person was erased on"):
        engine.loader.add_person("thamm", values, LoadOptions(), silent)
    options = LoadOptions(terms=LoadTerms(readmit=("NEW-1",)))
    assert engine.loader.add_person("thamm", values | {"key": "NEW-1"}, options, silent).created == 1
