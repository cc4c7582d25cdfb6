from __future__ import annotations

from datetime import date

import pytest

from matcher.records import Experience, LanguageGap, LanguageRequirement, LanguageSkill, Place, Wage, WagePeriod
from screen.facts import (
    duration_in_words,
    gap_in_words,
    language_held,
    languages_asked,
    place_in_words,
    wage_in_words,
)
from screen.wording import Words

EN, NL, FR = Words("en"), Words("nl"), Words("fr")


@pytest.mark.parametrize(
    ("wage", "words", "said"),
    [
        (None, EN, "not stated"),
        (Wage(18.05, WagePeriod.HOUR), EN, r"18\.05 EUR an hour"),
        (Wage(3500, WagePeriod.MONTH, 4600), NL, r"3\.500–4\.600 EUR per maand"),
        (Wage(53220, WagePeriod.YEAR), FR, "53 220 EUR par an"),
    ],
)
def test_a_wage_is_said_as_stated(wage, words, said):
    assert wage_in_words(wage, words) == said


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (None, "niet vermeld"),
        (Place("Gent"), "Gent"),
        (Place("Gent", "9000", "flanders"), r"Gent \(9000\)\, Vlaanderen"),
        (Place("[x](javascript:1)"), "\\[x\\]\\(javascript\\:\u20601\\)"),
    ],
)
def test_a_place_is_said_as_far_as_known(place, said):
    assert place_in_words(place, NL) == said


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ([], "none asked"),
        ([LanguageRequirement("nl", "B1"), LanguageRequirement("fr", essential=False)], "Dutch B1, French (a plus)"),
    ],
)
def test_languages_asked_are_named_with_their_level(asked, said):
    assert languages_asked(asked, EN) == said


@pytest.mark.parametrize(
    ("skill", "said"),
    [(LanguageSkill("fr", "B2"), "French B2"), (LanguageSkill("wo"), "Wolof (level not known)")],
)
def test_a_language_held_is_named_with_its_level_or_without(skill, said):
    assert language_held(skill, EN) == said


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        (LanguageGap("nl", "overall", "B1", "A2", 1), "Dutch B1 asked, A2 held: 1 level to go"),
        (LanguageGap("nl", "overall", "B1", None, None), "Dutch B1 asked; the level held is not known"),
        (
            LanguageGap("nl", "overall", "B1", None, None, essential=False),
            "Dutch B1 welcome; the level held is not known",
        ),
    ],
)
def test_a_gap_says_what_is_asked_and_what_is_held(gap, said):
    assert gap_in_words(gap, EN).replace("\\", "") == said


@pytest.mark.parametrize(
    ("job", "said"),
    [
        (Experience("x"), ""),
        (Experience("x", 2.5), "2.5 years"),
        (Experience("x", 5, date(2010, 1, 1), date(2015, 1, 1)), "2010–2015, 5 years"),
        (Experience("x", start=date(2020, 1, 1)), "since 2020"),
        (Experience("x", end=date(2019, 1, 1)), "until 2019"),
    ],
)
def test_a_job_says_when_and_how_long(job, said):
    assert duration_in_words(job, EN) == said
