"""Distance to the profile: one sentence, made of what the match found and of nothing else."""

from __future__ import annotations

import pytest

from matcher.distance import distance
from matcher.reasons import LANGUAGES, in_words
from matcher.records import Evidence, LanguageGap, Match, Reason


def coverage(essential: int, met: int, near: int = 0) -> Reason:
    counts = (("met_essential", str(met)), ("essential", str(essential)))
    return Reason("skills.coverage", (*counts, ("near", tuple(f"skill {n}" for n in range(near)))))


def gap(language: str, steps: int | None, skill: str = "overall", *, essential: bool = True) -> LanguageGap:
    return LanguageGap(language, skill, "B2", None if steps is None else "A2", steps, essential)


def said(reason: Reason, *gaps: LanguageGap) -> str:
    return in_words(distance(Match("c", "v", (Evidence("skills", 0.5, 1.0, reason),), gaps=gaps)))


@pytest.mark.parametrize(
    ("reason", "gaps", "expected"),
    [
        (
            coverage(6, 4),
            [gap("nl", 1)],
            "Still to go: 2 of 6 essential skills and 1 step of Dutch.",
        ),
        (coverage(6, 4, near=1), [], "Still to go: 2 of 6 essential skills (near: 1)."),
        (coverage(1, 0), [], "Still to go: the one essential skill."),
        (coverage(1, 0, near=1), [], "Still to go: the one essential skill (which is near)."),
        (coverage(3, 3), [gap("nl", 2)], "Still to go: 2 steps of Dutch."),
        (
            coverage(3, 3),
            [gap("nl", 2), gap("fr", 1)],
            "Still to go: 2 steps of Dutch and 1 step of French.",
        ),
        (
            coverage(3, 2),
            [gap("nl", 2), gap("fr", 1), gap("de", 3), gap("en", 1)],
            "Still to go: 1 of 3 essential skills, 2 steps of Dutch and steps in 3 other languages.",
        ),
        (
            coverage(3, 3),
            [gap("nl", 1, "speaking"), gap("nl", 2, "writing"), gap("nl", None, "understanding")],
            "Still to go: 2 steps of Dutch.",
        ),
        (coverage(3, 3), [gap("nl", 0)], "Every essential skill and every language that could be compared is met."),
        (
            coverage(3, 3),
            [gap("fr", 2, essential=False)],
            "Every essential skill and every language that could be compared is met.",
        ),
        (
            coverage(6, 4),
            [gap("nl", None)],
            "Still to go: 2 of 6 essential skills. The level of Dutch is not known.",
        ),
        (
            coverage(2, 2),
            [gap("nl", None), gap("fr", None)],
            "Every essential skill and every language that could be compared is met. "
            "The levels of 2 languages are not known.",
        ),
        (Reason("skills.none_stated"), [], "The profile states no skills, so the distance is not known."),
        (
            Reason("skills.none_stated"),
            [gap("nl", 1)],
            "The profile states no skills, so the distance is not known. Also to go: 1 step of Dutch.",
        ),
        (Reason("skills.none_asked"), [], "The vacancy calls nothing essential, so there is no distance to tell."),
    ],
)
def test_distance_is_one_sentence_of_what_is_still_to_go(reason, gaps, expected):
    assert said(reason, *gaps) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_real_match_has_a_distance_in_every_language(demo_matcher, language):
    vacancy = next(item for item in demo_matcher.store.vacancies() if item.languages and len(item.requirements) > 3)
    for match in demo_matcher.match_vacancy(vacancy, 10):
        sentence = in_words(distance(match), language)
        assert sentence.endswith(".")
        assert "{" not in sentence


def test_distance_counts_what_the_card_lists(demo_matcher):
    vacancy = next(item for item in demo_matcher.store.vacancies() if len(item.requirements) > 4)
    for match in demo_matcher.match_vacancy(vacancy, 20):
        values = dict(next(part.reason for part in match.evidence if part.signal == "skills").values)
        away = len(values["near"]) + len(values["missing"])
        assert (f"{away} of {values['essential']} essential" in in_words(distance(match))) == bool(away)
