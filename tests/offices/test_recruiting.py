"""The recruiter's office: blind, within reach, and nothing told of few people."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from matcher.eligibility import route
from matcher.errors import NotFoundError, PastedTextError, RefusedError, UsageError
from matcher.filters import CEFR, WITHIN, Filters
from matcher.offices import RecruitingOffice
from matcher.ranking import RankingRequest
from matcher.records import REGIONS, Answer, LanguageRequirement, SkillRequirement
from matcher.replaying import Outcome
from matcher.shortlists import ranked_members, request_of
from matcher.stewardship import Actor
from matcher.trail import Action, Role

STAFF, RECRUITER = Actor("an", Role.STAFF), Actor("bo", Role.RECRUITER)
FEW = Filters(languages=(LanguageRequirement("de", "C2"),), drop_unknown=True)
SOME = Filters(languages=(LanguageRequirement("nl", "A2"),), drop_unknown=True)


@pytest.fixture
def office(demo_matcher):
    return RecruitingOffice(demo_matcher, RECRUITER)


@pytest.fixture
def vacancy(office):
    return office.open_vacancy("VL-26-1144")


@pytest.mark.parametrize("role", [Role.RESEARCHER, Role.AUDITOR])
def test_who_may_not_see_candidates_may_not_enter(demo_matcher, role):
    with pytest.raises(RefusedError):
        RecruitingOffice(demo_matcher, Actor("x", role))


def test_a_ranking_is_that_of_the_engine_with_its_record(office, demo_matcher, vacancy):
    found = office.rank(vacancy, RankingRequest(10))
    engine = demo_matcher.match_vacancy(vacancy, 10)
    assert [(match.candidate_id, match.score) for match in found.matches] == [(m.candidate_id, m.score) for m in engine]
    assert (found.total, found.remaining, found.too_few) == (240, 240, False)
    kept = demo_matcher.steward.register.ranking(found.ranking_id)
    assert [place.candidate_id for place in kept.places] == [match.candidate_id for match in found.matches]


def test_verdicts_of_a_blind_ranking_name_no_papers(office, vacancy):
    for match in office.rank(vacancy, RankingRequest(5)).matches:
        assert match.verdicts[0].rule == "legal_way"
        assert all("residence" not in verdict.rule for verdict in match.verdicts)


def test_filters_that_single_out_few_show_a_blind_actor_nothing(demo_matcher, office, vacancy):
    told = office.rank(vacancy, RankingRequest(10, FEW))
    assert told.too_few
    assert (told.matches, told.remaining, told.ranking_id) == ((), None, "")
    seeing = RecruitingOffice(demo_matcher, STAFF).rank(vacancy, RankingRequest(10, FEW))
    assert not seeing.too_few
    assert seeing.remaining == len(seeing.matches) < 5


@pytest.mark.parametrize(
    "few",
    [
        Filters(available_by=date(2026, 1, 1), drop_unknown=True),
        Filters(available_by=date(2026, 12, 1), regions=("wallonia",), occupations=("5",), drop_unknown=True),
    ],
)
def test_wishes_of_when_and_where_that_single_out_few_show_a_blind_actor_nothing(demo_matcher, office, vacancy, few):
    assert demo_matcher.count_candidates(few) < 5
    told = office.rank(vacancy, RankingRequest(10, few))
    assert (told.too_few, told.matches, told.remaining, told.profiles) == (True, (), None, {})
    counts = office.facets(few)
    assert counts.remaining is None
    assert all(number >= 5 for facet in (counts.available, counts.regions) for number in facet.values())
    seeing = RecruitingOffice(demo_matcher, STAFF).facets(few)
    assert (set(seeing.available), set(seeing.regions)) == (set(WITHIN), set(REGIONS))


def test_a_ranking_comes_with_the_masked_profiles_of_those_shown(office, demo_matcher, vacancy):
    found = office.rank(vacancy, RankingRequest(5))
    held = demo_matcher.store.held(match.candidate_id for match in found.matches)
    assert found.profiles == {name: each.profile for name, each in held.items()}
    assert len(found.profiles) == 5


def test_filters_that_leave_few_out_do_not_tell_how_many(demo_matcher, office, vacancy):
    wishes = [
        Filters(languages=(LanguageRequirement(code, level),)) for code in ("nl", "fr", "en", "de") for level in CEFR
    ]
    few = next(wish for wish in wishes if 235 < demo_matcher.count_candidates(wish) < 240)
    assert office.rank(vacancy, RankingRequest(10, few)).remaining is None
    seeing = RecruitingOffice(demo_matcher, STAFF).rank(vacancy, RankingRequest(10, few))
    assert seeing.remaining == demo_matcher.count_candidates(few)
    assert office.rank(vacancy, RankingRequest(10, SOME)).remaining == demo_matcher.count_candidates(SOME)


@pytest.mark.parametrize("actor", [STAFF, RECRUITER], ids=["staff", "recruiter"])
def test_legal_ways_are_asked_for_as_they_are_shown(demo_matcher, actor):
    office = RecruitingOffice(demo_matcher, actor)
    for vacancy in office.vacancies(date.today())[::20]:
        everybody = office.rank(vacancy, RankingRequest(240)).matches
        counts = Counter(route(match.verdicts) for match in everybody)
        told = office.facets(Filters(), vacancy=vacancy)
        assert told.routes == {one.value: counts[one] for one in Answer if actor is STAFF or counts[one] >= 5}
        for answer in Answer:
            found = office.rank(vacancy, RankingRequest(240, Filters(routes=(answer,))))
            if found.too_few:
                assert counts[answer] < 5
                continue
            assert [(one.candidate_id, one.score) for one in found.matches] == [
                (one.candidate_id, one.score) for one in everybody if route(one.verdicts) is answer
            ]


def test_other_filters_count_with_a_legal_way_and_it_with_them(demo_matcher, vacancy):
    office, wish = RecruitingOffice(demo_matcher, STAFF), replace(SOME, routes=(Answer.YES,))
    told = office.facets(wish, vacancy=vacancy)
    alone = office.facets(SOME, vacancy=vacancy)
    assert told.routes == alone.routes
    assert told.remaining == alone.routes["yes"] == alone.remaining - alone.routes["unknown"] - alone.routes["no"]
    assert sum(told.schemes.values()) == told.remaining
    assert told.total == alone.total == 240


def test_a_legal_way_is_one_to_a_job(demo_matcher, office):
    wish = Filters(routes=(Answer.YES,))
    for ask in (lambda: office.facets(wish), lambda: demo_matcher.count_candidates(wish)):
        with pytest.raises(UsageError, match="name the vacancy"):
            ask()
    assert office.facets(Filters()).routes == {}


def test_a_search_by_legal_way_is_saved_and_repeated(demo_matcher, office, vacancy):
    request = RankingRequest(10, Filters(routes=(Answer.YES,)))
    found = office.rank(vacancy, request)
    assert demo_matcher.replay(found.ranking_id).outcome is Outcome.IDENTICAL
    record = demo_matcher.steward.register.ranking(found.ranking_id)
    assert len(ranked_members(record)) == found.remaining < len(record.pool.members) == 240
    assert request_of(record.terms) == request


def test_a_blind_actor_learns_no_scheme(office, demo_matcher, vacancy):
    with pytest.raises(RefusedError, match="scheme"):
        office.rank(vacancy, RankingRequest(5, Filters(("palim",))))
    assert [name for name, _ in office.holdings().candidates] == [""]
    assert len(RecruitingOffice(demo_matcher, STAFF).holdings().candidates) > 1


def test_people_of_other_schemes_are_not_there(demo_matcher, vacancy):
    own = RecruitingOffice(demo_matcher, replace(STAFF, schemes=frozenset({"palim"})))
    other = next(held for held in demo_matcher.store.profiles() if held.scheme != "palim")
    assert {held.scheme for held in own.profiles()} == {"palim"}
    ranked = {match.candidate_id for match in own.rank(vacancy, RankingRequest(50)).matches}
    assert ranked <= {held.id for held in own.profiles()}
    for act in (own.read, own.similar):
        with pytest.raises(NotFoundError):
            act(other.id)
    assert own.still_ranked([other.id]) == frozenset()
    near = own.similar(own.profiles()[0].id)
    assert {item.read.candidate_id for item in near} <= {held.id for held in own.profiles()}


def test_similar_candidates_are_the_engines_nearest_and_never_oneself(office):
    for held in office.profiles()[:5]:
        near = office.similar(held.id, k=4)
        assert len(near) == 4
        assert held.id not in {item.read.candidate_id for item in near}
        closeness = [item.closeness for item in near]
        assert closeness == sorted(closeness, reverse=True)
        assert all(0 <= value <= 1 for value in closeness)


def test_what_similar_candidates_share_both_of_them_state(office):
    own = office.read(office.profiles()[0].id)
    mine = {link.concept for link in (*own.occupations, *own.skills)}
    for item in office.similar(own.candidate_id):
        theirs = {link.concept for link in (*item.read.occupations, *item.read.skills)}
        assert set(item.shared) <= mine & theirs


def test_looking_for_similar_candidates_is_written_down_without_naming_them(office, demo_matcher):
    candidate_id = office.profiles()[0].id
    found = office.similar(candidate_id, k=3)
    entry = demo_matcher.steward.register.log(subject=candidate_id).entries[-1]
    assert (entry.action, entry.actor) == (Action.VIEW, "bo")
    assert not any(item.read.candidate_id in entry.detail for item in found)


@pytest.mark.parametrize("sought", ["welder", "soudeur", "lasser"])
def test_an_occupation_finds_vacancies_in_its_language_or_else_in_others(office, sought):
    assert office.find_vacancies(sought).vacancies


def test_no_more_vacancies_are_given_than_asked_and_all_are_counted(office):
    hits = office.find_vacancies("", k=3)
    assert len(hits.vacancies) == 3
    assert hits.found == len(office.vacancies(date.today()))


@pytest.mark.parametrize("name", ["VL-00-0000", ""])
def test_a_vacancy_that_is_not_open_is_not_there(office, name):
    with pytest.raises(NotFoundError):
        office.open_vacancy(name)


def test_a_pasted_vacancy_is_ranked_and_its_record_keeps_it_though_the_store_does_not(office, demo_matcher):
    draft = office.drafts.read("Lasser\n- MIG lassen\n- plannen lezen\n- slijpen", "nl")
    found = office.rank(draft, RankingRequest(3))
    assert found.matches
    assert demo_matcher.steward.register.ranking(found.ranking_id).vacancies == (draft,)
    assert draft.id not in {vacancy.id for vacancy in demo_matcher.store.vacancies()}
    assert demo_matcher.replay(found.ranking_id).differences == ()


def test_a_blind_actor_may_not_keep_a_draft(office):
    draft = office.drafts.read("Lasser\n- MIG lassen\n- plannen lezen\n- slijpen", "nl")
    assert not office.drafts.may_keep
    with pytest.raises(RefusedError):
        office.drafts.keep(draft)


@pytest.mark.parametrize("text", ["", "<p></p>", "CV\nJan\nGeboortedatum: 1/2/1990"])
def test_what_is_no_vacancy_is_refused(office, text):
    with pytest.raises(PastedTextError):
        office.drafts.read(text)


def test_skills_occupations_and_places_are_suggested(office):
    assert office.drafts.suggest_skills("weld", "en")
    assert office.drafts.suggest_occupations("weld", "en")
    assert office.drafts.place("9000 Gent").region == "flanders"
    assert office.drafts.place(" ") is None


def test_a_saved_search_is_its_owners_alone(office, demo_matcher, vacancy):
    found = office.rank(vacancy, RankingRequest(5, SOME))
    seen = [match.candidate_id for match in found.matches]
    kept = office.searches.save("  Ware  house ", vacancy, RankingRequest(5, SOME), seen)
    try:
        assert (kept.name, kept.is_held, kept.vacancy) == ("Ware house", True, vacancy)
        assert kept.request == RankingRequest(5, SOME)
        assert kept in office.searches.all()
        for other in (STAFF, replace(RECRUITER, organisation="org"), replace(RECRUITER, name="cy")):
            theirs = RecruitingOffice(demo_matcher, other).searches
            assert theirs.all() == ()
            for act in (theirs.count_new, theirs.forget, lambda name, desk=theirs: desk.open(name, seen)):
                with pytest.raises(NotFoundError):
                    act(kept.id)
        assert office.searches.count_new(kept.id) == 0
        assert office.searches.open(kept.id, seen[1:]) == frozenset()
        assert office.searches.count_new(kept.id) == 1
        assert office.searches.open(kept.id, seen) == frozenset(seen[:1])
    finally:
        office.searches.forget(kept.id)
    assert office.searches.all() == ()


def test_a_changed_vacancy_is_saved_as_changed(office, vacancy):
    changed = replace(vacancy, requirements=(SkillRequirement("scanning"),))
    kept = office.searches.save("changed", changed, RankingRequest(5), [])
    try:
        assert not kept.is_held
        assert office.searches.all()[0].vacancy == changed
    finally:
        office.searches.forget(kept.id)


def test_a_saved_search_counts_nobody_new_where_too_few_would_be_singled_out(office, vacancy):
    kept = office.searches.save("few", vacancy, RankingRequest(5, FEW), [])
    try:
        assert office.searches.count_new(kept.id) == 0
    finally:
        office.searches.forget(kept.id)


def test_a_search_without_a_name_is_refused(office, vacancy):
    with pytest.raises(UsageError, match="name"):
        office.searches.save("  ", vacancy, RankingRequest(5), [])


def test_counts_of_facets_tell_a_blind_actor_of_no_few_people(demo_matcher, office):
    told, known = office.facets(SOME), RecruitingOffice(demo_matcher, STAFF).facets(SOME)
    assert told.remaining == known.remaining == demo_matcher.count_candidates(SOME)
    assert (told.schemes, bool(known.schemes)) == ({}, True)
    for some, every in ((told.skills, known.skills), (told.occupations, known.occupations)):
        assert some == {uri: number for uri, number in every.items() if number >= 5}
        assert any(number < 5 for number in every.values())
    assert all(number >= 5 for levels in told.languages.values() for number in levels.values())
    assert office.facets(FEW).remaining is None
    with pytest.raises(RefusedError):
        office.facets(Filters(("palim",)))


def test_concepts_are_named_in_the_language_asked(office, demo_matcher):
    uri = next(iter(office.facets(Filters()).skills))
    assert office.concept_names([uri, "urn:none"], "fr") == {
        uri: demo_matcher.taxonomy.concept(uri).label("fr"),
        "urn:none": "urn:none",
    }
