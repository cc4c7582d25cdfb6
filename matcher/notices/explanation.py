"""Why one vacancy was found for a candidate, for the candidate: what fits, what would help, what is not known.

It is made of the parts of the score and of nothing else; languages and the law stand beside, as facts without points.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from matcher.notices.page import Paper, Section
from matcher.notices.wording import language_called, say
from matcher.records import Answer, Evidence, LanguageGap, Match, Reason, Vacancy

_LOW = 0.5
"""A known part that gives less than this share of its points could give more."""

_ADVISED = ("occupation", "experience", "education")
_TOLD = ("skills", *_ADVISED)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A skill asked in the employer's words, and the candidate's words for it or ``""``."""

    asked: str
    words: str


def explanation(name: str, match: Match, vacancy: Vacancy, route: Answer | None, language: str) -> str:
    """Return the explanation of one match as an HTML page to print, dated today.

    Args:
        name: what the candidate is called; never the name of a person, for papers get lost.
        match: what the engine found.
        vacancy: that the match is with.
        route: whether a legal way is open, ``None`` where that was not asked.
        language: to write in.

    Raises:
        UsageError: It is not written in that language.
    """
    place = vacancy.workplace.name if vacancy.workplace else ""
    called = " · ".join(part for part in (vacancy.title, vacancy.employer or "", place, vacancy.key) if part)
    sections = [_points(match, language), *_skills(match, language), _helping(match, language)]
    if route is not None:
        sections.append(Section(say("why.law", language), (say(f"law.{route}", language),)))
    sections.append(
        Section(
            say("notice.rank", language),
            tuple(say(code, language) for code in ("notice.rank_compares", "why.decides", "why.wrong")),
        )
    )
    under = (called, say("why.for", language, name=name))
    return Paper(say("why.title", language), under, sections, date.today()).html(language)


def _points(match: Match, language: str) -> Section:
    lines = tuple(_part(part, language) for part in match.evidence)
    return Section(say("why.score", language, points=_whole(match.score)), (say("why.no_mark", language),), lines)


def _part(part: Evidence, language: str) -> str:
    name = say(f"part.{part.signal}", language)
    return say("why.part", language, part=name, points=_whole(part.contribution), most=_whole(part.weight))


def _skills(match: Match, language: str) -> Iterable[Section]:
    for heading, states in (("why.fits", ("met", "extra_met")), ("why.near", ("near", "extra_near"))):
        found = [_skill(item, language) for state in states for item in _asked(match, state)]
        if found:
            yield Section(say(heading, language), (), tuple(found))


def _skill(item: _Asked, language: str) -> str:
    return say("why.skill_said", language, asked=item.asked, words=item.words) if item.words else item.asked


def _helping(match: Match, language: str) -> Section:
    """Return what would help: skills and languages that are missing, and what to tell of what is not known."""
    lines = [say("why.learn", language, asked=item.asked) for item in _asked(match, "missing")]
    lines += [_gap(gap, language) for gap in match.gaps if gap.steps != 0]
    for part in match.evidence:
        if part.score is None and part.signal in _TOLD:
            lines.append(say(f"unknown.{part.signal}", language))
        elif part.score is not None and part.score < _LOW and part.signal in _ADVISED:
            lines.append(say(f"low.{part.signal}", language))
    lines += [say("why.plus", language, asked=item.asked) for item in _asked(match, "extra_missing")]
    return Section(
        say("why.helps", language), () if lines else (say("why.nothing", language),), tuple(dict.fromkeys(lines))
    )


def _gap(gap: LanguageGap, language: str) -> str:
    name = language_called(gap.language, language)
    if not gap.held or not gap.required:
        return say("why.language_unknown", language, spoken=name)
    return say("why.language", language, spoken=name, required=gap.required, held=gap.held)


def _asked(match: Match, state: str) -> list[_Asked]:
    """Read the skills in a state from the reason that the engine gave."""
    values = {name: value for part in match.evidence for name, value in part.reason.values if part.signal == "skills"}
    value = values.get(state, ())
    if isinstance(value, Reason):
        return []
    entries = (value,) if isinstance(value, str) else value
    return [_Asked(asked, words.strip("“”")) for asked, _, words in (entry.partition(" ← ") for entry in entries)]


def _whole(share: float) -> int:
    return round(100 * share)
