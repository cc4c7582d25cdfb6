"""Tests of a candidate: nationality, age, where they live, diploma and experience."""

from __future__ import annotations

import re

from matcher.eligibility.facts import CandidateFacts
from matcher.eligibility.predicates.papers import private
from matcher.eligibility.residence import residence_on
from matcher.eligibility.setting import Setting, Value, no, say, unknown, yes
from matcher.eligibility.spans import birthday
from matcher.records import Education, Finding
from taxonomies.belgium.rows import Condition
from taxonomies.wording import fold

HIGHER = 5
"""Lowest EQF level of higher education: short-cycle, such as graduaat or BTS."""

# A course that goes on is no diploma yet.
_UNFINISHED = re.compile(
    r"\b(?:expected|ongoing|in progress|studying|en cours|inacheve\w*|non termine\w*|lopend|bezig|niet afgewerkt"
    r"|onvoltooid|stopgezet|abandon\w*|laufend|abgebrochen|dropped out|unfinished)\b"
)


def third_country(facts: CandidateFacts, _condition: Condition, _setting: Setting) -> Finding:
    """Tell whether no nationality held is of the European Economic Area or Switzerland."""
    if not facts.nationalities:
        return private(_nationality_missing(facts))
    held = tuple(country.code for country in facts.nationalities)
    if any(country.eea for country in facts.nationalities):
        return private(no("citizen", held=held))
    return private(yes("third_country", held=held))


def citizen_of_area(facts: CandidateFacts, _condition: Condition, _setting: Setting) -> Finding:
    """Tell whether a nationality held is of the European Economic Area or Switzerland."""
    if not facts.nationalities:
        return private(_nationality_missing(facts))
    held = tuple(country.code for country in facts.nationalities)
    if any(country.eea for country in facts.nationalities):
        return private(yes("citizen", held=held))
    return private(no("not_citizen"))


def _nationality_missing(facts: CandidateFacts) -> Finding:
    ask, stated = say("ask_nationality"), facts.legal.nationality
    return unknown("nationality_unread", ask, stated=stated) if stated else unknown("nationality_missing", ask)


def younger_than(facts: CandidateFacts, condition: Condition, setting: Setting) -> Finding:
    """Tell whether somebody is under an age on the day."""
    years, born = int(condition.number("years")), facts.legal.birth_date
    if born is None or setting.day < born:
        return private(unknown("birth_date_missing", say("ask_birth_date"), years=str(years)))
    reached = birthday(born, years)
    words = {"years": str(years), "reached": reached.isoformat()}
    return private(yes("younger", **words) if setting.day < reached else no("not_younger", **words))


def may_apply(facts: CandidateFacts, _condition: Condition, setting: Setting) -> Finding:
    """Ask whether a permit may be asked for: somebody abroad may; of a status in Belgium no source here tells."""
    status, certain = residence_on(facts.legal, setting.day)
    if status is not None or not certain:
        return private(unknown("status_and_permit", say("ask_status_change")))
    if facts.abroad is None:
        return private(unknown("residence_missing", say("ask_residence")))
    return private(yes("lives_abroad") if facts.abroad else unknown("status_missing", say("ask_residence")))


def higher_diploma(facts: CandidateFacts, _condition: Condition, setting: Setting) -> Finding:
    """Ask for a diploma of higher education; below it the answer is unknown, as no source here names the level.

    What an authority decided by the day goes before what is claimed.
    """
    finished = [course for course in facts.profile.education if not _UNFINISHED.search(fold(course.text))]
    levels = [level for course in finished if (level := _decided(course, setting)) is not None]
    claims = [course.eqf for course in finished if course.eqf is not None and _decided(course, setting) is None]
    if max(levels, default=0) >= HIGHER:
        return yes("diploma_recognised", level=str(max(levels)))
    if max(claims, default=0) >= HIGHER:
        return yes("diploma_claimed", level=str(max(claims)))
    if not levels and not claims:
        return unknown("diploma_missing", say("ask_diploma"))
    return unknown("diploma_lower", say("ask_diploma_rule"), level=str(max(levels + claims)))


def _decided(course: Education, setting: Setting) -> int | None:
    """Return the lowest level that was decided of a course by the day, ``None`` where none was."""
    known = [item.eqf for item in course.recognitions if item.eqf and (item.on is None or item.on <= setting.day)]
    return min(known, default=None)


def experience_under(facts: CandidateFacts, condition: Condition, _setting: Setting) -> Finding:
    """Tell whether somebody has worked for less than so many years; a job without a length leaves that open."""
    years, held = f"{condition.number('years'):g}", facts.profile.years_of_experience
    if held is None:
        return unknown("experience_missing", say("ask_experience"), years=years)
    words: dict[str, Value] = {"held": f"{held:g}", "years": years}
    if held >= condition.number("years"):
        return no("experience_over", **words)
    if any(job.years is None and job.start is None for job in facts.profile.experience):
        return unknown("experience_missing", say("ask_experience"), years=years)
    return yes("experience_under", **words)
