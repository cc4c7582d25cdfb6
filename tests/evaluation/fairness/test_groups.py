"""Who belongs to which group."""

from __future__ import annotations

from datetime import date

import pytest

from evaluation.fairness.groups import age_band, dimensions, nationality, whole_text
from evaluation.fairness.people import demo_field
from evaluation.written import language_of, script_of
from matcher.records import ProfessionalProfile, SkillStatement

DAY = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("born", "band"),
    [
        (date(2001, 6, 16), "under 25"),  # 25 tomorrow
        (date(2001, 6, 15), "25-29"),
        (date(1996, 6, 16), "25-29"),
        (date(1996, 6, 15), "30-39"),
        (date(1986, 6, 15), "40-49"),
        (date(1976, 6, 15), "50 and over"),
        (date(1976, 6, 16), "40-49"),
        (None, "not stated"),
    ],
)
def test_age_bands_change_on_the_birthday(born, band):
    assert age_band(born, DAY) == band


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("marocaine", "MA"),
        ("MA", "MA"),
        ("Tunisienne", "TN"),
        ("Nigerian", "NG"),
        ("Sénégal", "SN"),
        ("belgo-marocaine", "MA"),
        ("Syrië", "another country"),
        ("Atlantis", "another country"),
        ("", "not stated"),
        (None, "not stated"),
    ],
)
def test_nationalities_are_those_that_schemes_recruit_in(words, group):
    assert nationality(words) == group


@pytest.mark.parametrize(
    ("summary", "language", "letters"),
    [
        ("J'ai travaillé dans la cuisine et avec les clients pour une équipe de dix", "fr", "Latin"),
        ("Ik heb gewerkt in de keuken en met de klanten van een groot hotel", "nl", "Latin"),
        ("I have worked in the kitchen and with the guests of a large hotel", "en", "Latin"),
        ("Ich habe in der Küche und mit den Gästen von einem großen Hotel gearbeitet", "de", "Latin"),
        ("عملت في المطبخ مع الزبائن لمدة خمس سنوات", "ar", "Arabic"),
        ("PHP, MySQL, Laravel", "mixed or unclear", "Latin"),
        ("Soudure TIG MIG ARC, تلحيم بالقوس", "mixed or unclear", "Latin and Arabic"),
    ],
)
def test_language_and_script_of_a_profile(summary, language, letters):
    profile = ProfessionalProfile(summary=summary)
    assert language_of(whole_text(profile)) == language
    assert script_of(whole_text(profile)) == letters


def test_a_profile_without_letters_is_latin_and_of_no_clear_language():
    profile = ProfessionalProfile(skills=(SkillStatement("2019"),))
    assert (language_of(whole_text(profile)), script_of(whole_text(profile))) == ("mixed or unclear", "Latin")


def test_everybody_of_the_demo_data_is_in_one_group_of_each_dimension():
    field = demo_field(DAY)
    for group_of in dimensions(DAY).values():
        assert all(group_of(member) for member in field.members)
    assert len(field.members) == 240
