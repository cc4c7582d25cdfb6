"""Languages asked against languages held, in levels of the CEFR: facts beside the score, never a part of it.

What nobody stated is unknown, never zero: a language that a profile does not name may be held all the same. That a
Region has a language is no demand: only what the vacancy asks counts.
"""

from __future__ import annotations

from collections.abc import Iterable

from matcher.records import LanguageGap, LanguageRequirement, LanguageSkill, ProfessionalProfile, Reason, Vacancy

CEFR = ("A1", "A2", "B1", "B2", "C1", "C2")
OVERALL = "overall"
_PARTS = {
    "understanding": ("listening", "reading"),
    "speaking": ("speaking",),
    "writing": ("writing",),
}
_WHOLE = {"listening": "understanding", "reading": "understanding"}


def language_gaps(profile: ProfessionalProfile, vacancy: Vacancy) -> tuple[LanguageGap, ...]:
    """Return how far each language that a vacancy asks is held, in the vacancy's order.

    A demand that tells skills apart gives one gap a skill, else one overall; listening and reading are told together,
    as understanding, by the one that is further away.
    """
    return tuple(gap for asked in vacancy.languages for gap in _gaps(asked, profile.languages))


def reason_of(gap: LanguageGap) -> Reason:
    """Return a gap as a reason for :func:`matcher.reasons.in_words`: ``Dutch B1 asked, A2 held: 1 level to go``."""
    family = "language" if gap.skill == OVERALL else "language_skill"
    said = (
        ("language", gap.language),
        ("skill", gap.skill),
        ("demand", "essential" if gap.essential else "welcome"),
        ("required", gap.required or ""),
        ("held", gap.held or ""),
        ("steps", "" if gap.steps is None else str(gap.steps)),
    )
    return Reason(f"{family}.{_outcome(gap)}", tuple((name, value) for name, value in said if value))


def _outcome(gap: LanguageGap) -> str:
    if gap.required is None:
        return "no_level_held" if gap.held else "no_level"
    if gap.held is None:
        return "unknown"
    if gap.steps is None:
        return "partly_known"
    return "met" if gap.steps == 0 else "one_level" if gap.steps == 1 else "levels"


def _gaps(asked: LanguageRequirement, languages: Iterable[LanguageSkill]) -> list[LanguageGap]:
    held = [skill for skill in languages if skill.language == asked.language]
    apart = dict(asked.by_skill)
    gaps = []
    if not apart or (asked.cefr is not None and asked.cefr != _lowest(apart.values())):
        gaps.append(_gap(asked, OVERALL, asked.cefr, _overall(held)))
    for skill, parts in _PARTS.items():
        demands = [(part, level) for part in parts if (level := apart.get(part) or apart.get(skill))]
        found = [_gap(asked, skill, level, (_in_skill(held, part), True)) for part, level in demands]
        if found:
            gaps.append(max(found, key=_distance))
    return gaps


def _gap(asked: LanguageRequirement, skill: str, required: str | None, held: tuple[str | None, bool]) -> LanguageGap:
    level, is_whole = held
    steps = None
    if level is not None and required is not None:
        steps = max(0, CEFR.index(required) - CEFR.index(level))
        if not steps and not is_whole:
            steps = None
    elif level == CEFR[-1] and is_whole:
        steps = 0  # no level that could have been meant lies above it
    return LanguageGap(asked.language, skill, required, level, steps, asked.essential)


def _distance(gap: LanguageGap) -> tuple[bool, int]:
    """Order gaps by what is worse: a gap that is known, then one that is not known, then none."""
    return (gap.steps != 0, -1 if gap.steps is None else gap.steps)


def _overall(held: Iterable[LanguageSkill]) -> tuple[str | None, bool]:
    """Return the highest level stated of a language, and whether it speaks of the whole of it."""
    stated = [(skill.cefr, _speaks_of_all(skill)) for skill in held if skill.cefr]
    return max(stated, key=lambda pair: (pair[1], CEFR.index(pair[0])), default=(None, True))


def _in_skill(held: Iterable[LanguageSkill], part: str) -> str | None:
    """Return the highest level stated of listening, reading, speaking or writing a language."""
    levels = []
    for skill in held:
        apart = dict(skill.by_skill)
        level = apart.get(part) or apart.get(_WHOLE.get(part, ""))
        if level is None and (not apart or skill.cefr != _lowest(apart.values())):
            level = skill.cefr  # said of the language, beside what is said of its skills
        levels.append(level)
    return max((level for level in levels if level), key=CEFR.index, default=None)


def _speaks_of_all(skill: LanguageSkill) -> bool:
    """Tell whether the level of a language is that of all its skills; the lowest of some says nothing of the others."""
    apart = dict(skill.by_skill)
    if not apart or skill.cefr != _lowest(apart.values()):
        return True
    return all(part in apart or _WHOLE.get(part, part) in apart for parts in _PARTS.values() for part in parts)


def _lowest(levels: Iterable[str]) -> str | None:
    return min(levels, key=CEFR.index, default=None)
