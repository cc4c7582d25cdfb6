"""What the law finds of everybody follows what is held of them, and is not worked out twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from matcher.cli.showing import demo_data_folder
from matcher.eligibility import CODE_OF, route
from matcher.engine import Matcher
from matcher.loading import PLAIN_LOAD
from matcher.preparation import silent
from matcher.records import Answer, LegalStatus
from matcher.settings import Settings

TODAY = date.today()


@pytest.fixture
def engine(tmp_path, demo_matcher):
    """A home of its own with one cohort and the vacancies."""
    found = Matcher(Settings(home=tmp_path, encoder="embedded", actor="An"))
    found.__dict__["linkers"] = demo_matcher.linkers
    found.load_cohort(demo_data_folder() / "asylum-belgium.xlsx", "asylum", PLAIN_LOAD)
    found.load_vacancies(demo_data_folder() / "vacancies.csv")
    yield found
    found.store.close()


def test_a_new_paper_changes_the_answer_of_that_person_alone(engine):
    vacancy = engine.store.vacancies(open_on=TODAY)[0]
    before = engine.legal_routes.among(vacancy, engine.store.profiles(), None, silent)
    person = next(one for one, is_open in zip(engine.store.profiles(), before[Answer.YES], strict=True) if not is_open)
    whole = engine.store.candidates("asylum")
    changed = [
        replace(one, status=LegalStatus("Syrië", one.status.birth_date, "erkend vluchteling"))
        if one.id == person.id
        else one
        for one in whole
    ]
    engine.store.load_cohort(changed, "asylum")
    after = engine.legal_routes.among(vacancy, engine.store.profiles(), None, silent)
    moved = [
        one.id
        for one, old, new in zip(engine.store.profiles(), before[Answer.YES], after[Answer.YES], strict=True)
        if old != new
    ]
    assert moved == [person.id]


def test_each_is_asked_once_and_again_on_another_day(engine):
    told: list[str] = []

    def ask(day):
        return engine.legal_routes.among(
            engine.store.vacancies()[0], engine.store.profiles(), day, lambda step, *_: told.append(step)
        )

    ask(TODAY)
    first = len(told)
    assert set(told) == {"law"}
    ask(TODAY)
    assert len(told) == first
    ask(TODAY + timedelta(1))
    assert len(told) == 2 * first


def test_whoever_is_erased_is_held_no_more(engine):
    vacancy = engine.store.vacancies()[0]
    engine.legal_routes.among(vacancy, engine.store.profiles(), None, silent)
    gone = engine.store.profiles()[0].id
    engine.erase([gone])
    assert engine._pool_routes._people is None
    assert gone not in {name for held in engine.store._desk.copies._held.values() for name in as_ids(held[1])}
    answers = engine.legal_routes.among(vacancy, engine.store.profiles(), None, silent)
    assert sum(int(mask.sum()) for mask in answers.values()) == len(engine.store.profiles())


def as_ids(copy):
    return (
        copy if isinstance(copy, dict) else [getattr(one, "id", "") for one in copy] if isinstance(copy, tuple) else []
    )


def test_without_the_key_every_way_is_unknown(engine):
    engine.store.close()
    engine.settings.identity_key_file.unlink()
    again = Matcher(engine.settings)
    again.__dict__["linkers"] = engine.linkers
    vacancy = again.store.vacancies()[0]
    answers = again.legal_routes.among(vacancy, again.store.profiles(), None, silent)
    assert answers[Answer.UNKNOWN].all()
    again.legal_routes.make_ready(silent)
    again.store.close()


def test_the_answers_are_those_beside_each_match(engine):
    profiles = engine.store.profiles()
    rows = {held.id: row for row, held in enumerate(profiles)}
    for vacancy in engine.store.vacancies(open_on=TODAY)[:12]:
        answers = engine.legal_routes.among(vacancy, profiles, None, silent)
        for match in engine.match_vacancy(vacancy, 60):
            assert answers[route(match.verdicts)][rows[match.candidate_id]]
    assert CODE_OF.keys() == answers.keys()
