"""People's rights in the hands of project staff: what is recorded, given out and erased."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from matcher.errors import NotFoundError, RefusedError, UsageError
from matcher.lawful import Basis, Exclusion
from matcher.offices import RightsOffice
from matcher.stewardship import blind_name
from tests.offices.small_cohort import RECRUITER, STAFF, small_engine

TODAY = date.today()


@pytest.fixture
def engine(tmp_path):
    return small_engine(tmp_path)


@pytest.fixture
def office(engine):
    return RightsOffice(engine, STAFF)


@pytest.fixture
def person(engine):
    return engine.store.candidate_id("P1")


def acts(engine, subject) -> list[str]:
    return [entry.action for entry in engine.steward.register.log(subject=subject).entries]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("yousra", ["Yousra Bénkirane-Özil"]),
        ("benkirane", ["Yousra Bénkirane-Özil", "Youssra Benkirane-Ozil"]),
        ("OZIL you", ["Yousra Bénkirane-Özil", "Youssra Benkirane-Ozil"]),
        ("P2", ["Moussa Diarra"]),
        ("diarra moussa", ["Moussa Diarra"]),
        ("d", []),
        ("  ", []),
        ("zzz", []),
        ("selam", []),  # of another scheme
        ("T1", []),
    ],
)
def test_people_within_reach_are_found_by_name_or_reference(office, asked, names):
    assert sorted(found.name for found in office.search(asked).shown) == names


def test_people_are_found_by_their_number_and_who_searched_is_written_down(office, engine, person):
    assert [found.id for found in office.search(blind_name(person)).shown] == [person]
    office.search("yousra")
    entries = engine.steward.register.log(subject="candidates").entries
    assert [entry.action for entry in entries] == ["view"]  # one view, however often a page is drawn
    assert "ousra" not in repr(entries)


def test_recruiters_do_not_enter(engine):
    with pytest.raises(RefusedError):
        RightsOffice(engine, RECRUITER)


def test_nobody_out_of_reach_can_be_looked_at_or_changed(office, engine):
    other = engine.store.candidate_id("T1")
    tries = (
        lambda: office.who(other),
        lambda: office.standing(other),
        lambda: office.give_consent(other, "matching", "form", TODAY),
        lambda: office.withdraw_consent(other, "matching", TODAY),
        lambda: office.object(other),
        lambda: office.lift_objection(other),
        lambda: office.export(other),
        lambda: office.erase(other, blind_name(other)),
        lambda: office.notice("palim", "fr", "", other),
        lambda: office.notice("thamm", "fr"),
        lambda: office.best_vacancies(other, 1),
        lambda: office.explanation(other, "V1", "fr"),
    )
    for act in tries:
        with pytest.raises(NotFoundError):
            act()
    assert acts(engine, other) == []


def test_consent_is_given_and_withdrawn(office, engine, person):
    office.give_consent(person, "matching", " signed form ", TODAY - timedelta(days=9), TODAY + timedelta(days=300))
    (held,) = office.standing(person).bases
    assert (held.basis, held.consent.given_how) == (Basis.CONSENT, "signed form")
    assert office.standing(person).exclusion is None
    office.withdraw_consent(person, "matching", TODAY)
    assert office.standing(person).exclusion is Exclusion.WITHDRAWN
    assert acts(engine, person) == ["consent", "consent"]


@pytest.mark.parametrize(
    ("how", "on", "expires", "said"),
    [
        ("  ", TODAY, None, "how the consent was given"),
        ("form", TODAY + timedelta(days=1), None, "has not come"),
        ("form", TODAY, TODAY, "choose a later day"),
    ],
)
def test_a_consent_that_proves_nothing_is_refused(office, person, how, on, expires, said):
    with pytest.raises(UsageError, match=said):
        office.give_consent(person, "matching", how, on, expires)


def test_an_objection_acts_at_once_and_can_be_lifted(office, person):
    office.object(person)
    assert office.standing(person).exclusion is Exclusion.OBJECTED
    with pytest.raises(RefusedError):
        office.best_vacancies(person, 3)
    office.lift_objection(person)
    assert office.standing(person).exclusion is None


def test_a_copy_holds_the_person_and_nobody_else(office, engine, person):
    content = json.loads(office.export(person))
    assert content["person"]["name"] == "Yousra Bénkirane-Özil"
    assert "Moussa" not in json.dumps(content, ensure_ascii=False)
    assert acts(engine, person) == ["export"]


@pytest.mark.parametrize("typed", ["", "yes", "00000000"])
def test_nobody_is_erased_by_a_slip(office, engine, person, typed):
    with pytest.raises(UsageError, match="is not the number"):
        office.erase(person, typed)
    assert engine.store.candidate(person)


def test_an_erasure_takes_the_person_out_of_the_search_at_once(office, person):
    assert office.search("yousra").found == 1
    erased = office.erase(person, f" {blind_name(person)} ")
    assert erased.candidate_ids == (person,)
    assert office.search("yousra").found == 0


def test_papers_are_made_for_a_person_and_written_down(office, engine, person):
    (vacancy, *_) = office.best_vacancies(person, 3)
    assert vacancy.key == "V1"
    page = office.explanation(person, "V1", "ar")
    assert 'dir="rtl"' in page
    assert "PHP" in page
    assert blind_name(person) in page
    assert "Yousra" not in page
    assert acts(engine, person)[-1] == "export"


def test_the_notice_of_a_person_says_under_what_they_are_held(office, person):
    assert "mission d" in office.notice("palim", "fr")
    office.give_consent(person, "matching", "form", TODAY)
    page = office.notice("palim", "fr", "Ann <b>", person)
    assert "Vous avez dit oui" in page
    assert "Ann &lt;b&gt;" in page


def test_whom_the_retention_rule_wants_erased_is_listed(office, engine, person, monkeypatch):
    assert office.due() == ()
    later = TODAY + timedelta(days=800)  # PALIM keeps 24 months

    class Later(date):
        @classmethod
        def today(cls):
            return later

    monkeypatch.setattr("matcher.offices.rights_office.date", Later)
    due = office.due()
    assert {item.scheme for item in due} == {"palim"}
    assert len(due) == 3
