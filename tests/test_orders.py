"""Other orders move people, and leave nobody out."""

from __future__ import annotations

import pytest

from matcher.eligibility import route
from matcher.orders import Order, essential_skills_away, in_order
from matcher.records import Evidence, LanguageGap, Match, Reason


def match(name, score, met=0, steps=0, known=True):
    counts = (("met_essential", str(met)), ("essential", "4"))
    evidence = (
        Evidence("skills", score, 0.5, Reason("skills.coverage", counts)),
        Evidence("meaning", score if known else None, 0.5, Reason("meaning.close"), prior=score),
    )
    return Match(name, "v", evidence, gaps=(LanguageGap("nl", "overall", "B2", None, steps),))


A = match("a", 0.9, met=1, steps=3)
B = match("b", 0.5, met=4, steps=None)
C = match("c", 0.4, met=4, steps=0, known=False)


@pytest.mark.parametrize(
    ("order", "names"),
    [(Order.SCORE, "abc"), (Order.SKILLS, "bca"), (Order.LANGUAGES, "cba"), (Order.KNOWN, "abc"), (Order.ROUTE, "abc")],
)
def test_each_order_puts_its_best_first_and_keeps_the_ranking_among_equals(order, names):
    assert "".join(item.candidate_id for item in in_order([A, B, C], order)) == names


def test_a_profile_that_states_no_skills_is_as_far_as_can_be():
    stated_none = Match("d", "v", (Evidence("skills", None, 1.0, Reason("skills.none_stated")),))
    assert essential_skills_away(stated_none) == 1
    assert essential_skills_away(B) == 0
    assert essential_skills_away(Match("e", "v", (Evidence("skills", None, 1.0, Reason("skills.none_asked")),))) == 0


def test_an_open_route_comes_first(demo_matcher):
    vacancy = demo_matcher.store.vacancy("VL-26-1312")
    matches = in_order(demo_matcher.match_vacancy(vacancy, 50), Order.ROUTE)
    ranks = [("yes", "unknown", "no").index(route(item.verdicts)) for item in matches]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) > 1
