"""What people's words mean, decided by staff within the words of the people they reach."""

from __future__ import annotations

import pytest

from matcher.engine import Matcher
from matcher.errors import NotFoundError, RefusedError, UsageError
from matcher.offices import StaffOffice
from matcher.offices.skill_review import SkillReview
from matcher.records import LinkStatus
from matcher.stewardship import Actor
from matcher.trail import Role

WEAVING, PLANS = "basket weaving", "lecture de plan"


@pytest.fixture
def desk(engine: Matcher, palim_staff: Actor) -> SkillReview:
    return StaffOffice(engine, palim_staff).review


def waiting(desk: SkillReview) -> list[str]:
    return [phrase.text.lower() for phrase in desk.queue().open]


def a_skill(engine: Matcher) -> str:
    return StaffOffice(engine, Actor("bea", Role.ADMIN)).review.search("skill", "weld", "en")[0].uri


def status_of(engine: Matcher, key: str, text: str) -> tuple[LinkStatus, str | None]:
    held = next(item for item in engine.store.profiles() if item.id == engine.store.candidate_id(key))
    _, skills = engine.profile_links(held.profile, held.id)
    link = next(link for link in skills if link.text.lower() == text)
    return link.status, link.uri


def test_the_queue_holds_what_is_not_sure_the_most_valuable_first(desk):
    queue = desk.queue()
    assert (queue.decided, queue.total) == (0, len(queue.open))
    assert {WEAVING, PLANS} <= set(waiting(desk))
    assert "soudeur" not in waiting(desk)  # the name of an occupation, and of no other
    values = [phrase.value for phrase in queue.open]
    assert values == sorted(values, reverse=True)
    for phrase in queue.open:
        assert phrase.value == pytest.approx((1 - phrase.chance) * len(phrase.people) * (1 + phrase.vacancies))
    plans = next(phrase for phrase in queue.open if phrase.text == PLANS)
    assert (len(plans.people), plans.vacancies) == (2, 1)


def test_spellings_that_count_as_the_same_are_one_phrase(desk):
    weaving = next(phrase for phrase in desk.queue().open if phrase.form == WEAVING)
    assert len(weaving.people) == 2


def test_words_out_of_reach_do_not_exist(engine, desk):
    assert "tadelakt de mon oncle" not in waiting(desk)
    assert "tadelakt de mon oncle" in waiting(StaffOffice(engine, Actor("bea", Role.ADMIN)).review)
    with pytest.raises(NotFoundError, match="Nobody says"):
        desk.decide("skill", "tadelakt de mon oncle", None)
    other = engine.store.candidate_id("9")
    with pytest.raises(NotFoundError, match="no candidate"):
        desk.decide("skill", PLANS, None, other)
    assert other not in {held.id for phrase in desk.queue().open for held in desk.people(phrase)}


def test_an_accepted_meaning_counts_for_everybody_who_says_the_phrase(engine, desk):
    uri = a_skill(engine)
    desk.decide("skill", PLANS, uri)
    assert PLANS not in waiting(desk)
    assert [status_of(engine, key, PLANS) for key in ("1", "2", "9")] == [(LinkStatus.CONFIRMED, uri)] * 3
    assert desk.queue().decided == 1


def test_a_rejected_phrase_stays_unlinked(engine, desk):
    desk.decide("skill", PLANS, None)
    assert status_of(engine, "1", PLANS) == (LinkStatus.REJECTED, None)
    assert PLANS not in waiting(desk)


def test_a_decision_about_one_leaves_the_others_waiting(engine, desk):
    one, two = engine.store.candidate_id("1"), engine.store.candidate_id("2")
    desk.decide("skill", PLANS, None, one)
    assert status_of(engine, "1", PLANS) == (LinkStatus.REJECTED, None)
    assert status_of(engine, "2", PLANS)[0] is LinkStatus.PROPOSED
    (left,) = [phrase for phrase in desk.queue().open if phrase.text == PLANS]
    assert left.people == (two,)
    desk.decide("skill", PLANS, a_skill(engine), two)
    assert (PLANS in waiting(desk), desk.queue().decided) == (False, 1)


def test_what_was_decided_about_one_counts_before_what_was_for_everybody(engine, desk):
    desk.decide("skill", PLANS, None, engine.store.candidate_id("1"))
    desk.decide("skill", PLANS, a_skill(engine))
    assert [status_of(engine, key, PLANS)[0] for key in ("1", "2")] == [LinkStatus.REJECTED, LinkStatus.CONFIRMED]


def test_the_next_match_counts_the_decision(engine, desk):
    vacancy = engine.store.vacancy("V1")
    before = {match.candidate_id: match.score for match in engine.match_vacancy(vacancy, 4)}
    welder = engine.store.candidate_id("1")
    desk.decide("skill", PLANS, None, welder)
    after = {match.candidate_id: match.score for match in engine.match_vacancy(vacancy, 4)}
    assert after[welder] < before[welder]
    assert {key: after[key] for key in after if key != welder} == {key: before[key] for key in after if key != welder}
    desk.undo(desk.decisions()[0].id)
    assert {match.candidate_id: match.score for match in engine.match_vacancy(vacancy, 4)} == before


def test_undoing_brings_the_phrase_back(engine, desk):
    before = waiting(desk)
    made = desk.decide("skill", WEAVING, None)
    assert waiting(desk) == [text for text in before if text != WEAVING]
    undone = desk.undo(made.id)
    assert (undone.made_by, undone.undone_by) == ("ada", "ada")
    assert waiting(desk) == before
    assert [each.stands for each in desk.decisions()] == [False]


def test_decisions_about_others_words_are_neither_shown_nor_undone(engine, desk):
    theirs = StaffOffice(engine, Actor("bea", Role.ADMIN)).review.decide("skill", "tadelakt de mon oncle", None)
    assert desk.decisions() == ()
    with pytest.raises(NotFoundError, match="no decision"):
        desk.undo(theirs.id)


def test_only_concepts_of_the_taxonomy_can_be_meant(desk):
    with pytest.raises(UsageError, match="no concept"):
        desk.decide("skill", PLANS, "http://example.org/skill")


def test_every_decision_is_in_the_log_with_no_word_of_anybody(engine, desk):
    made = desk.decide("skill", WEAVING, None)
    desk.undo(made.id)
    entries = [entry for entry in engine.steward.register.log().entries if entry.action == "confirmation"]
    assert [(entry.actor, entry.subject) for entry in entries] == [("ada", made.id)] * 2
    assert all("weaving" not in entry.detail for entry in entries)


def test_an_export_tells_a_person_what_was_decided_about_their_words(engine, desk):
    one = engine.store.candidate_id("1")
    desk.decide("skill", WEAVING, None, one)
    (told,) = engine.export_person(one)["link_decisions"]
    assert (told["words"].lower(), told["means"], told["stands"]) == (WEAVING, None, True)
    assert engine.export_person(engine.store.candidate_id("2"))["link_decisions"] == []


def test_an_erased_persons_words_leave_the_queue(engine, desk):
    desk.queue()
    engine.erase([engine.store.candidate_id("1"), engine.store.candidate_id("3")])
    assert WEAVING not in waiting(desk)


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
def test_meanings_are_told_in_the_language_asked(desk, language):
    plans = next(phrase for phrase in desk.queue().open if phrase.text == PLANS)
    choice = desk.meanings(plans, language)[0]
    assert choice.label
    assert choice.label not in choice.others
    assert 0 < choice.chance <= 1


@pytest.mark.parametrize("typed", ["weld", "soud", "lassen", "schweiß"])
def test_a_search_finds_concepts_by_labels_of_every_language(desk, typed):
    assert desk.search("skill", typed, "en")


@pytest.mark.parametrize("role", [Role.RECRUITER, Role.RESEARCHER, Role.AUDITOR])
def test_nobody_else_may_review(engine, role):
    review = SkillReview(engine.acting_as(Actor("eve", role)), Actor("eve", role))
    phrase = engine.link_review.index(engine.store.profiles(), ()).unsure[0]
    for ask in (
        review.queue,
        review.decisions,
        lambda: review.people(phrase),
        lambda: review.meanings(phrase, "en"),
        lambda: review.search("skill", "weld", "en"),
        lambda: review.concept(a_skill(engine), "en"),
        lambda: review.decide("skill", PLANS, None),
        lambda: review.undo("0" * 32),
    ):
        with pytest.raises(RefusedError):
            ask()
