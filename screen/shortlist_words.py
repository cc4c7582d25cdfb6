"""What is said of a candidate on a shortlist, in plain texts that the card and the exported file share."""

from __future__ import annotations

from datetime import date, datetime

from matcher.eligibility import route
from matcher.language_gaps import reason_of
from matcher.reasons import in_words
from matcher.records import Answer, Evidence, Match
from matcher.store.held_shortlists import HeldEntry
from screen.asked_skills import asked_skills
from screen.wording import Words


def day_of(moment: str) -> date:
    """Return the day, here, of a moment as the store keeps it (UTC, ISO 8601)."""
    return datetime.fromisoformat(moment).astimezone().date()


def vacancy_named(entry: HeldEntry) -> str:
    """Return title and reference of the vacancy that a candidate was added for."""
    return f"{entry.vacancy.title} ({entry.vacancy.key})"


def stage_line(entry: HeldEntry, words: Words) -> str:
    """Return the stage and since when, with the reason where there is one."""
    step = entry.steps[-1]
    said = words("entry.since", stage=words(f"stage.{step.stage.value}"), day=words.day(day_of(step.at)))
    return f"{said}: {step.reason}" if step.reason else said


def history_lines(entry: HeldEntry, words: Words) -> list[str]:
    """Return every stage that the entry was given, from the first."""
    return [
        words("entry.step", day=words.day(day_of(step.at)), stage=words(f"stage.{step.stage.value}"), who=step.by)
        + (f": {step.reason}" if step.reason else "")
        for step in entry.steps
    ]


def feedback_line(entry: HeldEntry, words: Words) -> str:
    """Return whether the candidate suits and why, or ``""``."""
    if entry.feedback is None:
        return ""
    said = words("entry.suits" if entry.feedback.suits else "entry.suits_not")
    because = ", ".join(words(f"suits_why.{reason.value}") for reason in entry.feedback.reasons)
    return f"{said} ({because})" if because else said


def reason_lines(match: Match, words: Words) -> list[str]:
    """Return each part of the score by name, with what it adds, why, and that it is not known where it is not."""
    return [_reason_line(part, words) for part in match.evidence]


def skill_lines(match: Match, states: tuple[str, ...], words: Words) -> list[str]:
    """Return each skill asked, what became of it, and the candidate's words for it."""
    return [
        f"{words(f'skill.{skill.state}')}: {skill.asked} {skill.words}".rstrip()
        for skill in asked_skills(match, states)
    ]


def language_lines(match: Match, words: Words) -> list[str]:
    """Return each language that is asked and not held."""
    gaps = [in_words(reason_of(gap), words.language).rstrip(".") for gap in match.gaps if gap.steps != 0]
    return gaps or ([words("gap.none")] if match.gaps else [])


def law_lines(match: Match, words: Words) -> list[str]:
    """Return the first legal way, whether any is open where that is another answer, and what would open it."""
    if not match.verdicts:
        return []
    first = match.verdicts[0]
    lines = [f"{words(f'law.{first.answer.value}')}: {in_words(first.reason, words.language)}"]
    if (whole := route(match.verdicts)) is not first.answer:
        lines.append(f"{words('law.all')} {words(f'law.{whole.value}')}")
    remedy = next((finding.remedy for finding in first.findings if finding.remedy), None)
    if remedy is not None and first.answer is not Answer.YES:
        lines.append(in_words(remedy, words.language))
    return lines


def _reason_line(part: Evidence, words: Words) -> str:
    adds = f"{words(f'part.{part.signal}')} {words.percent(part.contribution, sign=True)}"
    unknown = f" ({words('part.unknown')})" if part.score is None else ""
    return f"{adds}: {in_words(part.reason, words.language, details=False)}{unknown}"
