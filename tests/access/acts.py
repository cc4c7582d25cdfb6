"""What people did in the small world before anybody is tried: lists, searches, rankings, decisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.engine import Matcher
from matcher.hiring import Stage
from matcher.offices import PersonOffice, RecruitingOffice, RightsOffice, ShortlistOffice, StaffOffice
from matcher.ranking import RankingRequest
from matcher.records import Match, Vacancy
from matcher.stewardship import Actor
from matcher.trail import Role

EVERYBODY = RankingRequest(10)
THEIR_WORDS, OTHER_WORDS = "manden vlechten", "tadelakt van mijn oom"


@dataclass(frozen=True)
class Acts:
    """What came of them, by what stands for it in the table; ``searches`` are ids by who saved them."""

    within: dict[str, Any]
    beyond_staff: dict[str, Any]
    beyond_recruiters: dict[str, Any]
    searches: dict[str, str]


def act(engine: Matcher, actors: dict[Role, Actor], other: Actor, ids: dict[str, str]) -> Acts:
    """Do everything once, each act in the hands of whoever would do it."""
    admin = actors[Role.ADMIN]
    own, theirs = engine.store.vacancy("V1"), engine.store.vacancy("V2")
    ranked = RecruitingOffice(engine, admin).rank(own, EVERYBODY)
    matches = {match.candidate_id: match for match in ranked.matches}
    lists = _listed(engine, actors[Role.RECRUITER], own, matches[ids["A1"]])
    more = _added(engine, admin, lists["SHORTLIST"], own, matches[ids["B1"]])
    (rival,) = RecruitingOffice(engine, other).rank(theirs, EVERYBODY).matches
    far = _listed(engine, other, theirs, rival) | {"MATCH": rival}
    far |= more  # whom a recruiter does not reach may stand on their own list too
    searches = {
        each.name: RecruitingOffice(engine, each).searches.save("welders", own, EVERYBODY, ()).id
        for each in (admin, actors[Role.STAFF], actors[Role.RECRUITER])
    }
    RightsOffice(engine, admin).give_consent(ids["A1"], "matching", "signed form", date(2026, 1, 5))
    within, beyond = _decided(engine, admin, ids)
    known = {"MATCH": matches[ids["A1"]], "RANKING": ranked.ranking_id}
    return Acts(lists | known | within, more | {"MATCH": matches[ids["B1"]]} | beyond, far, searches)


def _listed(engine: Matcher, actor: Actor, vacancy: Vacancy, match: Match) -> dict[str, str]:
    """Make a list with one candidate on it, who is given a stage."""
    office = ShortlistOffice(engine, actor)
    held = office.make(f"for {vacancy.key}", vacancy)
    entry = office.add(held.id, match, vacancy)
    return {"SHORTLIST": held.id, "ENTRY": entry, "ACT": office.move(held.id, [entry], Stage.CONTACTED)}


def _added(engine: Matcher, actor: Actor, list_id: str, vacancy: Vacancy, match: Match) -> dict[str, str]:
    """Put somebody on a list, who is given a stage."""
    office = ShortlistOffice(engine, actor)
    entry = office.add(list_id, match, vacancy)
    return {"ENTRY": entry, "ACT": office.move(list_id, [entry], Stage.CONTACTED)}


def _decided(engine: Matcher, admin: Actor, ids: dict[str, str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Decide about words and about who is who, within the reach of staff and beyond it."""
    review, people = StaffOffice(engine, admin).review, PersonOffice(engine, admin)
    phrases = {phrase.text.lower(): phrase for phrase in review.queue().open}
    concept = review.search("skill", "lassen", "nl")[0].uri
    found = [
        {
            "PHRASE": phrases[words],
            "WORDS": words,
            "LINK_DECISION": review.decide("skill", words, concept).id,
            "DECISION": people.keep_both(ids[one], ids[two]).id,
        }
        for words, one, two in ((THEIR_WORDS, "A1", "A2"), (OTHER_WORDS, "B1", "B2"))
    ]
    return found[0] | {"CONCEPT": concept}, found[1]
