"""What may be done with shortlists, by whom, and what the log keeps of it."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from matcher.accounts import Directory, Sharing
from matcher.engine import Matcher
from matcher.errors import NotFoundError, RefusedError, UsageError
from matcher.hiring import Stage
from matcher.lawful import Consent, Purpose
from matcher.offices import FileKind, RevealReason, ShortlistOffice, ShownTable
from matcher.settings import Settings
from matcher.stewardship import Actor
from matcher.store.held_accounts import ShareKind
from matcher.store.held_shortlists import Feedback, FeedbackReason
from matcher.trail import Role

COHORT = """\
Ref;Nom;Métier;Compétences;Langues
K1;Jan Janssens;lasser;MIG lassen;Nederlands B1
K2;Amina Haddad;lasser;TIG lassen;
K3;Sara Peeters;kok;koken;
"""
VACANCIES = """\
reference,title,essential_skills
H1,Lasser,MIG lassen; TIG lassen
H2,Kok,koken
"""
TABLE = ShownTable("Welders", ("as on today",), ("No", "Candidate", "Score"), ((1, "a1b2c3d4", "72%"),))


@pytest.fixture(scope="module")
def prepared(tmp_path_factory) -> Path:
    """A home with three candidates and two vacancies, whose phrases were linked once."""
    home = tmp_path_factory.mktemp("shortlisting") / "home"
    home.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("MATCHER_IDENTITY_KEY", raising=False)
        matcher = Matcher(Settings(home=home, database_url=None, encoder="embedded"))
        (home / "cohort.csv").write_text(COHORT, encoding="utf-8")
        (home / "vacancies.csv").write_text(VACANCIES, encoding="utf-8")
        assert matcher.load_cohort(home / "cohort.csv", "palim").rejected == 0
        assert matcher.load_vacancies(home / "vacancies.csv").rejected == 0
        for vacancy in matcher.store.vacancies():
            matcher.match_vacancy(vacancy, 3)
        matcher.store.close()
    return home


@pytest.fixture
def engine(home, prepared) -> Matcher:
    shutil.copytree(prepared, home)
    return Matcher(Settings(home=home, database_url=None, encoder="embedded"))


@pytest.fixture
def office(engine) -> Callable[..., ShortlistOffice]:
    """``office(role, organisation)``: the office in the hands of somebody."""

    def enter(role: Role = Role.RECRUITER, organisation: str | None = None, **fields: object) -> ShortlistOffice:
        return ShortlistOffice(engine, Actor(f"{role}@{organisation}", role, organisation=organisation, **fields))

    return enter


def ranked(engine, reference="H1"):
    vacancy = engine.store.vacancy(reference)
    return vacancy, engine.match_vacancy(vacancy, 3)


@pytest.fixture
def listed(engine, office):
    """An office of a recruiter with a list of the three candidates, best first."""
    mine = office()
    vacancy, matches = ranked(engine)
    held = mine.make("Welders", vacancy)
    for match in matches:
        mine.add(held.id, match, vacancy)
    return mine, held, matches


def entry_of(mine, held, match):
    return next(entry for entry in mine.entries(held.id) if entry.candidate_id == match.candidate_id)


@pytest.mark.parametrize("role", [Role.RESEARCHER, Role.AUDITOR])
def test_roles_without_the_right_do_not_enter(office, role):
    with pytest.raises(RefusedError, match="may not keep shortlists"):
        office(role)


def test_each_candidate_is_told_with_the_lists_they_are_on_for_the_vacancy(engine, listed):
    mine, held, matches = listed
    vacancy = engine.store.vacancy(matches[0].vacancy_id)
    other = mine.make("Second choice", vacancy)
    mine.add(other.id, matches[1], vacancy)
    mine.remove(held.id, [entry_of(mine, held, matches[2]).id])
    names = [match.candidate_id for match in matches]
    assert mine.listed(vacancy.id) == {names[0]: {held.id}, names[1]: {held.id, other.id}}
    assert mine.listed("of another vacancy") == {}


def test_an_entry_keeps_the_match_and_the_ranking_it_came_from(engine, listed):
    mine, held, matches = listed
    entries = mine.entries(held.id)
    assert [entry.match.evidence for entry in entries] == [match.evidence for match in matches]
    assert [entry.match.gaps for entry in entries] == [match.gaps for match in matches]
    ranking = engine.steward.register.ranking(entries[0].ranking_id)
    assert [place.candidate_id for place in ranking.places] == [match.candidate_id for match in matches]
    assert not any(entry.match.verdicts for entry in entries)


def test_the_law_is_that_of_whoever_looks(listed, office):
    mine, held, _ = listed
    ids = [entry.id for entry in mine.entries(held.id)][::-1]
    asked = {role: office(role).with_law(held.id, ids) for role in (Role.RECRUITER, Role.STAFF)}
    assert [entry.id for entry in asked[Role.RECRUITER]] == ids
    blind, seeing = (entries[0].match.verdicts for entries in asked.values())
    assert blind
    assert not any(finding.private for verdict in blind for finding in verdict.findings)
    assert blind != seeing


def test_adding_again_changes_nothing(listed):
    mine, held, matches = listed
    before = mine.entries(held.id)
    assert mine.add(held.id, matches[0], held.vacancy) == entry_of(mine, held, matches[0]).id
    assert mine.entries(held.id) == before


def test_a_list_for_one_vacancy_takes_candidates_of_that_one_alone(engine, listed):
    mine, held, _ = listed
    other, matches = ranked(engine, "H2")
    with pytest.raises(UsageError, match="'Welders' is for 'Lasser': choose a list for 'Kok'"):
        mine.add(held.id, matches[0], other)
    free = mine.make("Any")
    mine.add(free.id, matches[0], other)
    assert mine.entries(free.id)[0].vacancy.key == "H2"


@pytest.mark.parametrize("name", ["", "   ", "x" * 121])
def test_a_list_needs_a_name(listed, name):
    with pytest.raises(UsageError, match="1 to 120 characters"):
        listed[0].make(name)


def test_two_lists_for_one_vacancy_have_two_names(listed):
    mine, held, _ = listed
    with pytest.raises(UsageError, match="'Welders' already"):
        mine.make(" welders ", held.vacancy)
    mine.rename(mine.make("Other", held.vacancy).id, "Best of all")
    assert sorted(one.name for one in mine.lists(held.vacancy.id)) == ["Best of all", "Welders"]


def test_lists_of_another_organisation_do_not_exist(engine, office):
    vacancy, matches = ranked(engine)
    admin = Actor("Ann", Role.ADMIN)
    ids = [Directory(engine.store.accounts(), admin).add_organisation(name).id for name in ("A", "B")]
    for name in ("A", "B"):
        Sharing(engine.store, admin).share(ShareKind.VACANCY, vacancy.key, name)
        Sharing(engine.store, admin).share(ShareKind.SCHEME, "palim", name)
    theirs, ours, nobodys = office(organisation=ids[0]), office(organisation=ids[1]), office(Role.STAFF)
    held = theirs.make("Secret", vacancy)
    entry_id = theirs.add(held.id, matches[0], vacancy)
    act = theirs.move(held.id, [entry_id], Stage.OFFER)
    assert ours.lists() == ()
    assert ours.listed(vacancy.id) == {}
    for attempt in (
        lambda: ours.shortlist(held.id),
        lambda: ours.rename(held.id, "Mine"),
        lambda: ours.remove_list(held.id),
        lambda: ours.add(held.id, matches[1], vacancy),
        lambda: ours.entries(held.id),
        lambda: ours.with_law(held.id, [entry_id]),
        lambda: ours.move(held.id, [entry_id], Stage.CONTACTED),
        lambda: ours.remove(held.id, [entry_id]),
        lambda: ours.take_back(held.id, act),
        lambda: ours.annotate(held.id, entry_id, "x"),
        lambda: ours.judge(held.id, entry_id, True),
        lambda: ours.export(held.id, [entry_id], TABLE, FileKind.CSV),
    ):
        with pytest.raises(NotFoundError, match="There is no shortlist"):
            attempt()
    assert [one.name for one in nobodys.lists()] == ["Secret"]


def test_candidates_of_another_scheme_are_on_no_list(engine, listed, office):
    mine, held, matches = listed
    other = office(Role.STAFF, schemes=frozenset({"thamm"}))
    assert other.entries(held.id) == ()
    assert (mine.shortlist(held.id).entries, other.shortlist(held.id).entries) == (3, 0)
    assert {entry.scheme for entry in mine.entries(held.id)} == {""}  # to recruiters, of which scheme nobody is told
    act = mine.move(held.id, [mine.entries(held.id)[0].id], Stage.CONTACTED)
    with pytest.raises(NotFoundError, match="no such change"):
        other.take_back(held.id, act)
    with pytest.raises(NotFoundError, match="no candidate"):
        other.add(held.id, matches[0], held.vacancy)


def test_several_are_moved_at_once_and_taken_back(listed):
    mine, held, _ = listed
    ids = [entry.id for entry in mine.entries(held.id)]
    act = mine.move(held.id, ids, Stage.CONTACTED)
    assert {entry.stage for entry in mine.entries(held.id)} == {Stage.CONTACTED}
    with pytest.raises(UsageError, match="stands at that stage already"):
        mine.move(held.id, ids, Stage.CONTACTED)
    assert mine.take_back(held.id, act) == 3
    assert {entry.stage for entry in mine.entries(held.id)} == {Stage.PROPOSED}


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_nobody_is_declined_without_a_reason(listed, reason):
    mine, held, matches = listed
    entry = entry_of(mine, held, matches[0])
    with pytest.raises(UsageError, match="owed a reason"):
        mine.move(held.id, [entry.id], Stage.DECLINED, reason)
    mine.move(held.id, [entry.id], Stage.DECLINED, "lives too far away")
    assert entry_of(mine, held, matches[0]).steps[-1].reason == "lives too far away"


def test_choosing_nobody_or_somebody_who_left_is_said(listed):
    mine, held, matches = listed
    with pytest.raises(UsageError, match="tick at least one"):
        mine.remove(held.id, [])
    entry = entry_of(mine, held, matches[0])
    act = mine.remove(held.id, [entry.id])
    with pytest.raises(NotFoundError, match="no longer on 'Welders'"):
        mine.annotate(held.id, entry.id, "x")
    mine.take_back(held.id, act)
    assert len(mine.entries(held.id)) == 3


def test_a_removed_list_is_taken_back(listed):
    mine, held, _ = listed
    act = mine.remove_list(held.id)
    assert mine.lists() == ()
    mine.take_back(held.id, act)
    assert len(mine.entries(held.id)) == 3


def test_notes_and_feedback_are_kept_and_taken_away(listed):
    mine, held, matches = listed
    entry = entry_of(mine, held, matches[0])
    mine.annotate(held.id, entry.id, "  Call back\n")
    mine.judge(held.id, entry.id, False, [FeedbackReason.LANGUAGE, FeedbackReason.LANGUAGE])
    said = entry_of(mine, held, matches[0])
    assert (said.note, said.feedback) == ("Call back", Feedback(False, (FeedbackReason.LANGUAGE,)))
    mine.annotate(held.id, entry.id, "")
    mine.judge(held.id, entry.id, None)
    said = entry_of(mine, held, matches[0])
    assert (said.note, said.feedback) == ("", None)
    with pytest.raises(UsageError, match="4001 characters"):
        mine.annotate(held.id, entry.id, "x" * 4001)


def test_an_objection_is_reflected_at_once(engine, listed, office):
    mine, held, matches = listed
    entry = entry_of(mine, held, matches[0])
    engine.steward.object(matches[0].candidate_id)
    fallen = entry_of(mine, held, matches[0])
    assert not fallen.standing
    assert mine.with_law(held.id, [entry.id])[0].match.verdicts == ()
    for attempt in (
        lambda: mine.move(held.id, [entry.id], Stage.OFFER),
        lambda: mine.judge(held.id, entry.id, True),
        lambda: mine.export(held.id, [entry.id], TABLE, FileKind.CSV),
        lambda: office(Role.STAFF).reveal(held.id, entry.id, RevealReason.OFFER),
    ):
        with pytest.raises(RefusedError, match="may not be proposed any more"):
            attempt()
    mine.remove(held.id, [entry.id])
    with pytest.raises(RefusedError, match="there is an objection"):
        mine.add(held.id, matches[0], held.vacancy)


def test_an_erased_person_leaves_the_list_and_the_export_of_one_holds_it(engine, listed):
    mine, held, matches = listed
    entry = entry_of(mine, held, matches[0])
    mine.annotate(held.id, entry.id, "Jan is keen")
    mine.judge(held.id, entry.id, True, [FeedbackReason.SKILLS])
    (told,) = engine.export_person(matches[0].candidate_id)["shortlists"]
    assert (told["vacancy"], told["note"], told["suits"], told["suits_because"]) == (
        "Lasser",
        "Jan is keen",
        True,
        ["skills"],
    )
    assert told["score"] == matches[0].score
    assert "recruiter" not in json.dumps(told)
    engine.erase([matches[0].candidate_id])
    assert len(mine.entries(held.id)) == 2


def test_a_recruiter_reveals_nobody_and_staff_only_with_an_entry_in_the_log(engine, listed, office):
    mine, held, matches = listed
    entry = entry_of(mine, held, matches[0])
    with pytest.raises(RefusedError, match="may not reveal who a candidate is as recruiter"):
        mine.reveal(held.id, entry.id, RevealReason.INTERVIEW)
    person = engine.store.candidate(matches[0].candidate_id).person
    before = len(engine.steward.register.log().entries)
    shown = office(Role.STAFF).reveal(held.id, entry.id, RevealReason.INTERVIEW)
    assert (shown.name, shown.email, shown.phone) == (person.name, person.email, person.phone)
    (said,) = engine.steward.register.log().entries[before:]
    assert (said.action, said.subject, said.purpose) == ("view", matches[0].candidate_id, "reveal: interview")
    assert person.name not in said.detail


def test_every_reason_to_reveal_fits_the_log():
    assert all(len(f"reveal: {reason.value}") <= 64 for reason in RevealReason)


@pytest.mark.parametrize("kind", FileKind)
def test_an_export_is_logged_with_the_digest_of_the_file(engine, listed, kind):
    mine, held, matches = listed
    ids = [entry.id for entry in mine.entries(held.id)]
    before = len(engine.steward.register.log().entries)
    content = mine.export(held.id, ids, TABLE, kind)
    said = engine.steward.register.log().entries[before:]
    assert {entry.subject for entry in said} == {match.candidate_id for match in matches}
    for entry in said:
        assert entry.action == "export"
        assert json.loads(entry.detail) == {
            "file": kind.value,
            "sha256": hashlib.sha256(content).hexdigest(),
            "shortlist": held.id,
        }


def test_the_log_says_what_was_done_in_no_word_of_anybody(engine, listed):
    mine, held, matches = listed
    entry = entry_of(mine, held, matches[0])
    mine.move(held.id, [entry.id], Stage.DECLINED, "Jan wants nights")
    mine.annotate(held.id, entry.id, "Jan called")
    log = [entry for entry in engine.steward.register.log().entries if entry.action == "shortlist"]
    assert [json.loads(entry.detail)["step"] for entry in log] == [
        "made",
        "added",
        "added",
        "added",
        "declined",
        "note",
    ]
    assert not any("Jan" in entry.detail or "Welders" in entry.detail for entry in log)
    assert engine.steward.audit.verify().faults == ()


def test_a_consent_withdrawn_today_counts_today(engine, listed):
    mine, held, matches = listed
    name = matches[1].candidate_id
    engine.steward.give_consent(name, Purpose.MATCHING, Consent(date(2026, 1, 5), "on paper"))
    assert entry_of(mine, held, matches[1]).standing
    engine.steward.withdraw_consent(name, Purpose.MATCHING, date.today())
    assert not entry_of(mine, held, matches[1]).standing
