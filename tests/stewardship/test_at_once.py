"""An engine that runs on, with everybody held ready, obeys at once what another process writes."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.engine import Matcher
from matcher.filters import Filters
from matcher.lawful import Consent, Purpose
from matcher.loading import LoadOptions
from matcher.replaying import Outcome
from matcher.settings import Settings
from matcher.stewardship import Actor, LoadTerms
from matcher.trail import Role
from tests.deciding import decide
from tests.stewardship.conftest import HEADER, OTHERS, ROWS
from tests.stewardship.test_erasure import vacancy_file
from tests.stewardship.test_matching import ranked, shortlist


@pytest.fixture
def running(engine, cohort_file, tmp_path):
    """An engine that has ranked three people."""
    engine.load_cohort(cohort_file, "palim")
    engine.load_vacancies(vacancy_file(tmp_path))
    assert ranked(engine) == {"ST-001", "ST-002", "ST-003"}
    return engine


@pytest.fixture
def other(running, url, home, linkers):
    """Another engine over the same home and database."""
    matcher = Matcher(Settings(home=home, database_url=url, encoder="embedded", actor="Bob"))
    matcher.__dict__["linkers"] = linkers
    yield matcher
    matcher.store.close()


def test_an_objection_a_withdrawal_and_an_erasure_act_on_the_next_ranking(running, other):
    ids = {person.key: person.id for person in other.store.candidates()}
    other.steward.object(ids["ST-001"])
    assert ranked(running) == {"ST-002", "ST-003"}
    other.steward.give_consent(ids["ST-002"], Purpose.MATCHING, Consent(date(2020, 1, 1), "form"))
    assert ranked(running) == {"ST-002", "ST-003"}
    other.steward.withdraw_consent(ids["ST-002"], Purpose.MATCHING, date.today())
    assert ranked(running) == {"ST-003"}
    assert running.count_candidates(Filters()) == 1
    other.erase([ids["ST-003"]])
    assert ranked(running) == set()
    assert ids["ST-003"] not in running.candidate_names()


def test_who_was_erased_is_held_ready_no_more(running):
    gone = running.store.candidate_id("ST-001")
    running.erase([gone])
    held = [one for ready in running._ranker._ready._ready for one in ready.profiles]
    assert {one.id for one in held} == {one.id for one in running.store.profiles()}
    assert gone not in running._pool_records._marks
    assert ranked(running) == {"ST-002", "ST-003"}


def test_a_new_person_is_ranked_as_if_all_were_made_ready_anew(running, other, tmp_path, url, home, linkers):
    file = tmp_path / "more.csv"
    file.write_text("\n".join([HEADER, ROWS, *OTHERS, OTHERS[0].replace("ST-002", "ST-009")]), encoding="utf-8")
    other.load_cohort(file, "palim")
    fresh = Matcher(Settings(home=home, database_url=url, encoder="embedded", actor="Cas"))
    fresh.__dict__["linkers"] = linkers
    scores = [[(m.candidate_id, pytest.approx(m.score, abs=1e-6)) for m in shortlist(fresh).matches]]
    assert [[(m.candidate_id, m.score) for m in shortlist(running).matches]] == scores
    assert len(scores[0]) == 4
    fresh.store.close()


def test_a_link_that_somebody_confirms_counts_at_once(running, other):
    before = {match.candidate_id: match.score for match in shortlist(running, vacancy="V-1").matches}
    welder = running.store.candidate_id("ST-003")
    (php, *_) = (link.uri for link in other.profile_links(other.store.held([welder])[welder].profile)[1])
    decide(other.store, "PHP", "skill", php)
    after = {match.candidate_id: match.score for match in shortlist(running, vacancy="V-1").matches}
    assert after != before


def test_rankings_of_those_who_see_less_come_out_the_same_again(running):
    shortlist_of_all = shortlist(running)
    nobody = running.acting_as(Actor("Dee", Role.RECRUITER, frozenset({"thamm"})))
    assert shortlist(nobody).matches == ()
    everybody = running.acting_as(Actor("Eli", Role.RECRUITER, frozenset({"palim"})))
    again = shortlist(everybody)
    assert again.matches == shortlist_of_all.matches
    assert [running.replay(made.ranking_id).outcome for made in (shortlist_of_all, again)] == [Outcome.IDENTICAL] * 2


def test_people_held_for_another_purpose_are_not_counted(running, tmp_path):
    file = tmp_path / "study.csv"
    file.write_text("\n".join([HEADER, OTHERS[1].replace("ST-003", "ST-050")]), encoding="utf-8")
    running.load_cohort(file, "thamm", LoadOptions(terms=LoadTerms(purpose="research")))
    assert running.count_candidates(Filters()) == 3
    assert running.shortlists.facets(Filters(), lambda *_: None).schemes == {"palim": 3}
