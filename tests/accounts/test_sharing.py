"""What is shared with an organisation is what its recruiters see, and nothing else is there for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.accounts import Position, Sharing, actor_of
from matcher.engine import Matcher
from matcher.errors import NotFoundError, RefusedError
from matcher.offices import RecruitingOffice
from matcher.settings import Settings
from matcher.stewardship import Actor
from matcher.store.held_accounts import ShareKind
from matcher.trail import Role
from tests.accounts.conftest import ADMIN, PASSWORD

COHORT = "Ref;Nom;Métier;Compétences\nA1;Jan Janssens;Lasser;MIG lassen\nA2;Piet Pieters;Bakker;brood bakken\n"
VACANCIES = "reference,title,essential_skills\nV1,Lasser,MIG lassen\nV2,Bakker,brood bakken\n"


@pytest.fixture
def engine(url, home, tmp_path: Path):
    """Two candidates in each of two schemes, and two vacancies."""
    matcher = Matcher(Settings(home=home, database_url=url, encoder="embedded"))
    cohort, vacancies = tmp_path / "cohort.csv", tmp_path / "vacancies.csv"
    cohort.write_text(COHORT, encoding="utf-8")
    vacancies.write_text(VACANCIES, encoding="utf-8")
    matcher.load_cohort(cohort, "palim")
    cohort.write_text(COHORT.replace("A1", "B1").replace("A2", "B2").replace("Jan", "Els"), encoding="utf-8")
    matcher.load_cohort(cohort, "thamm")
    matcher.load_vacancies(vacancies)
    yield matcher
    matcher.store.close()


@pytest.fixture
def recruiter(directory):
    directory.add_organisation("De Gist")
    directory.add_organisation("Elsewhere")
    return actor_of(directory.add("rik", Position("recruiter", organisation="De Gist"), PASSWORD))


def seen(engine, actor):
    """The references of the candidates and vacancies there are for somebody."""
    office = RecruitingOffice(engine, actor)
    candidates = {engine.store.candidate(held.id).key for held in office.profiles()}
    return candidates, {vacancy.key for vacancy in office.vacancies()}


@pytest.mark.parametrize(
    ("shared", "candidates", "vacancies"),
    [
        ([], set(), set()),
        ([(ShareKind.CANDIDATE, "A2")], {"A2"}, set()),
        ([(ShareKind.SCHEME, "thamm")], {"B1", "B2"}, set()),
        ([(ShareKind.SCHEME, "thamm"), (ShareKind.CANDIDATE, "A1")], {"A1", "B1", "B2"}, set()),
        ([(ShareKind.VACANCY, "V1")], set(), {"V1"}),
    ],
)
def test_a_recruiter_sees_what_is_shared_with_their_organisation(engine, recruiter, shared, candidates, vacancies):
    sharing = Sharing(engine.store, ADMIN)
    sharing.share(ShareKind.SCHEME, "palim", "Elsewhere")
    sharing.share(ShareKind.VACANCY, "V2", "Elsewhere")
    for kind, subject in shared:
        assert sharing.share(kind, subject, "De Gist")
        assert not sharing.share(kind, subject, "De Gist")
    assert seen(engine, recruiter) == (candidates, vacancies)
    for kind, subject in shared:
        assert sharing.unshare(kind, subject, "De Gist")
        assert not sharing.unshare(kind, subject, "De Gist")
    assert seen(engine, recruiter) == (set(), set())


def test_rankings_hold_nobody_out_of_reach(engine, recruiter):
    Sharing(engine.store, ADMIN).share(ShareKind.CANDIDATE, "A2", "De Gist")
    theirs = engine.acting_as(recruiter)
    (match,) = theirs.match_vacancy(engine.store.vacancy("V1"), 10)
    assert match.candidate_id == engine.store.candidate_id("A2")
    assert theirs.match_candidate(match.candidate_id, 10) == []
    with pytest.raises(NotFoundError):
        theirs.match_candidate(engine.store.candidate_id("A1"), 10)
    assert theirs.match_all(10) == []


def test_staff_share_only_what_they_reach(engine, recruiter):
    sharing = Sharing(engine.store, Actor("Sam", Role.STAFF, frozenset({"palim"})))
    assert sharing.share(ShareKind.CANDIDATE, "A1", "De Gist")
    for kind, subject in ((ShareKind.CANDIDATE, "B1"), (ShareKind.SCHEME, "thamm")):
        with pytest.raises(RefusedError, match="out of their reach"):
            sharing.share(kind, subject, "De Gist")
    Sharing(engine.store, ADMIN).share(ShareKind.CANDIDATE, "B1", "De Gist")
    assert [share.subject for share in sharing.shares()] == [engine.store.candidate_id("A1")]
    with pytest.raises(RefusedError, match="may not share"):
        Sharing(engine.store, recruiter)


@pytest.mark.parametrize("role", [Role.RESEARCHER, Role.AUDITOR])
def test_who_may_see_nobody_reaches_nobody(engine, role):
    theirs = engine.acting_as(Actor("Ria", role))
    assert theirs.match_vacancy(engine.store.vacancy("V1"), 10) == []
    assert theirs.match_all(10) == []


def test_what_is_not_there_cannot_be_shared(engine, recruiter):
    sharing = Sharing(engine.store, ADMIN)
    for kind, subject, organisation in (
        (ShareKind.CANDIDATE, "nobody", "De Gist"),
        (ShareKind.VACANCY, "V9", "De Gist"),
        (ShareKind.VACANCY, "V1", "No Such"),
    ):
        with pytest.raises(NotFoundError):
            sharing.share(kind, subject, organisation)
    assert sharing.shares() == ()


def test_an_erased_person_is_shared_with_nobody_and_an_export_says_with_whom(engine, recruiter):
    sharing = Sharing(engine.store, ADMIN)
    sharing.share(ShareKind.CANDIDATE, "A1", "De Gist")
    candidate_id = engine.store.candidate_id("A1")
    assert engine.export_person(candidate_id)["shared_with"] == ["De Gist"]
    engine.erase([candidate_id])
    assert sharing.shares() == ()
