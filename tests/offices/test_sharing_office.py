"""What staff share with organisations: counted, shared and taken back within their own reach."""

from __future__ import annotations

import json

import pytest

from matcher.accounts import Directory
from matcher.engine import Matcher
from matcher.errors import NotFoundError, RefusedError
from matcher.offices import RecruitingOffice, SharingOffice
from matcher.settings import Settings
from matcher.stewardship import Actor, blind_name
from matcher.store.held_accounts import ShareKind
from matcher.trail import Role
from tests.offices.small_cohort import PALIM, RECRUITER, STAFF, THAMM, VACANCIES, small_engine

ADMIN = Actor("Root", Role.ADMIN)
CANDIDATE, SCHEME, VACANCY = ShareKind.CANDIDATE, ShareKind.SCHEME, ShareKind.VACANCY


@pytest.fixture
def engine(tmp_path):
    """The small cohort: three people of PALIM, whom STAFF reach, one of THAMM, whom they do not; two organisations."""
    engine = small_engine(tmp_path)
    directory = Directory(engine.store.accounts(), ADMIN)
    for name in ("Acme", "<b>Bakker</b>"):
        directory.add_organisation(name)
    return engine


@pytest.fixture
def office(engine):
    return SharingOffice(engine, STAFF)


@pytest.fixture
def everything(engine):
    return SharingOffice(engine, ADMIN)


def seen_by(engine, organisation: str) -> tuple[set[str], set[str]]:
    """References of the candidates and vacancies that the recruiters of an organisation see."""
    (held,) = (one for one in engine.store.accounts().organisations() if one.name == organisation)
    recruiting = RecruitingOffice(engine, Actor("rik", Role.RECRUITER, None, held.id))
    people = {engine.store.candidate(one.id).key for one in recruiting.profiles()}
    return people, {vacancy.key for vacancy in recruiting.vacancies()}


def counts(office) -> dict[str, tuple[tuple[str, ...], int, int]]:
    return {one.organisation.name: (one.schemes, one.candidates, one.vacancies) for one in office.organisations()}


@pytest.mark.parametrize("role", [Role.RECRUITER, Role.RESEARCHER, Role.AUDITOR])
def test_others_do_not_enter(engine, role):
    with pytest.raises(RefusedError, match="share"):
        SharingOffice(engine, Actor("Rik", role))


def test_what_is_shared_is_seen_and_what_is_taken_back_is_not(engine, office):
    assert seen_by(engine, "Acme") == (set(), set())
    assert office.share(SCHEME, ["palim"], "Acme") == 1
    assert office.share(SCHEME, ["palim"], "Acme") == 0
    assert office.share(VACANCY, ["V1", "V2"], "acme") == 2
    assert seen_by(engine, "Acme") == ({"P1", "P2", "P3"}, {"V1", "V2"})
    assert seen_by(engine, "<b>Bakker</b>") == (set(), set())
    assert office.unshare(VACANCY, ["V2", "V1"], "Acme") == 2
    assert office.unshare(VACANCY, ["V2"], "Acme") == 0
    assert office.share(CANDIDATE, ["P1"], "Acme") == 1
    assert office.unshare(SCHEME, ["palim"], "Acme") == 1
    assert seen_by(engine, "Acme") == ({"P1"}, set())


def test_nobody_is_counted_twice(office):
    assert counts(office) == {"<b>Bakker</b>": ((), 0, 0), "Acme": ((), 0, 0)}
    office.share(CANDIDATE, ["P1"], "Acme")
    assert counts(office)["Acme"] == ((), 1, 0)
    office.share(SCHEME, ["palim"], "Acme")
    office.share(VACANCY, ["V1"], "Acme")
    assert counts(office) == {"<b>Bakker</b>": ((), 0, 0), "Acme": (("palim",), 3, 1)}


def test_out_of_reach_nothing_is_counted_named_shared_or_taken_back(engine, office, everything):
    (beyond,) = (held.id for held in engine.store.profiles(["thamm"]))
    everything.share(SCHEME, ["thamm"], "Acme")
    everything.share(CANDIDATE, ["T1"], "Acme")
    assert counts(everything)["Acme"] == (("thamm",), 1, 0)
    assert counts(office)["Acme"] == ((), 0, 0)
    assert [scheme.name for scheme in office.schemes("Acme")] == ["palim"]
    assert office.candidates("Acme").found == 0
    for act in (office.share, office.unshare):
        for name in ("T1", beyond, blind_name(beyond)):
            with pytest.raises(NotFoundError, match="no candidate"):
                act(CANDIDATE, [name], "Acme")
        with pytest.raises(RefusedError, match="out of their reach"):
            act(SCHEME, ["thamm"], "Acme")
    assert counts(everything)["Acme"] == (("thamm",), 1, 0)


def test_schemes_are_told_with_their_candidates(office, everything):
    everything.share(SCHEME, ["thamm"], "Acme")
    assert [(one.name, one.candidates, one.shared) for one in everything.schemes("Acme")] == [
        ("palim", 3, False),
        ("thamm", 1, True),
    ]


def test_a_candidate_is_named_by_reference_number_or_id(engine, office):
    held = engine.store.candidate_id("P1")
    for name in ("P1", " P1 ", blind_name(held), held):
        assert office.share(CANDIDATE, [name], "Acme") == 1
        assert [one.id for one in office.candidates("Acme").shown] == [held]
        assert office.unshare(CANDIDATE, [name], "Acme") == 1
    assert office.candidates("Acme").found == 0


def test_a_reference_that_several_have_is_asked_for_again(engine, everything, tmp_path):
    again = tmp_path / "again.csv"
    again.write_text(THAMM.replace("T1", "P1").replace("Selam Tesfay", "Somebody Else"), encoding="utf-8")
    engine.load_cohort(again, "thamm")
    with pytest.raises(NotFoundError, match="several candidates"):
        everything.share(CANDIDATE, ["P1"], "Acme")
    assert everything.candidates("Acme").found == 0


@pytest.mark.parametrize(
    ("asked", "shared", "keys", "found"),
    [
        ("", True, ["V1"], {True: 1, False: 1}),
        ("", False, ["V2"], {True: 1, False: 1}),
        ("acme gent", True, ["V1"], {True: 1, False: 0}),
        ("acme", False, [], {True: 1, False: 0}),
        ("nothing like it", False, [], {True: 0, False: 0}),
    ],
)
def test_vacancies_are_found_by_any_word_shared_or_not(office, asked, shared, keys, found):
    office.share(VACANCY, ["V1"], "Acme")
    read = office.find_vacancies("Acme", asked, shared=shared)
    assert [vacancy.key for vacancy in read.shown] == keys
    assert read.counts == found
    assert read.ids == tuple(vacancy.id for vacancy in read.shown)


def test_nothing_of_a_batch_is_shared_where_one_name_is_wrong(office):
    for kind, names in ((CANDIDATE, ["P1", "nobody"]), (VACANCY, ["V1", "V77"])):
        with pytest.raises(NotFoundError):
            office.share(kind, names, "Acme")
    with pytest.raises(RefusedError):
        office.share(SCHEME, ["palim", "thamm"], "Acme")
    with pytest.raises(NotFoundError, match="No Such"):
        office.schemes("No Such")
    assert office.shares() == ()


def test_each_share_is_written_down_by_random_id(engine, office):
    before = len(engine.store.register().log().entries)
    office.share(CANDIDATE, ["P1"], "Acme")
    office.share(VACANCY, ["V1", "V2"], "Acme")
    office.share(VACANCY, ["V1"], "Acme")  # shared already: nothing was done
    office.unshare(CANDIDATE, ["P1"], "Acme")
    entries = engine.store.register().log().entries[before:]
    said = [(entry.actor, entry.action, json.loads(entry.detail)["step"]) for entry in entries]
    assert said == [("Ann", "sharing", "shared")] * 3 + [("Ann", "sharing", "no longer shared")]
    assert entries[0].subject == engine.store.candidate_id("P1")
    assert not any("Acme" in entry.detail or "P1" in entry.detail for entry in entries)


def test_sharing_works_on_each_kind_of_database(url, home, tmp_path):
    matcher = Matcher(Settings(home=home, database_url=url, encoder="embedded"))
    cohort, vacancies = tmp_path / "palim.csv", tmp_path / "vacancies.csv"
    cohort.write_text(PALIM, encoding="utf-8")
    vacancies.write_text(VACANCIES, encoding="utf-8")
    matcher.load_cohort(cohort, "palim")
    matcher.load_vacancies(vacancies)
    Directory(matcher.store.accounts(), ADMIN).add_organisation("Acme")
    office = SharingOffice(matcher, STAFF)
    office.share(SCHEME, ["palim"], "Acme")
    office.share(CANDIDATE, ["P2"], "Acme")
    office.share(VACANCY, ["V2"], "Acme")
    assert counts(office) == {"Acme": (("palim",), 3, 1)}
    assert seen_by(matcher, "Acme") == ({"P1", "P2", "P3"}, {"V2"})
    matcher.store.close()


def test_a_recruiter_without_an_organisation_is_not_staff(engine):
    with pytest.raises(RefusedError):
        SharingOffice(engine, RECRUITER)
