"""Two records as one: everything either says, nothing twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.records import Candidate, LanguageSkill, Person, ProfessionalProfile, SkillStatement, Source
from matcher.store.uniting import conflicts, unite
from taxonomies.wording import fold

KEPT = Candidate("a", "K1", "palim", Source("a.csv"), Person("Ada", None, "a@example.org"))
OTHER = Candidate("b", "K2", "thamm", Source("b.csv"), Person("Adah", "female", "a@example.org", "+32 000"))


def test_identity_is_the_kept_ones_filled_up_from_the_other():
    united = unite(KEPT, OTHER)
    assert united.person == Person("Ada", "female", "a@example.org", "+32 000")
    assert (united.id, united.key, united.scheme, united.source) == ("a", "K1", "palim", Source("a.csv"))
    assert unite(KEPT, OTHER, ("name",)).person.name == "Adah"
    assert conflicts(KEPT, OTHER) == (("name", "Ada", "Adah"),)


@pytest.mark.parametrize(
    ("kept", "other", "united"),
    [
        (LanguageSkill("fr"), LanguageSkill("fr", "B2"), (LanguageSkill("fr", "B2"),)),
        (LanguageSkill("fr", "A2"), LanguageSkill("fr", "B2"), (LanguageSkill("fr", "A2"),)),
        (LanguageSkill("fr"), LanguageSkill("nl"), (LanguageSkill("fr"), LanguageSkill("nl"))),
    ],
)
def test_each_language_stands_once(kept, other, united):
    sides = [replace(KEPT, profile=ProfessionalProfile(languages=(skill,))) for skill in (kept, other)]
    assert unite(*sides).profile.languages == united


def test_what_is_said_in_other_capitals_or_accents_is_said_once():
    one = ProfessionalProfile(("Maçon",), (SkillStatement("coffrage", 0.5),), summary="Dix ans.")
    two = ProfessionalProfile(("MACON", "Peintre"), (SkillStatement("Coffrage"),), summary="dix ans.")
    united = unite(replace(KEPT, profile=one), replace(OTHER, profile=two)).profile
    assert united == ProfessionalProfile(("Maçon", "Peintre"), (SkillStatement("coffrage", 0.5),), summary="Dix ans.")


@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_uniting_loses_no_skill_and_doing_it_twice_adds_nothing(any_of, data):
    one, two = (replace(KEPT, profile=data.draw(any_of(ProfessionalProfile))) for _ in range(2))
    united = unite(one, two)
    texts = {fold(skill.text) for side in (one, two) for skill in side.profile.skills}
    assert {fold(skill.text) for skill in united.profile.skills} == texts
    assert len(united.profile.skills) == len(texts)
    assert unite(united, two) == united
