from __future__ import annotations

from matcher.records import Evidence, Match, Reason
from screen.asked_skills import ESSENTIAL, OPTIONAL, AskedSkill, asked_skills

COVERAGE = Reason(
    "skills.coverage",
    (
        ("met_essential", "1"),
        ("essential", "3"),
        ("met", ("welding ← “soudure”",)),
        ("near", ("reading plans ← “plans ← coupes”",)),
        ("missing", ("lifting",)),
        ("extra_met", ("TIG ← “tig inox”",)),
        ("extra_missing", ()),
    ),
)


def match(reason):
    return Match(
        "c", "v", (Evidence("skills", 0.5, 0.6, reason), Evidence("meaning", 0.1, 0.4, Reason("meaning.close")))
    )


def test_each_skill_has_its_state_and_the_candidates_words():
    assert asked_skills(match(COVERAGE), ESSENTIAL) == [
        AskedSkill("welding", "met", "“soudure”"),
        AskedSkill("reading plans", "near", "“plans ← coupes”"),
        AskedSkill("lifting", "missing", ""),
    ]
    assert asked_skills(match(COVERAGE), OPTIONAL) == [AskedSkill("TIG", "extra_met", "“tig inox”")]


def test_a_reason_without_skills_gives_none():
    assert asked_skills(match(Reason("skills.none_stated")), ESSENTIAL) == []
    assert asked_skills(Match("c", "v", ()), ESSENTIAL) == []


def test_every_skill_of_a_real_match_is_said(demo_matcher):
    vacancy = next(item for item in demo_matcher.store.vacancies() if len(item.requirements) > 4)
    found = demo_matcher.match_vacancy(vacancy, 1)[0]
    said = [skill.asked for states in (ESSENTIAL, OPTIONAL) for skill in asked_skills(found, states)]
    assert sorted(said) == sorted(requirement.text for requirement in vacancy.requirements)
