from __future__ import annotations

from datetime import date

import pytest

from matcher.records import Education, LanguageSkill, ProfessionalProfile
from matcher.statistics import DIMENSIONS, Counted, groups_of
from matcher.statistics.groups import age_band, dimensions, origin_of
from matcher.store.held import HeldGrounds

DAY = date(2026, 11, 28)
NOBODY = HeldGrounds(None, None, None)


@pytest.mark.parametrize(
    ("born", "band"),
    [
        (None, "not_stated"),
        (date(2001, 11, 28), "25_29"),
        (date(2001, 11, 29), "under_25"),
        (date(1976, 11, 28), "50_up"),
        (date(1976, 11, 29), "40_49"),
    ],
)
def test_an_age_counts_whole_years_on_the_day(born, band):
    assert age_band(born, DAY) == band


@pytest.mark.parametrize(
    ("words", "origin"),
    [
        ("Marocaine", "MA"),
        ("belgo-tunisienne", "TN"),
        ("Sénégal", "SN"),
        ("Afghan", "elsewhere"),
        ("?", "elsewhere"),
        ("  ", "not_stated"),
        (None, "not_stated"),
    ],
)
def test_an_origin_is_a_country_that_a_scheme_recruits_in(words, origin):
    assert origin_of(words) == origin


@pytest.mark.parametrize(
    ("held", "language", "level"),
    [
        ((), "none", "not_stated"),
        ((LanguageSkill("ar", "C2"),), "none", "not_stated"),
        ((LanguageSkill("fr", "B1"), LanguageSkill("en", "B2")), "en", "B2"),
        ((LanguageSkill("en", "B2"), LanguageSkill("nl", "B2")), "nl", "B2"),
        ((LanguageSkill("de"), LanguageSkill("fr", "A1")), "fr", "A1"),
        ((LanguageSkill("de"),), "de", "not_stated"),
    ],
)
def test_the_language_is_the_one_held_best(held, language, level):
    groups = groups_of(Counted("palim", ProfessionalProfile(languages=held), NOBODY), DAY)
    assert groups[4:6] == (language, level)


@pytest.mark.parametrize(
    ("eqf", "group"),
    [(None, "not_stated"), (1, "eqf_1_2"), (2, "eqf_1_2"), (3, "eqf_3"), (6, "eqf_6"), (7, "eqf_7_8"), (8, "eqf_7_8")],
)
def test_education_is_the_highest_level(eqf, group):
    profile = ProfessionalProfile(education=(Education("x", eqf),))
    assert groups_of(Counted("palim", profile, NOBODY), DAY)[6] == group


@pytest.mark.parametrize(("isco", "group"), [("7212", "isco_7"), ("0110", "isco_0"), ("", "not_stated")])
def test_the_occupation_is_its_major_group(isco, group):
    assert groups_of(Counted("palim", ProfessionalProfile(), NOBODY, isco), DAY)[7] == group


@pytest.mark.parametrize(("said", "group"), [("female", "female"), ("other", "other"), (None, "not_stated")])
def test_gender_is_as_stated(said, group):
    assert groups_of(Counted("palim", ProfessionalProfile(), HeldGrounds(said, None, None)), DAY)[1] == group


def test_everybody_is_in_one_group_of_each_dimension():
    assert tuple(dimension.name for dimension in dimensions()) == DIMENSIONS
    groups = groups_of(Counted("palim", ProfessionalProfile(), NOBODY), DAY)
    assert all(group in dimension.groups for dimension, group in zip(dimensions(), groups, strict=True))
