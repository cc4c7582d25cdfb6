from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.language_gaps import CEFR, language_gaps, reason_of
from matcher.reasons import LANGUAGES, in_words
from matcher.records import LanguageGap, LanguageRequirement, LanguageSkill, ProfessionalProfile, Source, Vacancy


def gaps(asked: list[LanguageRequirement], held: list[LanguageSkill]) -> tuple[LanguageGap, ...]:
    vacancy = Vacancy("v", "v", "lasser", Source("f.csv"), languages=tuple(asked))
    return language_gaps(ProfessionalProfile(languages=tuple(held)), vacancy)


def wants(cefr: str | None, **by_skill: str) -> list[LanguageRequirement]:
    return [LanguageRequirement("nl", cefr, by_skill=tuple(by_skill.items()))]


def has(cefr: str | None, **by_skill: str) -> list[LanguageSkill]:
    return [LanguageSkill("nl", cefr, by_skill=tuple(by_skill.items()))]


CASES: list[tuple[str, list[LanguageRequirement], list[LanguageSkill], list[tuple[Any, ...]]]] = [
    ("nothing asked", [], has("B1"), []),
    ("one level short", wants("B1"), has("A2"), [("overall", "B1", "A2", 1)]),
    ("just held", wants("B1"), has("B1"), [("overall", "B1", "B1", 0)]),
    ("more than held", wants("B1"), has("C2"), [("overall", "B1", "C2", 0)]),
    ("from nothing to mother tongue", wants("C2"), has("A1"), [("overall", "C2", "A1", 5)]),
    ("not stated is unknown", wants("B1"), [], [("overall", "B1", None, None)]),
    ("another language says nothing", wants("B1"), [LanguageSkill("fr", "C2")], [("overall", "B1", None, None)]),
    ("stated without a level", wants("B1"), has(None), [("overall", "B1", None, None)]),
    ("asked without a level", wants(None), has("A2"), [("overall", None, "A2", None)]),
    ("asked without a level, mother tongue", wants(None), has("C2"), [("overall", None, "C2", 0)]),
    ("told twice, the best counts", wants("B1"), [*has("A2"), *has("B2")], [("overall", "B1", "B2", 0)]),
    (
        "skills apart",
        wants("A2", speaking="B1", writing="A2", understanding="B1"),
        has("A2"),
        [("understanding", "B1", "A2", 1), ("speaking", "B1", "A2", 1), ("writing", "A2", "A2", 0)],
    ),
    (
        "one skill asked, held apart",
        wants("B2", speaking="B2"),
        has("A2", speaking="C1", writing="A2"),
        [("speaking", "B2", "C1", 0)],
    ),
    ("a skill nobody stated", wants("B1", writing="B1"), has("C1", speaking="C1"), [("writing", "B1", None, None)]),
    (
        "said of the language beside a skill",
        wants("B1", writing="B1"),
        has("B1", speaking="C1"),
        [("writing", "B1", "B1", 0)],
    ),
    (
        "listening and reading, the worse",
        wants("B1", understanding="B1"),
        has("A2", listening="A2", reading="B2"),
        [("understanding", "B1", "A2", 1)],
    ),
    (
        "only reading asked",
        wants("B1", reading="B1"),
        has("A2", listening="A2", reading="B2"),
        [("understanding", "B1", "B2", 0)],
    ),
    (
        "understanding held, reading asked",
        wants("B1", reading="B1"),
        has("B1", understanding="B1"),
        [("understanding", "B1", "B1", 0)],
    ),
    (
        "a known gap before an unknown one",
        wants("B1", understanding="B1"),
        has("A1", reading="A1"),
        [("understanding", "B1", "A1", 2)],
    ),
    ("some skills only are no whole", wants("B1"), has("C1", speaking="C1"), [("overall", "B1", "C1", None)]),
    ("some skills only, short already", wants("B2"), has("A2", speaking="A2"), [("overall", "B2", "A2", 2)]),
    (
        "all skills are the whole",
        wants("B1"),
        has("B1", understanding="C1", speaking="B2", writing="B1"),
        [("overall", "B1", "B1", 0)],
    ),
    (
        "a level of the whole and one of a skill",
        wants("B1", speaking="B2"),
        has("B1"),
        [("overall", "B1", "B1", 0), ("speaking", "B2", "B1", 1)],
    ),
]


@pytest.mark.parametrize(("asked", "held", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_gap(asked, held, expected):
    assert [(gap.skill, gap.required, gap.held, gap.steps) for gap in gaps(asked, held)] == expected


def test_what_is_only_welcome_says_so_and_the_order_is_the_vacancys():
    asked = [LanguageRequirement("fr", "B1", essential=False), LanguageRequirement("nl", "A2")]
    found = gaps(asked, has("A2"))
    assert [(gap.language, gap.essential, gap.steps) for gap in found] == [("fr", False, None), ("nl", True, 0)]


WORDS = [
    (LanguageGap("nl", "overall", "B1", "A2", 1), "Dutch B1 asked, A2 held: 1 level to go."),
    (LanguageGap("nl", "overall", "B2", "A2", 2), "Dutch B2 asked, A2 held: 2 levels to go."),
    (LanguageGap("fr", "speaking", "B1", "C2", 0), "French, speaking: B1 asked, C2 held."),
    (LanguageGap("fr", "writing", "B1", None, None), "French, writing: B1 asked; the level held is not known."),
    (LanguageGap("de", "overall", "B1", None, None, False), "German B1 welcome; the level held is not known."),
    (LanguageGap("de", "overall", None, "B1", None), "German asked, the level is not said; B1 held."),
    (
        LanguageGap("de", "overall", None, None, None),
        "German asked, the level is not said; the level held is not known.",
    ),
]


@pytest.mark.parametrize(("gap", "words"), WORDS)
def test_a_gap_in_words(gap, words):
    assert in_words(reason_of(gap)) == words
    assert len({in_words(reason_of(gap), language) for language in LANGUAGES}) == len(LANGUAGES)


LEVELS = st.sampled_from([None, *CEFR])
PARTS = ["listening", "reading", "understanding", "speaking", "writing"]
APART = st.dictionaries(st.sampled_from(PARTS), st.sampled_from(CEFR)).map(lambda levels: tuple(levels.items()))
CODES = st.sampled_from(["nl", "fr", "xx"])


@given(
    asked=st.lists(st.builds(LanguageRequirement, CODES, LEVELS, essential=st.booleans(), by_skill=APART), max_size=3),
    held=st.lists(st.builds(LanguageSkill, CODES, LEVELS, by_skill=APART), max_size=3),
)
def test_no_gap_is_closed_or_counted_where_a_level_is_missing(asked, held):
    for gap in gaps(asked, held):
        assert gap.steps is None or 0 <= gap.steps <= 5
        assert gap.held is not None or gap.steps is None
        assert gap.required is not None or gap.steps is None or gap.held == "C2"
        for language in LANGUAGES:
            assert "{" not in in_words(reason_of(gap), language)
