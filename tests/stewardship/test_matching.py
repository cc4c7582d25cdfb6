"""Only those with a valid basis are ranked; who is left out is counted, and every ranking can be repeated."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from matcher.errors import NotFoundError, RefusedError, UsageError
from matcher.lawful import Basis, Consent, Exclusion, HeldBasis, Purpose
from matcher.loading import LoadOptions
from matcher.preparation import silent
from matcher.ranking import RankingRequest
from matcher.records import Candidate
from matcher.replaying import Outcome
from matcher.stewardship import LoadTerms
from tests.deciding import decide
from tests.stewardship.conftest import HEADER, ROWS
from tests.stewardship.test_erasure import vacancy_file

TODAY = date.today()
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.fixture
def loaded(engine, cohort_file, tmp_path):
    """An engine with three people and two vacancies."""
    engine.load_cohort(cohort_file, "palim")
    engine.load_vacancies(vacancy_file(tmp_path))
    return engine


def shortlist(engine, as_of=None, vacancy="V-1"):
    return engine.shortlists.for_vacancy(engine.store.vacancy(vacancy), RankingRequest(10), as_of, silent)


def person(engine, key="ST-001") -> Candidate:
    return engine.store.candidate(key)


def ranked(engine, as_of=None) -> set[str]:
    keys = {item.id: item.key for item in engine.store.candidates()}
    return {keys[match.candidate_id] for match in shortlist(engine, as_of).matches}


def test_the_scheme_says_under_what_a_cohort_is_held_where_nobody_else_does(loaded):
    assert loaded.steward.register.bases(person(loaded).id) == (
        HeldBasis(Basis.PUBLIC_TASK, Purpose.MATCHING, assumed=True),
    )
    assert ranked(loaded) == {"ST-001", "ST-002", "ST-003"}
    assert shortlist(loaded).left_out == {}


@pytest.mark.parametrize(
    ("consent", "as_of", "reason"),
    [
        (Consent(TODAY, "form"), None, None),
        (Consent(YESTERDAY, "form", expires_on=TODAY), None, Exclusion.EXPIRED),
        (Consent(YESTERDAY, "form", expires_on=TOMORROW), None, None),
        (Consent(YESTERDAY, "form", expires_on=TOMORROW), TOMORROW, Exclusion.EXPIRED),
        # Asking about a day on which the consent still counted does not bring the person back.
        (Consent(date(2020, 1, 1), "form", expires_on=YESTERDAY), date(2021, 1, 1), Exclusion.EXPIRED),
        (Consent(TOMORROW, "form"), None, Exclusion.NOT_YET),
        (Consent(YESTERDAY, "form"), date(2020, 1, 1), Exclusion.NOT_YET),
    ],
)
def test_under_consent_only_those_whose_consent_counts_are_ranked(loaded, consent, as_of, reason):
    loaded.steward.give_consent(person(loaded).id, Purpose.MATCHING, consent)
    found = shortlist(loaded, as_of)
    assert found.left_out == ({reason: 1} if reason else {})
    assert (person(loaded).id in {match.candidate_id for match in found.matches}) is (reason is None)


def test_a_withdrawal_takes_effect_the_same_day_and_no_reload_undoes_it(loaded, cohort_file):
    someone = person(loaded)
    loaded.steward.give_consent(someone.id, Purpose.MATCHING, Consent(YESTERDAY, "form"))
    loaded.steward.withdraw_consent(someone.id, Purpose.MATCHING, TODAY)
    assert ranked(loaded) == {"ST-002", "ST-003"}
    for terms in (LoadTerms(), LoadTerms("public_task"), LoadTerms("consent"), LoadTerms("contract", "matching")):
        loaded.load_cohort(cohort_file, "palim", LoadOptions(terms=terms))
        assert "ST-001" not in ranked(loaded)
    with pytest.raises(UsageError, match="withdrew consent"):
        loaded.steward.give_consent(someone.id, Purpose.MATCHING, Consent(TODAY, "form"))


def test_what_rests_on_no_consent_has_none_to_withdraw(loaded):
    with pytest.raises(UsageError, match="rests on public task, not on consent"):
        loaded.steward.withdraw_consent(person(loaded).id, Purpose.MATCHING, TODAY)
    with pytest.raises(UsageError, match="has no basis, not on consent"):
        loaded.steward.withdraw_consent(person(loaded).id, Purpose.RESEARCH, TODAY)


def test_an_objection_takes_somebody_out_of_every_ranking_until_it_is_lifted(loaded):
    someone = person(loaded)
    loaded.steward.object(someone.id)
    assert shortlist(loaded).left_out == {Exclusion.OBJECTED: 1}
    assert ranked(loaded) == {"ST-002", "ST-003"}
    assert all(match.candidate_id != someone.id for _, some in loaded.match_all(5) for match in some)
    with pytest.raises(RefusedError, match="is not matched with vacancies: there is an objection"):
        loaded.match_candidate(someone.id, 3)
    assert loaded.steward.lift_objection(someone.id)
    assert not loaded.steward.lift_objection(someone.id)
    assert ranked(loaded) == {"ST-001", "ST-002", "ST-003"}


def test_somebody_loaded_for_research_is_not_matched(engine, cohort_file, tmp_path):
    engine.load_vacancies(vacancy_file(tmp_path))
    engine.load_cohort(cohort_file, "palim", LoadOptions(terms=LoadTerms(purpose="research")))
    assert shortlist(engine).left_out == {Exclusion.NO_BASIS: 3}
    engine.load_cohort(cohort_file, "palim")
    assert {held.purpose for held in engine.steward.register.bases(person(engine).id)} == {"matching", "research"}
    assert ranked(engine) == {"ST-001", "ST-002", "ST-003"}


def test_consents_of_the_file_are_kept_by_person(engine, tmp_path):
    engine.load_vacancies(vacancy_file(tmp_path))
    path = tmp_path / "consents.csv"
    rows = (f"{ROWS.replace('ST-001', key)};{given}" for key, given in (("A-1", "01/02/2026"), ("A-2", "oui")))
    path.write_text("\n".join([f"{HEADER};Date du consentement", *rows]).replace("12/04/1996", "", 1), encoding="utf-8")
    report = engine.load_cohort(path, "palim", LoadOptions(terms=LoadTerms("consent")))
    assert report.accepted == 2
    assert [problem.row for problem in report.problems if "consent was given" in problem.problem] == [3]
    assert ranked(engine) == {"A-1"}
    assert shortlist(engine).left_out == {Exclusion.NO_CONSENT: 1}


def test_a_file_that_states_consents_under_another_basis_is_pointed_out(engine, tmp_path):
    path = tmp_path / "consents.csv"
    path.write_text(f"{HEADER};Consentement retiré le\n{ROWS};01/02/2026\n", encoding="utf-8")
    engine.load_vacancies(vacancy_file(tmp_path))
    report = engine.load_cohort(path, "palim")
    assert any(
        "states consents, but it was loaded under the basis public task" in item.problem for item in report.problems
    )
    assert shortlist(engine).left_out == {Exclusion.WITHDRAWN: 1}


@pytest.mark.parametrize(("basis", "purpose"), [("legitimate", ""), ("", "fun")])
def test_a_word_that_is_no_basis_or_purpose_is_refused(engine, cohort_file, basis, purpose):
    with pytest.raises(UsageError, match="choose one of"):
        engine.load_cohort(cohort_file, "palim", LoadOptions(terms=LoadTerms(basis, purpose)))
    assert engine.store.counts().candidates == ()


def test_the_count_of_who_may_be_ranked_leaves_out_the_same(loaded):
    from matcher.filters import Filters

    loaded.steward.object(person(loaded).id)
    assert loaded.count_candidates(Filters()) == 2


# --- the record of a ranking


def test_a_ranking_comes_out_the_same_again(loaded):
    made = shortlist(loaded)
    again = loaded.replay(made.ranking_id[:10])
    assert again.outcome is Outcome.IDENTICAL
    loaded.match_all(2)
    loaded.match_candidate(person(loaded).id, 2)
    for entry in loaded.steward.audit.entries(action="ranking"):
        assert loaded.replay(entry.subject).outcome is Outcome.IDENTICAL


def test_no_word_of_anybody_stands_in_the_log(loaded):
    shortlist(loaded)
    loaded.match_candidate(person(loaded).id, 2)
    log = repr(loaded.steward.audit.entries())
    for someone in loaded.store.candidates():
        words = (someone.key, someone.person.name, someone.person.email, *someone.profile.occupations, "cohort.csv")
        assert [word for word in words if word in log] == []


def test_a_profile_that_changed_since_is_taken_from_the_history(loaded, cohort_file):
    made = shortlist(loaded)
    text_before = cohort_file.read_text(encoding="utf-8")
    cohort_file.write_text(text_before.replace("PHP, MySQL, sites", "couture, sites"), encoding="utf-8")
    assert loaded.load_cohort(cohort_file, "palim").updated == 1
    now = {match.candidate_id: match.score for match in shortlist(loaded).matches}
    assert now[person(loaded).id] != pytest.approx({m.candidate_id: m.score for m in made.matches}[person(loaded).id])
    again = loaded.replay(made.ranking_id)
    assert (again.outcome, again.changed, again.differences) == (Outcome.IDENTICAL, (), ())


def test_after_an_erasure_the_replay_says_who_is_missing(loaded):
    gone = person(loaded).id
    made = {"vacancy": shortlist(loaded).ranking_id}
    loaded.match_candidate(gone, 2)
    loaded.match_all(3)
    loaded.erase([gone])
    for entry in loaded.steward.audit.entries(action="ranking"):
        again = loaded.replay(entry.subject)
        assert again.missing == (gone,)
        assert again.outcome is Outcome.IDENTICAL_BUT_MISSING
    assert loaded.replay(made["vacancy"]).tampered == ()


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE ranking_places SET score = score + 0.01 WHERE place = 1", "the score on place 1"),
        ("UPDATE ranking_places SET score = score + 0.01, mark = 'x' WHERE place = 2", "places"),
        ("DELETE FROM ranking_places WHERE place = 3", "places"),
        ("DELETE FROM ranking_pools WHERE number = 1", "pool"),
        ("UPDATE ranking_pools SET mark = 'x' WHERE number = 1", "pool"),
        ('UPDATE rankings SET terms = \'{"k": 1, "filters": {}}\'', "terms"),
        ("DELETE FROM audit_log", "its entry in the audit log"),
    ],
)
def test_a_record_that_was_changed_does_not_fit_the_log(loaded, statement, named):
    made = shortlist(loaded)
    with loaded.store._desk.engine.begin() as connection:
        connection.exec_driver_sql(statement)
    again = loaded.replay(made.ranking_id)
    assert named in again.tampered
    assert again.outcome is Outcome.DIFFERS


def test_a_score_that_comes_out_otherwise_is_named_with_the_term_that_changed(loaded):
    made = shortlist(loaded)
    decide(loaded.store, "PHP", "skill", "http://example.org/another")
    again = loaded.replay(made.ranking_id)
    assert [name for name, _, _ in again.terms] == ["confirmed_links"]
    assert again.outcome is Outcome.DIFFERS
    assert "place 1 was" in again.differences[0]


def test_a_ranking_that_is_not_there(loaded):
    with pytest.raises(NotFoundError, match="audit show --action ranking"):
        loaded.replay("nothing")


def test_old_rankings_go_with_the_entries_that_tell_of_them(loaded):
    old, new = shortlist(loaded), shortlist(loaded, vacancy="V-2")
    with loaded.store._desk.engine.begin() as connection:
        connection.execute(text("UPDATE rankings SET at = '2020-01-01' WHERE id = :id"), {"id": old.ranking_id})
    loaded.steward.register.prune(date(2021, 1, 1), replace(loaded.steward.loads._audit.note("pruning", "x", "y")))
    with pytest.raises(NotFoundError):
        loaded.replay(old.ranking_id)
    assert loaded.replay(new.ranking_id).outcome is Outcome.IDENTICAL


# --- access


def test_an_export_holds_everything_of_the_person_and_nothing_of_others(loaded, cohort_file):
    cohort_file.write_text(cohort_file.read_text(encoding="utf-8").replace("MySQL", "MariaDB"), encoding="utf-8")
    loaded.load_cohort(cohort_file, "palim")
    someone = person(loaded)
    loaded.steward.give_consent(someone.id, Purpose.MATCHING, Consent(YESTERDAY, "formulaire", TOMORROW))
    made = shortlist(loaded)
    content = loaded.export_person(someone.id)
    assert content["person"]["email"] == "yousra.benkirane@example.org"
    assert content["legal_status"]["birth_date"] == "1996-04-12"
    assert content["other_columns"] == [{"column": "Remarque", "value": "à rappeler par sa sœur Ghizlane"}]
    assert "Zellige" in repr(content["profile_as_stated"])
    assert [version["profile_as_stated"]["skills"][1]["text"] for version in content["history"]] == ["MySQL"]
    (basis,) = content["lawful_bases"]
    assert basis["consent"]["given_how"] == "formulaire"
    assert basis["consent"]["expires_on"] == TOMORROW.isoformat()
    assert [line["ranking_id"] for line in content["rankings"]] == [made.ranking_id]
    assert [entry["action"] for entry in content["audit"]] == ["consent", "export"]
    assert {link["text"] for link in content["links"]} >= {"PHP", "MariaDB"}
    others = ("Moussa", "Selam", "diarra", "ST-002", "ST-003", "Ann", *(i.id for i in loaded.store.candidates()[1:]))
    assert [word for word in others if word in repr(content)] == []
