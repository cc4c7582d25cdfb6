from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import create_engine, text

from matcher.engine import Matcher
from matcher.errors import RefusedError
from matcher.offices import AuditOffice
from matcher.replaying import Outcome
from matcher.settings import Settings
from matcher.stewardship import Actor
from matcher.trail import Action, LogQuery, Role

EVERYTHING = LogQuery()
ROWS = "\n".join(["Référence;Nom;Métier;Compétences", *(f"A{n};Nom Numéro{n};Soudeur;soudure TIG" for n in range(6))])
VACANCIES = "reference,title,essential_skills\nV1,Soudeur,soudure TIG\n"


@pytest.fixture
def matcher(home, tmp_path):
    found = Matcher(Settings())
    for name, content in (("cohort.csv", ROWS), ("vacancies.csv", VACANCIES)):
        (tmp_path / name).write_text(content, encoding="utf-8")
    found.load_cohort(tmp_path / "cohort.csv", "palim")
    found.load_vacancies(tmp_path / "vacancies.csv")
    found.match_vacancy(found.store.vacancy("V1"), 3)
    return found


@pytest.fixture
def office(matcher):
    return AuditOffice(matcher, Actor("Aude", Role.AUDITOR))


def test_the_newest_entries_come_first_page_by_page(office):
    everything = office.entries(EVERYTHING, 0, 100)
    assert [entry.number for entry in everything] == sorted((e.number for e in everything), reverse=True)
    assert office.entries(EVERYTHING, 1, 1) == everything[1:2]
    assert office.count(EVERYTHING) == len(everything)
    assert office.entries(EVERYTHING, 1_000, 10) == ()


@pytest.mark.parametrize(
    ("query", "actions"),
    [
        (LogQuery(action="ranking"), ["ranking"]),
        (LogQuery(subject="palim"), ["load"]),
        (LogQuery(actor="nobody"), []),
        (LogQuery(since=date.today() + timedelta(days=2)), []),
        (LogQuery(until=date.today() - timedelta(days=2)), []),
        (LogQuery(since=date.today() - timedelta(days=2), until=date.today() + timedelta(days=2), action="load"),
         ["load", "load"]),
        (LogQuery(subject="%"), []),
    ],
)  # fmt: skip
def test_entries_are_found_by_day_action_actor_and_subject(office, query, actions):
    found = office.entries(query, 0, 100)
    assert [entry.action for entry in found] == actions
    assert office.count(query) == len(actions)


def test_who_acted_is_listed(office, matcher):
    assert office.actors() == (matcher.steward.actor.name,)


def test_what_is_taken_out_is_written_down(office):
    taken = office.export(LogQuery(action="load"))
    assert [entry.number for entry in taken] == sorted(entry.number for entry in taken)
    assert len(taken) == 2
    last = office.entries(EVERYTHING, 0, 1)[0]
    assert (last.actor, last.action, last.subject) == ("Aude", Action.EXPORT, "audit log")
    assert '"entries":2' in last.detail


def test_no_name_stands_in_the_log(office):
    told = repr(office.entries(EVERYTHING, 0, 100))
    assert "Nom" not in told
    assert "Numéro" not in told


def test_a_log_that_was_touched_is_found(office, matcher):
    assert office.verify().faults == ()
    engine = create_engine(matcher.settings.store_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE audit_log SET actor = 'somebody else' WHERE number = 1"))
    engine.dispose()
    assert "Entry 1 was changed" in office.verify().faults[0]


def test_a_ranking_is_repeated(office):
    (ranking,) = office.entries(LogQuery(action="ranking"), 0, 10)
    assert office.replay(ranking.subject).outcome is Outcome.IDENTICAL


@pytest.mark.parametrize("role", [Role.STAFF, Role.RECRUITER, Role.RESEARCHER])
def test_other_roles_are_refused(matcher, role):
    with pytest.raises(RefusedError, match="read the audit log"):
        AuditOffice(matcher, Actor("x", role))
