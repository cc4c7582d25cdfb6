from __future__ import annotations

from dataclasses import replace
from datetime import date

from matcher.differences import differences
from matcher.records import (
    Candidate,
    Education,
    Experience,
    FieldChange,
    LanguageSkill,
    Leg,
    LegalStatus,
    Person,
    ProfessionalProfile,
    SkillStatement,
    Source,
)

WAS = Candidate(
    "id",
    "N-1",
    "palim",
    Source("a.csv", None, 2),
    Person("Noor Verzonnen", "female", "noor@example.org", "+32 000 1"),
    LegalStatus("Maroc", date(1990, 1, 1)),
    ProfessionalProfile(("lasser",), (SkillStatement("TIG"),), languages=(LanguageSkill("nl", "B1"),)),
    Leg("MA", "BE"),
    (("Avis", "Noor est bien"), ("Groupe", "2")),
)


def test_where_a_record_was_read_is_no_difference() -> None:
    assert differences(WAS, replace(WAS, id="other", source=Source("b.csv", None, 9))) == ()


def test_what_may_name_a_person_is_only_said_to_have_changed() -> None:
    now = replace(
        WAS,
        person=Person("Noor Bedacht", "female", "noor@example.org", None),
        status=LegalStatus("Tunisie", date(1990, 1, 2)),
        extra=(("Avis", "à revoir"), ("Groupe", "2"), ("Nouveau", "x")),
        stated=ProfessionalProfile(("lasser in Ghent",)),
    )
    told = differences(WAS, now)
    names = ["name", "phone", "nationality", "birth_date", "extra: Avis", "extra: Nouveau", "the words as stated"]
    assert told == tuple(FieldChange(name) for name in names)
    assert not any(word in repr(told) for word in ("Verzonnen", "Bedacht", "Maroc", "1990", "revoir", "Ghent"))


def test_the_masked_profile_and_the_leg_are_told_in_words() -> None:
    profile = ProfessionalProfile(
        ("lasser", "kok"),
        (),
        (Experience("lasser", 4.0), Experience("")),
        (Education("bachelor"),),
        (LanguageSkill("nl", "B2"), LanguageSkill("ar")),
        "x" * 400,
    )
    assert differences(WAS, replace(WAS, profile=profile, leg=None)) == (
        FieldChange("occupations", "lasser", "lasser; kok"),
        FieldChange("skills", "TIG", ""),
        FieldChange("experience", "", "lasser (4.0 years); experience (? years)"),
        FieldChange("education", "", "bachelor"),
        FieldChange("languages", "nl B1", "nl B2; ar (level unknown)"),
        FieldChange("summary", "", "x" * 299 + "…"),
        FieldChange("leg", "MA to BE", ""),
    )


def test_any_other_difference_is_a_difference_too() -> None:
    assert differences(WAS, replace(WAS, extra=WAS.extra[::-1])) == (FieldChange("extra: order of the columns"),)
