from __future__ import annotations

import json

import pytest

from matcher.records import Education, Experience, LanguageSkill, ProfessionalProfile
from matcher.store.codec import decode, encode


@pytest.mark.parametrize(
    "profile",
    [
        ProfessionalProfile(
            languages=(LanguageSkill("fr", "B1", "lu C1, écrit B1", (("reading", "C1"), ("writing", "B1"))),)
        ),
        ProfessionalProfile(education=(Education("Technicien OFPPT", 4, 4, "MA"), Education("CITE 3", None, 3))),
        ProfessionalProfile(experience=(Experience("soudeur", 3.0),)),
    ],
)
def test_what_intake_reads_goes_through_the_store_unchanged(profile: ProfessionalProfile) -> None:
    assert decode(ProfessionalProfile, json.loads(json.dumps(encode(profile)))) == profile


def test_content_stored_before_a_field_was_added_is_still_read() -> None:
    stored = {"languages": [{"language": "fr", "cefr": "B2", "text": "FR"}], "education": [{"text": "Bac", "eqf": 4}]}
    profile = decode(ProfessionalProfile, stored)
    assert profile.languages == (LanguageSkill("fr", "B2", "FR"),)
    assert profile.education == (Education("Bac", 4),)
    assert encode(profile) == stored
