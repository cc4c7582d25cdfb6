"""What holds for every input: nothing missing makes a yes, the table agrees with the verdicts, nothing leaks."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.eligibility import (
    HIDDEN,
    CandidateColumns,
    CandidateFacts,
    Law,
    OccupationRead,
    VacancyFacts,
    route,
    veiled,
    verdict_table,
)
from matcher.eligibility.evaluating import evaluate
from matcher.eligibility.predicates import PREDICATES
from matcher.eligibility.setting import Setting
from matcher.intake.places import read_place
from matcher.reasons import LANGUAGES, in_words
from matcher.records import (
    Answer,
    Education,
    Experience,
    LegalStatus,
    Posting,
    ProfessionalProfile,
    Recognition,
    RecognitionKind,
    Source,
    StatusEvent,
    StatusStep,
    Vacancy,
    Wage,
    WageBasis,
    WagePeriod,
)
from taxonomies.belgium.dated import holds
from taxonomies.belgium.rows import AllOf, Condition, conditions_of
from taxonomies.belgium.tables import built_in_tables
from tests.eligibility.told import candidate_told, vacancy_told

TABLES = built_in_tables()
DAYS = st.dates(date(2023, 6, 1), date(2027, 6, 1))
NATIONALITIES = ("Marocaine", "Syrië", "française", "Nigeria", "belgo-marocaine", "apatride", "??", "")
STATUSES = (
    *("asielzoeker", "vluchteling", "vluchteling sinds 02/2026", "subsidiaire bescherming", "zoekjaar", "student"),
    *("vluchteling (tot 2024)", "refugee?", "zoekjaar geweigerd", "asielzoeker, geen arbeidsmarkt: onbeperkt"),
    *(
        "asielzoeker, in beroep",
        "verzoeker, arbeidsmarkt: onbeperkt",
        "demande ultérieure recevable",
        "refus",
        "F-kaart",
    ),
)
RECOGNITIONS = st.builds(
    Recognition,
    st.sampled_from(RecognitionKind),
    st.just("NARIC"),
    st.none() | st.integers(1, 8),
    st.none() | st.sampled_from(("verpleegkundige", "médecin", "kok")),
    st.none() | DAYS,
)
COURSES = st.builds(
    Education,
    st.just("diploma"),
    st.none() | st.integers(1, 8),
    recognitions=st.lists(RECOGNITIONS, max_size=2).map(tuple),
)
PROFILES = st.builds(
    ProfessionalProfile,
    education=st.lists(COURSES, max_size=2).map(tuple),
    experience=st.lists(st.builds(Experience, st.just("work"), st.none() | st.floats(0, 20)), max_size=2).map(tuple),
)
LEGAL = st.builds(
    LegalStatus,
    st.none() | st.sampled_from(NATIONALITIES),
    st.none() | st.dates(date(1960, 1, 1), date(2008, 1, 1)),
    st.none() | st.sampled_from(STATUSES),
    st.lists(st.builds(StatusEvent, st.sampled_from(StatusStep), DAYS), max_size=4).map(tuple),
)
CANDIDATES = st.builds(
    lambda legal, profile, abroad: CandidateFacts.of("c", legal, profile, abroad=abroad),
    LEGAL,
    PROFILES,
    st.none() | st.booleans(),
)
PLACES = st.none() | st.sampled_from(
    [read_place("", code) for code in ("1000", "9000", "5000", "4700", "4800")] + [read_place("", "", "wallonia")]
)
WAGES = st.builds(
    Wage,
    st.one_of(st.floats(10, 200), st.floats(1_500, 9_000), st.floats(20_000, 120_000)),
    st.sampled_from(WagePeriod),
    st.none(),
    st.sampled_from(("EUR", "EUR", "EUR", "MAD")),
    st.none() | st.sampled_from(WageBasis),
)
POSTINGS = st.builds(
    lambda service, start, days: Posting(service, start, start + timedelta(days=days)),
    st.sampled_from(("vdab", "eures", "actiris")),
    DAYS,
    st.integers(0, 200),
)
VACANCIES = st.builds(
    Vacancy,
    id=st.just("v"),
    key=st.just("v"),
    title=st.just("a job"),
    source=st.just(Source("test")),
    contract=st.none() | st.sampled_from(("CDI", "zelfstandige", "freelance", "interim")),
    wage=st.none() | WAGES,
    workplace=PLACES,
    eqf=st.none() | st.integers(1, 8),
    hours=st.none() | st.floats(1, 40),
    seat=PLACES,
    vks=st.none() | st.integers(1, 8),
    follows_scale=st.none() | st.booleans(),
    transfer=st.none() | st.booleans(),
    postings=st.lists(POSTINGS, max_size=3).map(tuple),
)
OCCUPATIONS = st.lists(
    st.builds(
        OccupationRead,
        st.sampled_from(("2221", "2512.1", "7121.1", "8332.2", "1120", "21", "2330", "7", "2161.1")),
        st.just("the job"),
        st.booleans(),
    ),
    max_size=2,
)
JOBS = st.builds(VacancyFacts.of, VACANCIES, OCCUPATIONS)


def without_legal(**changes):
    return lambda facts: CandidateFacts.of(
        facts.id, replace(facts.legal, **changes), facts.profile, abroad=facts.abroad
    )


def without_profile(**changes):
    return lambda facts: CandidateFacts.of(
        facts.id, facts.legal, replace(facts.profile, **changes), abroad=facts.abroad
    )


def without(**changes):
    return lambda facts: VacancyFacts.of(replace(facts.vacancy, **changes), facts.occupations)


def without_occupation(facts):
    return VacancyFacts.of(facts.vacancy)


# How the fact that a test needs is taken away; ``None`` for the two tests that ask whether something is silent.
BLANK = {
    "third_country": without_legal(nationality=None),
    "citizen_of_area": without_legal(nationality=None),
    "younger_than": without_legal(birth_date=None),
    "may_apply": lambda facts: replace(facts, abroad=None),
    "residence": without_legal(residence_status=None, events=()),
    "asylum_access": without_legal(residence_status=None, events=()),
    "search_year": without_legal(events=()),
    "higher_diploma": without_profile(education=()),
    "experience_under": without_profile(experience=()),
    "recognised": without_profile(education=()),
    "wage_at_least": without(wage=None),
    "function_level": without(vks=None),
    "on_list": without_occupation,
    "occupation_in": without_occupation,
    "occupation_read": without_occupation,
    "occupation_unread": None,
    "posted": without(postings=()),
    "paid_by_scale": without(follows_scale=None),
    "says_transfer": without(transfer=None),
    "residence_unstated": None,  # asks whether something is silent
    "for_an_employer": None,  # silence on self-employment is no such work: a vacancy is an employer's
    "employed": without(contract=None),
    "asks_diploma": without(eqf=None),
    "decides_here": None,  # the workplace chooses the authority: without it no rule of a Region is asked at all
    "on_or_after": None,
    "missing_fact": None,
    "not_in_sources": None,
}


def test_every_test_says_what_it_needs():
    assert set(BLANK) == set(PREDICATES)


@settings(max_examples=150, deadline=None)
@given(CANDIDATES, JOBS, DAYS)
def test_no_test_says_yes_without_the_fact_it_needs(candidate, job, day):
    for rule in TABLES.rules:
        setting = Setting(day, rule.authority, TABLES)
        for test in [*conditions_of(rule.applies), *conditions_of(rule.requires)]:
            blank, predicate = BLANK[test.name], PREDICATES[test.name]
            if blank is not None:
                facts = candidate if predicate.side == "candidate" else job
                assert predicate.find(blank(facts), test, setting).answer is not Answer.YES, test


@settings(max_examples=150, deadline=None)
@given(CANDIDATES, JOBS, DAYS)
def test_no_rule_says_yes_when_a_fact_it_needs_is_taken_away(candidate, job, day):
    for verdict in Law(TABLES, day).verdicts(candidate, job):
        if verdict.answer is not Answer.YES:
            continue
        rules = [item.rule for item in Law(TABLES, day).rules if item.rule.id == verdict.rule]
        rule = next(rule for rule in rules if rule.authority in (job.authority, "belgium"))
        for test in [part for part in (*rule.applies.parts, *rule.requires.parts) if isinstance(part, Condition)]:
            blank = BLANK[test.name]
            if blank is None:
                continue
            of_candidate = PREDICATES[test.name].side == "candidate"
            pair = (blank(candidate), job) if of_candidate else (candidate, blank(job))
            again = {item.rule: item.answer for item in Law(TABLES, day).verdicts(*pair)}
            assert again.get(rule.id) is not Answer.YES, test


@settings(max_examples=150, deadline=None)
@given(st.lists(CANDIDATES, min_size=1, max_size=3), st.lists(JOBS, min_size=1, max_size=3), DAYS)
def test_the_table_of_all_pairs_says_what_the_verdicts_say(candidates, jobs, day):
    candidates = [replace(facts, id=f"c{number}") for number, facts in enumerate(candidates)]
    jobs = [replace(facts, vacancy=replace(facts.vacancy, id=f"v{number}")) for number, facts in enumerate(jobs)]
    law = Law(TABLES, day)
    table = verdict_table(CandidateColumns(law, candidates), jobs)
    for row, candidate in enumerate(candidates):
        for column, job in enumerate(jobs):
            verdicts = law.verdicts(candidate, job)
            said = {rule: table.answer(rule, row, column) for rule in table.by_rule}
            assert {rule: answer for rule, answer in said.items() if answer} == {v.rule: v.answer for v in verdicts}
            assert table.route(row, column) == route(verdicts)


def shown_to_others(candidate, job, day):
    return veiled(Law(TABLES, day, HIDDEN), candidate, job)


def words_of(verdicts, language):
    parts = [
        part for verdict in verdicts for found in verdict.findings for part in (found.reason, found.remedy) if part
    ]
    return " ".join(in_words(part, language) for part in parts)


@settings(max_examples=100, deadline=None)
@given(CANDIDATES, JOBS, DAYS)
def test_a_role_that_may_not_see_papers_reads_nothing_of_them(candidate, job, day):
    shown = shown_to_others(candidate, job, day)
    assert not [finding for verdict in shown for finding in verdict.findings if finding.private]
    assert not [verdict for verdict in shown if verdict.rule.startswith("residence.")]
    for language in LANGUAGES:
        text = words_of(shown, language)
        for country in candidate.nationalities:
            assert not re.search(rf"\b{country.code}\b", text)
        if candidate.legal.birth_date:
            assert f"{candidate.legal.birth_date:%d/%m/%Y}" not in text


@settings(max_examples=100, deadline=None)
@given(CANDIDATES, LEGAL, st.none() | st.booleans(), JOBS, DAYS)
def test_two_people_with_other_papers_look_alike_but_for_the_one_answer(candidate, legal, abroad, job, day):
    other = CandidateFacts.of(candidate.id, legal, candidate.profile, abroad=abroad)
    one, two = shown_to_others(candidate, job, day), shown_to_others(other, job, day)
    assert one[1:] == two[1:]


@settings(max_examples=100, deadline=None)
@given(CANDIDATES, st.none() | st.dates(date(1960, 1, 1), date(2008, 1, 1)), JOBS, DAYS)
def test_no_age_can_be_read_from_any_answer(candidate, born, job, day):
    legal = replace(candidate.legal, birth_date=born)
    other = CandidateFacts.of(candidate.id, legal, candidate.profile, abroad=candidate.abroad)
    assert shown_to_others(candidate, job, day) == shown_to_others(other, job, day)


@pytest.mark.parametrize(("postcode", "authority"), [("9000", "flanders"), ("5000", "wallonia")])
def test_a_wage_that_only_the_young_may_be_paid_tells_nobody_who_is_young(postcode, authority):
    day = date(2025, 6, 1)
    amounts = {row.category: row for row in TABLES.amounts if row.authority == authority and holds(row, day)}
    usual, reduced = amounts["highly_skilled"], amounts["highly_skilled_reduced"]
    assert usual.per == reduced.per
    job = vacancy_told(f"{postcode} wage={(usual.amount + reduced.amount) / 2:.0f}/{usual.per} code=2512.1")
    young, older = (candidate_told(f"MA born={born}-01-01 eqf=6") for born in (2000, 1980))
    by_age = [route(Law(TABLES, day).verdicts(candidate, job)) for candidate in (young, older)]
    assert by_age[0] is not by_age[1]  # to those who may see papers
    assert shown_to_others(young, job, day) == shown_to_others(older, job, day)


@settings(max_examples=150, deadline=None)
@given(st.lists(CANDIDATES, min_size=1, max_size=3), JOBS, DAYS)
def test_the_table_made_without_ages_holds_the_one_answer_that_others_read(candidates, job, day):
    candidates = [replace(facts, id=f"c{number}") for number, facts in enumerate(candidates)]
    table = verdict_table(CandidateColumns(Law(TABLES, day, HIDDEN), candidates), [job])
    for row, candidate in enumerate(candidates):
        assert table.route(row, 0) == route(shown_to_others(candidate, job, day))


@settings(max_examples=50, deadline=None)
@given(st.lists(CANDIDATES, min_size=2, max_size=4), st.lists(CANDIDATES, max_size=2), JOBS, DAYS, st.data())
def test_columns_that_follow_others_answer_like_columns_made_anew(before, new, job, day, data):
    law = Law(TABLES, day)
    first = CandidateColumns(law, before)
    verdict_table(first, [job])
    after = data.draw(st.permutations([*before[1:], *new]))
    following = verdict_table(CandidateColumns(law, after, first), [job])
    anew = verdict_table(CandidateColumns(law, after), [job])
    assert (following.routes == anew.routes).all()
    assert all((following.by_rule[rule] == answers).all() for rule, answers in anew.by_rule.items())


ANSWERS = st.sampled_from(Answer)
TREES = st.recursive(
    st.integers(0, 4).map(lambda number: Condition("on_or_after", (("day", f"leaf {number}"),))),
    lambda parts: st.lists(parts, min_size=1, max_size=3).map(lambda some: AllOf(tuple(some))),
    max_leaves=6,
)


@pytest.mark.parametrize("worse", [Answer.NO, Answer.UNKNOWN])
@given(TREES, st.lists(ANSWERS, min_size=5, max_size=5), st.integers(0, 4))
def test_taking_a_leaf_down_never_lifts_a_tree(worse, tree, answers, leaf):
    from matcher.records import Finding, Reason

    order = [Answer.NO, Answer.UNKNOWN, Answer.YES]

    def find(values):
        return lambda test: Finding(values[int(test.text("day").split()[1])], Reason("law.since", (("day", "x"),)))

    lowered = list(answers)
    lowered[leaf] = min(answers[leaf], worse, key=order.index)
    before, after = evaluate(tree, find(answers)).answer, evaluate(tree, find(lowered)).answer
    assert order.index(after) <= order.index(before)
