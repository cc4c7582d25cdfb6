from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from matcher.errors import UsageError
from matcher.intake.candidates import CohortContext
from matcher.intake.hand_entry import amended, entered
from matcher.records import Candidate, Experience, Leg, StatusEvent

TODAY = date(2026, 11, 25)
VALUES: dict[str, str | Sequence[str]] = {
    "name": "Noor Verzonnen",
    "birth_date": "21/02/1990",
    "occupation": "lasser",
    "skills": ["TIG", "MIG; slijpen"],
    "experience": "lasser 2015-2019",
    "languages": "NL B1",
    "origin": "Maroc",
    "destination": "Belgique",
    "application_date": "01/03/2026",
    "sector": "metaal",
}


def person(values: Mapping[str, str | Sequence[str]] = VALUES) -> Candidate:
    fields, candidate = entered(values, CohortContext("thamm", None, TODAY), "hand-1")
    assert not fields.faults
    return candidate


def test_one_person_is_read_as_a_row_of_a_file_is() -> None:
    candidate = person()
    assert (candidate.key, candidate.scheme, candidate.source.file) == ("hand-1", "thamm", "entered by hand")
    assert candidate.person.name == "Noor Verzonnen"
    assert candidate.status.birth_date == date(1990, 2, 21)
    assert candidate.status.events == (StatusEvent("application", date(2026, 3, 1)),)
    assert [skill.text for skill in candidate.profile.skills] == ["TIG", "MIG", "slijpen"]
    assert candidate.leg == Leg("MA", "BE")
    assert candidate.extra == (("sector", "metaal"),)
    assert person({**VALUES, "key": "N-1"}).key == "N-1"


@pytest.mark.parametrize(
    ("values", "column", "problem"),
    [
        ({**VALUES, "birth_date": "31/02/1990"}, "birth_date", "no such birth date"),
        ({"name": "Noor Verzonnen"}, "occupation", "no occupation"),
        ({**VALUES, "key": "-"}, "key", "no reference"),
    ],
)
def test_the_checks_of_files_hold(values: Mapping[str, str], column: str, problem: str) -> None:
    fields, _ = entered(values, CohortContext("thamm", None, TODAY), "hand-1")
    assert [fault.column for fault in fields.faults] == [column]
    assert problem in fields.faults[0].problem


def test_an_edit_replaces_only_what_was_entered() -> None:
    held = person()
    fields, now = amended(held, {"skills": "TIG", "phone": "+32 000 1"}, TODAY)
    assert not fields.faults
    assert [skill.text for skill in now.profile.skills] == ["TIG"]
    assert now.person.phone == "+32 000 1"
    assert now.person.name == held.person.name
    assert (now.status, now.leg, now.extra, now.key) == (held.status, held.leg, held.extra, held.key)
    assert now.profile.experience == held.profile.experience


def test_an_empty_text_clears_a_field() -> None:
    _, now = amended(person(), {"languages": "", "birth_date": "", "origin": "", "sector": ""}, TODAY)
    assert now.profile.languages == ()
    assert now.status.birth_date is None
    assert now.leg is None
    assert now.extra == ()


def test_one_end_of_the_leg_keeps_the_other() -> None:
    assert amended(person(), {"destination": "Allemagne"}, TODAY)[1].leg == Leg("MA", "DE")


def test_the_words_stated_are_amended_not_the_masked_ones() -> None:
    masked = person()
    stated = Candidate(
        "id", "N-1", "thamm", masked.source, profile=person({"occupation": "x"}).profile, stated=masked.profile
    )
    assert amended(stated, {"summary": "nieuw"}, TODAY)[1].profile.occupations == ("lasser",)


def test_clearing_all_that_somebody_can_do_is_a_fault() -> None:
    held = person({"name": "A", "occupation": "lasser"})
    fields, _ = amended(held, {"occupation": ""}, TODAY)
    assert [fault.column for fault in fields.faults] == ["occupation"]


def test_years_are_entered_with_the_jobs_or_where_none_is_told() -> None:
    with pytest.raises(UsageError, match="give experience as well"):
        amended(person(), {"years": "5"}, TODAY)
    untold = person({"occupation": "lasser"})
    assert amended(untold, {"years": "5"}, TODAY)[1].profile.experience == (Experience("", 5.0),)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, "Nothing to change"),
        ({"key": "N-2"}, "reference of a candidate cannot be changed"),
        ({"beroep": "kok"}, "no field 'beroep': choose one of key, name"),
        ({"given_name": "Noor"}, "give name, or family_name and given_name"),
    ],
)
def test_an_edit_that_cannot_be_is_refused(values: Mapping[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        amended(person(), values, TODAY)


STEPS: dict[str, str | Sequence[str]] = {
    "application_date": "01/03/2026",
    "decision": "geweigerd 01/06/2026",
    "appeal_date": "15/06/2026",
}


@pytest.mark.parametrize(
    ("values", "kinds"),
    [
        ({"decision": "erkend als vluchteling 01/09/2026"}, ["application", "appeal", "protection"]),
        ({"appeal_date": ""}, ["application", "refusal"]),
        ({"appeal_lost_date": "01/10/2026"}, ["application", "refusal", "appeal", "appeal_lost"]),
        ({"decision": ""}, ["application", "appeal"]),
        ({"phone": "+32 000"}, ["application", "refusal", "appeal"]),
        (
            {"labour_card": "onbeperkt", "situation_on": "01/07/2026"},
            ["application", "refusal", "appeal", "labour_card"],
        ),
    ],
)
def test_a_step_entered_replaces_its_own_kind_and_no_other(values, kinds) -> None:
    held = person({**VALUES, **STEPS})
    _, changed = amended(held, values, TODAY)
    assert [event.kind for event in changed.status.events] == kinds


DIPLOMA: dict[str, str | Sequence[str]] = {
    "education": ["licence en biologie", "bac"],
    "recognition": "niveau 6, NARIC, 12/03/2026",
    "national_level": "5",
}


def test_a_recognition_entered_goes_to_the_diploma_held_and_stays_when_other_things_change() -> None:
    held = person({**VALUES, **DIPLOMA})
    (level,) = held.profile.education[0].recognitions
    assert (level.eqf, level.on, held.profile.education[0].national_level) == (6, date(2026, 3, 12), "5")
    _, again = amended(held, {"education": ["licence en biologie", "master"]}, TODAY)
    assert [course.recognitions for course in again.profile.education] == [(level,), ()]
    _, more = amended(held, {"recognition": "specifiek: leraar (NARIC)"}, TODAY)
    assert [each.profession for each in more.profile.education[0].recognitions] == ["leraar"]
    assert more.profile.education[0].national_level == "5"
    fields, same = amended(held, {"recognition": "ja"}, TODAY)
    assert len(fields.warnings) == 1
    assert same.profile.education[0].recognitions == ()
    assert ("recognition", "ja") in same.extra
    _, none = amended(held, {"recognition": ""}, TODAY)
    assert [course.recognitions for course in none.profile.education] == [(), ()]
    _, national = amended(held, {"national_level": "6"}, TODAY)
    assert (national.profile.education[0].national_level, national.profile.education[0].recognitions) == ("6", (level,))


@pytest.mark.parametrize(
    "values",
    [{name: "01/03/2026"} for name in ("recognition_date", "decision_date", "situation_on", "labour_card_date")],
)
def test_what_only_completes_another_field_is_refused_alone(values) -> None:
    with pytest.raises(UsageError, match="as well"):
        amended(person(), values, TODAY)
