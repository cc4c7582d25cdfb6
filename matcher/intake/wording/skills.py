"""The skills that a sentence of a vacancy asks, as short phrases in the employer's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from matcher.cues import Word
from matcher.intake.language_levels import tells_only_a_level
from matcher.intake.wording.asking import core, is_vague
from matcher.intake.wording.demands import JOINTS, Demand
from matcher.intake.wording.licences import CODE_95, asks_code_95, names_licence, read_licences
from matcher.intake.wording.spoken import names_language
from matcher.intake.wording.study import names_only_a_level
from matcher.records import SkillRequirement
from taxonomies.wording import fold

_TIMES = re.compile(r"[\s\d:.,/uUhH–&-]+")
OWN = frozenset({"wij", "we", "nous", "on", "wir", "onze", "notre", "nos", "our", "unser", "unsere"})
LANGUAGE_CODES = frozenset({"NL", "FR", "EN", "DE", "ENG"})
_WITH = frozenset({"met", "avec", "with", "mit", "plus", "ainsi"})
LONGEST_SKILL = 25
"""Words of the longest phrase that is kept; what is longer is a story, and stays in the description."""

MOST_SKILLS = 60
"""More skills than any vacancy asks; what is named after them stays in the description."""


def asked_skills(
    sentence: str, demands: Sequence[Demand], language: str, *, welcome: bool = False, listed: bool = False
) -> tuple[SkillRequirement, ...]:
    """Return the skills that the parts of a sentence ask.

    Languages, driving licences and bare levels of education are facts of their own; a licence that is only welcome has
    no other place, and code 95 is a qualification to have.

    Args:
        sentence: as it is written.
        demands: its parts.
        language: of the sentence, one of ``matcher.cues.LANGUAGES``.
        welcome: it stands under a heading of what is nice to have.
        listed: it stands under a heading of languages.
    """
    found: list[SkillRequirement] = []
    for demand in demands:
        words = sentence[demand.start : demand.end]
        wished = welcome or demand.welcome
        if demand.unneeded or _is_no_skill(words, demand, listed=listed):
            continue
        for piece in _without_licences(sentence, demand.words):
            found += [SkillRequirement(phrase, not wished) for phrase in _phrases(sentence, piece, language)]
        if wished and names_licence(words) and read_licences(words):
            found.append(SkillRequirement(words.strip(), essential=False))
        if asks_code_95(words):
            found.append(SkillRequirement(CODE_95, not wished))
    return tuple(found)


def once(requirements: Iterable[SkillRequirement]) -> tuple[SkillRequirement, ...]:
    """Return each skill once, in order, at most :data:`MOST_SKILLS`; one that is needed somewhere is needed."""
    found: dict[str, SkillRequirement] = {}
    for asked in requirements:
        key = fold(asked.text)
        if key not in found or (asked.essential and not found[key].essential):
            found[key] = asked
    return tuple(found.values())[:MOST_SKILLS]


def _is_no_skill(words: str, demand: Demand, *, listed: bool) -> bool:
    """Tell languages, bare levels and what the employer says of itself ("wij leiden je op")."""
    return (
        demand.forms[0] in OWN
        or names_language(words, listed=listed)
        or names_only_a_level(words)
        or tells_only_a_level(words)
        or words.upper() in LANGUAGE_CODES
        or bool(_TIMES.fullmatch(words))
    )


def _without_licences(sentence: str, words: Sequence[Word]) -> list[Sequence[Word]]:
    """Return a part, or what else it asks where it names a licence: "rijbewijs CE met code 95 en een ADR-attest"."""
    whole = sentence[words[0].start : words[-1].end]
    if not (names_licence(whole) or asks_code_95(whole)):
        return [words]
    cuts = [0, *(place for place, word in enumerate(words) if word.form in JOINTS or word.form in _WITH), len(words)]
    pieces = [words[start:end] for start, end in pairwise(cuts) if start < end]
    said = [sentence[piece[0].start : piece[-1].end] for piece in pieces]
    return [
        piece
        for piece, text in zip(pieces, said, strict=True)
        if len(piece) > 2 and not (names_licence(text) or asks_code_95(text))
    ]


def _phrases(sentence: str, words: Sequence[Word], language: str) -> list[str]:
    """Return the phrases of one part, frames taken off; two single words that are joined are two skills."""
    shouted = sentence.isupper()
    # "EN ISO 9606" is no "en": a word in capitals is a name.
    forms = [word.form if shouted or not _is_name(sentence, word) else word.form.upper() for word in words]
    start, end = core(forms, language)
    while start < end < len(words) and words[end].form.isdecimal() and _is_name(sentence, words[end - 1]):
        end += 1  # ISO 9606
    kept = words[start:end]
    if len(kept) == 3 and kept[1].form in JOINTS:
        pieces = [kept[:1], kept[2:]]
    else:
        while kept and kept[-1].form in JOINTS:
            kept = kept[:-1]
        pieces = [kept]
    return [
        _written(sentence, piece)
        for piece in pieces
        if not is_vague([word.form for word in piece]) and len(piece) <= LONGEST_SKILL
    ]


def _is_name(sentence: str, word: Word) -> bool:
    written = sentence[word.start : word.end]
    return len(written) > 1 and written.isupper()


def _written(sentence: str, words: Sequence[Word]) -> str:
    start = words[0].start
    if start and sentence[start - 1] == "." and (start == 1 or sentence[start - 2].isspace()):
        start -= 1  # .NET
    end = words[-1].end
    text = sentence[start:end].strip()
    return f"{text})" if text.count("(") > text.count(")") and sentence[end : end + 1] == ")" else text
