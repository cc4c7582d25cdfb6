"""Tests of a vacancy: level of the function, postings, scale, kind of work, and where it is done."""

from __future__ import annotations

import re
from datetime import date, timedelta

from matcher.eligibility.facts import VacancyFacts, authority_of
from matcher.eligibility.setting import Setting, Value, no, say, unknown, yes
from matcher.records import Finding, Place, Posting
from matcher.timeline import months_after
from taxonomies.belgium.rows import Condition
from taxonomies.wording import fold

_SELF_EMPLOYED = re.compile(
    r"zelfstandig|independant|freelance|self[- ]employed|selbst(?:st)?andig|freiberuflich|auto-entrepreneur"
)


def function_level(facts: VacancyFacts, test: Condition, _setting: Setting) -> Finding:
    """Compare the level of the function in the Flemish qualification structure (VKS)."""
    level = f"{test.number('level'):g}"
    if facts.vacancy.vks is None:
        return unknown("level_missing", say("ask_level", level=level), level=level)
    words: dict[str, Value] = {"held": str(facts.vacancy.vks), "level": level}
    return yes("level_enough", **words) if facts.vacancy.vks >= test.number("level") else no("level_under", **words)


def posted(facts: VacancyFacts, condition: Condition, setting: Setting) -> Finding:
    """Count the days that a vacancy stood with each of some services, within the months before the day.

    Of a service that no posting names nothing is known. Where the rule names no months, the posting must still stand
    on the day: how old an ended one may be was not found.
    """
    needed = int(condition.number("weeks") * 7)
    window = condition.has("within_months")
    since = months_after(setting.day, -int(condition.number("within_months"))) if window else date.min
    services = condition.words("services")
    named = " + ".join(service.upper() for service in services)
    words: dict[str, Value] = {"services": named, "weeks": f"{condition.number('weeks'):g}"}
    held = {service: _days(facts.vacancy.postings, service, since, setting.day) for service in services}
    told = {item.service for item in facts.vacancy.postings}
    missing = max((needed - held[service] for service in services if service in told), default=0)
    if missing > 0:
        return no("posted_short", say("post_longer", days=str(missing), **words), days=str(missing), **words)
    if not told.issuperset(services):
        return unknown("posting_missing", say("ask_posting", **words), **words)
    if not window and not all(_stands(facts.vacancy.postings, service, setting.day) for service in services):
        return unknown("posting_ended", say("ask_posting", **words), **words)
    return yes("posted", **words)


def _stands(postings: tuple[Posting, ...], service: str, day: date) -> bool:
    """Tell whether a service showed the vacancy on a day."""
    return any(
        item.service == service and item.start <= day and (item.end is None or item.end >= day) for item in postings
    )


def _days(postings: tuple[Posting, ...], service: str, since: date, until: date) -> int:
    """Return on how many days up to ``until`` a service showed the vacancy, no day counted twice."""
    stretches = sorted(
        (max(item.start, since), min(item.end or until, until)) for item in postings if item.service == service
    )
    total, covered = 0, date.min
    for start, end in stretches:
        fresh = start if covered == date.min else max(start, covered + timedelta(days=1))
        if fresh <= end:
            total += (end - fresh).days + 1
            covered = max(covered, end)
    return total


def paid_by_scale(facts: VacancyFacts, _test: Condition, _setting: Setting) -> Finding:
    """Ask whether pay is that of a skilled worker in the joint committee's scale; scales are not held here."""
    committee, follows = facts.vacancy.joint_committee, facts.vacancy.follows_scale
    if follows is False:
        return no("scale_not_followed", say("follow_scale"))
    ask = say("ask_grade", committee=committee) if committee else say("ask_committee")
    if follows and committee:
        return unknown("scale_grade", ask, committee=committee)
    return unknown("scale_missing", ask)


def says_transfer(facts: VacancyFacts, _test: Condition, _setting: Setting) -> Finding:
    """Tell whether the vacancy says that it is a transfer within a group of companies; silence is not tried."""
    return yes("transfer") if facts.vacancy.transfer else no("no_transfer")


def for_an_employer(facts: VacancyFacts, condition: Condition, _setting: Setting) -> Finding:
    """Tell whether nothing says that it is work as self-employed: a permit is for one employer and one function.

    ``otherwise = "unknown"`` is for rules of which no source tells what they mean for the self-employed.
    """
    contract = facts.vacancy.contract or ""
    if not _SELF_EMPLOYED.search(fold(contract)):
        return yes("for_an_employer")
    if condition.has("otherwise"):
        return unknown("self_employed", say("ask_authority"), contract=contract)
    return no("self_employed", say("offer_contract"), contract=contract)


def employed(facts: VacancyFacts, _test: Condition, _setting: Setting) -> Finding:
    """Tell work for an employer from work as self-employed."""
    contract = facts.vacancy.contract
    if not contract:
        return unknown("contract_missing", say("ask_contract"))
    if _SELF_EMPLOYED.search(fold(contract)):
        return no("self_employed", say("professional_card"), contract=contract)
    return yes("employed", contract=contract)


def asks_diploma(facts: VacancyFacts, _test: Condition, _setting: Setting) -> Finding:
    """Tell whether the vacancy asks for a diploma."""
    eqf = facts.vacancy.eqf
    return yes("asks_diploma", level=str(eqf)) if eqf and eqf > 1 else no("asks_no_diploma")


def decides_here(facts: VacancyFacts, _test: Condition, _setting: Setting) -> Finding:
    """Ask whether one authority alone decides: by workplace, while sources differ on workplace and seat."""
    vacancy, place = facts.vacancy, facts.vacancy.workplace
    here = say(f"authority.{facts.authority}")
    if place is not None and _may_be_german_speaking(place):
        return unknown("municipality_missing", say("ask_municipality"), place=place.name)
    others = {authority_of(item) for item in vacancy.further_workplaces} - {facts.authority}
    if others:
        return unknown("several_workplaces", say("ask_workplace"), authority=here)
    seat = authority_of(vacancy.seat)
    if vacancy.seat is not None and seat != facts.authority:
        return unknown("seat_elsewhere", say("ask_competence"), authority=here, seat=vacancy.seat.name)
    return yes("decides_here", authority=here)


def _may_be_german_speaking(place: Place) -> bool:
    """Tell whether a place of Wallonia is known so loosely that it may lie in the German-speaking Community."""
    loose = place.language_area is None and place.postcode is None
    return place.region == "wallonia" and loose and place.province in (None, "Liège")
