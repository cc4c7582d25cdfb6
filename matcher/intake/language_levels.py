"""How well a language is known: CEFR levels, stated or told in words; the words stand in ``language_levels.toml``."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

from taxonomies.wording import fold

_CEFR = re.compile(r"(?<![a-z0-9])(?<!pre[ -])([abc][12])(?:\s?[+-](?!\d))?(?![a-z0-9])")
_LEVELS = tuple(
    (entry["cefr"], re.compile(rf"(?<!\w)(?:{'|'.join(entry['words'])})(?!\w)"))
    for entry in tomllib.loads((files("matcher.intake") / "language_levels.toml").read_text(encoding="utf-8"))["levels"]
)
_AIM = re.compile(r"(?:objectif|vise\w*|cible|doel|target|ziel|aim\w*)\W*[abc][12]")
_QUALIFIER = re.compile(
    r"te|se|je|u|zich|kan|kunnen|tu|vous|mind|min|minimum|mindestens|minimaal|minstens|au moins|least|at|hoger|higher"
    r"|besser|hoher|ou|of|or|oder|mondeling\w*|schrift\w*|woord|geschrift|wort|command|knowledge|maitrise|beheersing"
    r"|grasp|lue?s?|parlee?s?|ecrite?s?|oral\w*|niveaus?|level|kennis|connaissances?|en|in|de|het|van|langue|taal"
    r"|language|sprache"
    r"|read\w*|writ\w+|sp[eo]\w+|lecture|ecriture|ge(?:lezen|schreven|sproken|lesen|schrieben|sprochen)|cours|bezig"
    r"|progress|learning|lernend|une?|een|ein|is|est|sont|zijn|comprehension|compris\w*|expression|production"
    r"|interaction|listening|understand\w*|luister\w*|lees\w*|lezen|schr\w+|spr\w+|mundlich|verst\w+|hor\w+|begrij?p\w*"
    r"|lesen|lire|parler|ecrire|proficiency|working|score|points?|pts|punten|punkte|overall|total|certifi\w+|test|et|and"
    r"|und|مستوى|(?:ال)?(?:قراءة|كتابة|محادثة|تحدث|فهم|استماع)|و|في"
)
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_LEVEL = 80  # characters


def read_level(folded: str) -> str | None:
    """Return the level (A1..C2) that folded words state, or ``None``.

    The lowest of several codes counts, but not one that is aimed at. Without a code the words count: native or
    bilingual C2; fluent, advanced or very good C1; good B2; intermediate or fairly good B1; basic A2; beginner A1.
    """
    return read_stated_level(folded) or next((level for level, pattern in _LEVELS if pattern.search(folded)), None)


def read_stated_level(folded: str) -> str | None:
    """Return the lowest CEFR code (A1..C2) that folded words state, or ``None``; words are not read."""
    return min((level.upper() for level in _CEFR.findall(_AIM.sub(" ", folded))), default=None)


def find_levels(folded: str) -> list[tuple[int, int, str]]:
    """Return ``(start, end, level)`` of every level in folded words, codes and words alike, in order, none twice."""
    aims = [match.span() for match in _AIM.finditer(folded)]
    found: list[tuple[int, int, str]] = []
    codes = (("", _CEFR), *_LEVELS)
    for level, pattern in codes:
        for match in pattern.finditer(folded):
            taken = [*aims, *((start, end) for start, end, _ in found)]
            if not any(start < match.end() and match.start() < end for start, end in taken):
                found.append((match.start(), match.end(), level or match[1].upper()))
    return sorted(found)


def tells_only_a_level(words: str) -> bool:
    """Tell whether words hold a level or a skill of language and no more: ``(oral et écrit)``, ``goed``, ``B2``."""
    plain = fold(words)
    rest = _CEFR.sub(" ", plain)
    for _, pattern in _LEVELS:
        rest = pattern.sub(" ", rest)
    left = _WORD.findall(rest)
    return bool(_WORD.search(plain)) and len(plain) <= _LONGEST_LEVEL and all(map(_QUALIFIER.fullmatch, left))


def is_qualifier(word: str) -> bool:
    """Tell whether a folded word belongs to a level without telling one: ``schriftelijk``, ``niveau``, ``oral``."""
    return bool(_QUALIFIER.fullmatch(word))


def may_speak_of_another(words: str) -> bool:
    """Tell whether words without a known language may speak of a neighbour: "tsonga C1" would lend it a false level."""
    plain = fold(words)
    rest = _CEFR.sub(" ", plain)
    for _, pattern in _LEVELS:
        rest = pattern.sub(" ", rest)
    return rest == plain or all(_QUALIFIER.fullmatch(word) for word in _WORD.findall(rest))
