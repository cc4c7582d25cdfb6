"""What a form begins with, entered again, is the record as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from matcher.cli.showing import COHORTS
from matcher.intake import read_cohort
from matcher.intake.as_entered import C, as_entered, changed
from matcher.intake.hand_entry import amended
from tests.conftest import DATA

NOTHING = dict.fromkeys(C, "")


@pytest.mark.parametrize(("scheme", "name"), COHORTS.items())
def test_every_record_of_the_demo_is_the_same_when_it_is_entered_again(scheme, name):
    people = read_cohort(DATA / name, scheme).records
    assert len(people) >= 60
    for person in people:
        texts = as_entered(person)
        fields, again = amended(person, changed(NOTHING, texts), date.today())
        assert fields.faults == []
        assert (again.person, again.status, again.profile) == (person.person, person.status, person.profile), texts
        assert (again.leg is None) == (person.leg is None)


def test_only_what_was_changed_is_entered():
    before = {C.NAME: "Ann", C.SKILLS: "welding\ngrinding", C.PHONE: "1"}
    after = {**before, C.SKILLS: "welding\n\n  cutting ", C.PHONE: " "}
    assert changed(before, after) == {"skills": ["welding", "cutting"], "phone": ""}
    assert changed(before, before) == {}


@pytest.mark.parametrize(
    ("one", "other"), [(C.EXPERIENCE, C.YEARS), (C.YEARS, C.EXPERIENCE), (C.ORIGIN, C.DESTINATION)]
)
def test_fields_that_hang_together_are_entered_together(one, other):
    before = {one: "a", other: "b", C.NAME: "Ann"}
    assert set(changed(before, {**before, one: "x"})) == {one.value, other.value}


def test_words_received_are_shown_not_those_masked_for_matching():
    person = read_cohort(DATA / COHORTS["palim"], "palim").records[0]
    masked = replace(person, profile=replace(person.profile, summary="…"), stated=person.profile)
    assert as_entered(masked)[C.SUMMARY] == person.profile.summary
