"""Levels of one language stated apart for understanding, speaking and writing: ``lu B2, parlé C1, écrit B1``."""

from __future__ import annotations

import re
from itertools import groupby

from matcher.intake.language_levels import find_levels

_SKILLS = (
    # Longer expressions first: "comprehension orale" is listening, "expression orale" speaking.
    (
        "listening",
        r"comprehension (?:de l')?oral\w*|ecoute\w*|entend\w*|listen\w*|luister\w*|hor(?:en|verst\w+)|استماع",
    ),
    (
        "reading",
        r"comprehension (?:de l'|des )?ecrit\w*|lue?s?|lire|lecture|read(?:ing)?|ge?lezen|lees\w*|lesen|gelesen",
    ),
    ("reading", r"leseverst\w+|قراءة"),
    ("writing", r"(?:expression|production) ecrite|ecrite?s?|ecriture|ecrire|written|writ(?:e|ing)|schrijf\w*"),
    ("writing", r"schrijven|geschreven|schreiben|geschrieben|schriftlich\w*|schriftelijk|redaction|كتابة"),
    (
        "speaking",
        r"(?:expression|production|interaction) orale|parlee?s?|parler|oral\w*|spoken(?: \w+action| production)?",
    ),
    ("speaking", r"speak(?:ing)?|spreek\w*|spreken|gesproken|mondeling|sprech\w+|gesprochen|mundlich\w*|محادثة|تحدث"),
    ("understanding", r"comprehension|compris\w*|comprendre|underst\w+|verstaan|begrijpen|begrip|verst[ae]h\w*|فهم"),
)
_SKILL_PATTERNS = tuple((skill, re.compile(rf"(?<!\w)(?:ال)?(?:{words})(?!\w)")) for skill, words in _SKILLS)


def read_skill_levels(folded: str) -> tuple[tuple[str, str], ...]:
    """Return ``((skill, cefr), ...)`` where folded words give a level to a skill, the lowest of several, else nothing.

    Skill is listening, reading, understanding (both), speaking or writing. A level follows its skills (``lu, écrit:
    B2``) or goes before them (``C1 oral, B2 écrit``); one that goes before but others follow speaks of the language.
    """
    levels = find_levels(folded)
    skills = _find_skills(folded, [(start, end) for start, end, _ in levels])
    if not skills or not levels:
        return ()
    marks = sorted([(start, skill, "") for start, skill in skills] + [(start, "", level) for start, _, level in levels])
    runs = [(is_level, [mark[2] or mark[1] for mark in run]) for is_level, run in groupby(marks, lambda m: bool(m[2]))]
    if runs[0][0] and runs[-1][0] and len(runs) > 2:
        runs = runs[1:]
    if runs[0][0]:
        pairs = [(skill, run[-1]) for (_, run), (_, of) in zip(runs[::2], runs[1::2], strict=False) for skill in of]
    else:
        pairs = [(skill, run[0]) for (_, of), (_, run) in zip(runs[::2], runs[1::2], strict=False) for skill in of]
    lowest: dict[str, str] = {}
    for skill, level in pairs:
        lowest[skill] = min(level, lowest.get(skill, level))
    return tuple(lowest.items())


def _find_skills(folded: str, taken: list[tuple[int, int]]) -> list[tuple[int, str]]:
    found: list[tuple[int, int, str]] = [(start, end, "") for start, end in taken]
    for skill, pattern in _SKILL_PATTERNS:
        for match in pattern.finditer(folded):
            if not any(start < match.end() and match.start() < end for start, end, _ in found):
                found.append((match.start(), match.end(), skill))
    return sorted((start, skill) for start, _, skill in found if skill)
