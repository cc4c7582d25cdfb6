"""The languages that a sentence of a vacancy asks for, among all else that it asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from matcher.intake.language_levels import read_level, tells_only_a_level
from matcher.intake.language_names import LANGUAGE_NAMES
from matcher.intake.language_naming import COMPOUND
from matcher.intake.languages import read_language_requirements
from matcher.intake.wording.demands import JOINTS, Demand
from matcher.intake.wording.patterns import any_of, facts_table
from matcher.records import LanguageRequirement
from taxonomies.wording import fold

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_NAME = 4
_CODES = re.compile(r"(?<!\w)(?:NL|FR|EN|DE|ENG|ES|IT)(?!\w)")
_LEVEL_CODE = re.compile(r"(?<!\w)[ABC][12](?!\w)")
_BOTH = re.compile(r"(?<!\w)(?:bilingu\w*|tweetalig\w*|drietalig\w*|trilingu\w*|zweisprachig\w*|dreisprachig\w*)(?!\w)")
_ADJECTIVE = re.compile(r"\w+(?:se|aise|ande|oise|ienne|ische[nrsm]?)$")


def asked_languages(
    sentence: str, demands: Sequence[Demand], *, listed: bool = False
) -> tuple[LanguageRequirement, ...]:
    """Return the languages that the parts of a sentence ask for; one that is welcome is not essential.

    Args:
        sentence: as it is written.
        demands: its parts.
        listed: it stands under a heading of languages, so that a name or ``NL`` alone is enough.
    """
    found: list[LanguageRequirement] = []
    for first, last in _rows(sentence, demands, listed=listed):
        row = demands[first : last + 1]
        words = _whole(sentence[_start(demands, first) : _end(sentence, demands, last)])
        welcome = all(demand.welcome for demand in row)
        read = read_language_requirements(words)
        found += [replace(asked, essential=False) if welcome else asked for asked in read]
    return tuple(found)


def names_language(words: str, *, listed: bool = False) -> bool:
    """Tell whether a part of a sentence speaks of knowing a language: not of French cuisine nor of polishing."""
    plain = fold(words)
    named = [match for match in _WORD.finditer(plain) if _is_name(match[0])]
    if not named:
        coded = bool(_CODES.search(words))
        return coded and (listed or bool(_LEVEL_CODE.search(words) or _BOTH.search(plain)))
    if any(any_of("languages", "not_after").match(plain, match.end() + 1) for match in named):
        return False
    if listed or read_level(plain) or any_of("languages", "cues").search(plain):
        return True
    bare = [word for word in _WORD.findall(plain) if word not in JOINTS and len(word) > 3]
    return len(bare) <= len(named) and not all(_ADJECTIVE.fullmatch(match[0]) for match in named)


def _is_name(word: str) -> bool:
    if len(word) < _SHORTEST_NAME or word in facts_table()["languages"]["not_names"]:
        return False
    return word in LANGUAGE_NAMES or bool((whole := COMPOUND.fullmatch(word)) and whole[1] in LANGUAGE_NAMES)


def _rows(sentence: str, demands: Sequence[Demand], *, listed: bool) -> list[tuple[int, int]]:
    """Return the rows of neighbouring parts that speak of languages, with the levels told beside them."""
    kinds = [_kind(sentence[demand.start : demand.end], listed=listed) for demand in demands]
    rows: list[tuple[int, int]] = []
    index = 0
    while index < len(demands):
        if not kinds[index] or demands[index].unneeded:
            index += 1
            continue
        first = index
        while index + 1 < len(demands) and kinds[index + 1] and not demands[index + 1].unneeded:
            index += 1
            if demands[index].welcome != demands[first].welcome and kinds[index] == "name":
                index -= 1
                break
        if "name" in kinds[first : index + 1]:
            rows.append((first, index))
        index += 1
    return rows


def _kind(words: str, *, listed: bool) -> str:
    """Say whether a part names a language, tells a level and nothing else, or neither."""
    if names_language(words, listed=listed):
        return "name"
    return "level" if tells_only_a_level(words) else ""


def _whole(words: str) -> str:
    """Return words without the marks around them, and without a bracket whose pair stands elsewhere."""
    words = words.strip(" ,;-–")
    return words if words.count("(") == words.count(")") else words.strip(" ,;()-–")


def _start(demands: Sequence[Demand], index: int) -> int:
    """Return where a part begins, with the words of degree or the bracket before it."""
    return demands[index - 1].end if index else 0


def _end(sentence: str, demands: Sequence[Demand], index: int) -> int:
    """Return where a part ends, with what is said of it before the next one."""
    return demands[index + 1].start if index + 1 < len(demands) else len(sentence)
