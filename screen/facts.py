"""Facts of a record in words: wage, place, languages. Every function answers in Markdown that is safe to show."""

from __future__ import annotations

from collections.abc import Sequence

from matcher.language_gaps import reason_of
from matcher.reasons import in_words
from matcher.records import Experience, LanguageGap, LanguageRequirement, LanguageSkill, Place, Wage
from screen.language_names import language_name
from screen.plain_text import plain
from screen.wording import Words


def wage_in_words(wage: Wage | None, words: Words) -> str:
    """Return a wage as the vacancy states it, or that it states none."""
    if wage is None:
        return words("fact.not_stated")
    amount = words.number(wage.minimum)
    if wage.maximum is not None:
        amount = f"{amount}–{words.number(wage.maximum)}"
    return words(f"wage.{wage.period.value}", amount=plain(f"{amount} {wage.currency}"))


def place_in_words(place: Place | None, words: Words) -> str:
    """Return name, postcode and Region of a workplace, as far as they are known."""
    if place is None:
        return words("fact.not_stated")
    town = f"{place.name} ({place.postcode})" if place.postcode else place.name
    return plain(f"{town}, {words(f'region.{place.region}')}" if place.region else town)


def languages_asked(asked: Sequence[LanguageRequirement], words: Words) -> str:
    """Return the languages that a vacancy asks, each with its level, or that it asks none."""
    if not asked:
        return words("fact.none_asked")
    named = [(language_and_level(wish.language, wish.cefr, words), wish.essential) for wish in asked]
    return ", ".join(name if needed else words("fact.language_plus", language=name) for name, needed in named)


def language_held(skill: LanguageSkill, words: Words) -> str:
    """Return a language that a candidate states, with the level or that it is not known."""
    if skill.cefr:
        return language_and_level(skill.language, skill.cefr, words)
    return f"{language_and_level(skill.language, None, words)} ({words('profile.no_level')})"


def language_and_level(code: str, level: str | None, words: Words) -> str:
    """Return ``Dutch B1``, or ``Dutch`` where no level is known."""
    name = plain(language_name(code, words.language))
    return f"{name} {plain(level)}" if level and level != "?" else name


def gap_in_words(gap: LanguageGap, words: Words) -> str:
    """Return how far a language that is asked is held, as a fact."""
    return plain(in_words(reason_of(gap), words.language).rstrip("."))


def duration_in_words(job: Experience, words: Words) -> str:
    """Return when a job was held and how long, as far as that is known."""
    if job.start and job.end:
        period = f"{job.start.year}–{job.end.year}"
    elif job.start:
        period = words("profile.since", start=job.start.year)
    else:
        period = words("profile.until", end=job.end.year) if job.end else ""
    years = words("profile.years", years=words.number(round(job.years, 1), decimals=1)) if job.years else ""
    return ", ".join(part for part in (period, years) if part)
