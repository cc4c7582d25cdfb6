"""Reads the languages that someone has or that a vacancy asks: which, how well (CEFR), needed or only welcome."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from matcher.intake.cells import bracketed_spans
from matcher.intake.folding import western_digits
from matcher.intake.language_levels import (
    find_levels,
    is_qualifier,
    may_speak_of_another,
    read_level,
    read_stated_level,
)
from matcher.intake.language_naming import named_languages, supposed_language
from matcher.intake.language_tests import find_tests
from matcher.intake.sheets import single_line
from matcher.intake.skill_levels import read_skill_levels
from matcher.records import LanguageRequirement, LanguageSkill
from taxonomies.wording import fold

LONGEST_CELL = 4_000
"""How far a cell is read for languages, in characters; real cells stay far below."""

_NONE = r"(?:pas de|pas d|pas|geen|keine?|aucune?|none|non|nulle?|niet|nicht|nihil|0|no|لا|بدون|لا يوجد)"
_NOT_HELD = re.compile(rf"^{_NONE}(?![\w/.,%])|(?<![\w/.,]){_NONE}$|[:=(]\s*{_NONE}(?![\w/.,%])")
_WELCOME = re.compile(
    r"(?<!\w)(?:(?:une?|een|ein|a) plus|atouts?|pluspunt(?:en)?|avantage|voordeel|troef|asset|advantage|bonus"
    r"|souhaite\w*|apprecie\w*|gewenst|wenselijk|meegenomen|wunschenswert|von vorteil|nice to have|preferred"
    r"|desirable|appreciated|handig|handy|willing to learn|bereid (?:om )?te leren|optional|optionnel\w*"
    r"|facultati\w*|welcome|helpful)(?!\w)"
)
_MARK = re.compile(
    r"(?P<hard>[;؛\n|\t]|(?<![•▪■●○□☆★])[•▪■●](?!\s?[•▪■●○□☆★])|\.\s|،)|(?P<soft>(?<!\d),|,(?!\d)|(?<=\s)[-–—](?=\s))"
    r"|(?P<joint>/|&|(?<=\s)\+(?=\s)|(?<=[\w)+]\s)(?:et|and|en|und|y|e)(?=\s))"
    r"|(?P<choice>(?<=[\w)+]\s)(?:ou|or|of|oder|o)(?=\s))"
    r"|(?P<with>(?<=\w\s)(?:with|avec|mit|met)(?=\s(?:a|an|een|une?|eine|very|tres|très|zeer|sehr)?\s?(?:good|goede|bonnes?|gute[nmr]?|basic|basis|fluent|vloeiend)))"
)
_JOINING = frozenset({"et", "and", "en", "und", "y", "e", "ou", "or", "of", "oder", "o"})
_ARTICLES = frozenset({"het", "de", "le", "la", "les", "du", "des", "l", "d", "van", "the", "of", "en", "in", "taal"})
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class LanguageMention:
    """One language named in a text. ``welcome`` marks one that is asked for as a plus only."""

    language: str
    cefr: str | None
    text: str
    welcome: bool = False
    held: bool = True
    by_skill: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the text between two marks; ``mark`` is the kind of the mark before it.

    ``loose`` marks a language that only the name of a test of many languages lets suppose.
    """

    start: int
    end: int
    mark: str
    word: str = ""
    language: str | None = None
    loose: bool = False


@lru_cache(maxsize=10_000)  # the candidates of a cohort say few things of their languages
def read_language_skills(text: str) -> tuple[LanguageSkill, ...]:
    """Return the languages a candidate has, each once; ``néerlandais: aucun`` is none.

    A level is taken from CEFR codes (the lowest of several), else from the result of a test (``IELTS 6.5``), else from
    words: native or bilingual C2; fluent or very good C1; good B2; intermediate B1; basic A2; beginner A1; else
    ``None``, also for dots, stars and marks out of five, which say nothing that a level could be read from.
    """
    held = (mention for mention in find_languages(text) if mention.held)
    return tuple(LanguageSkill(m.language, m.cefr, m.text, m.by_skill) for m in _once(held))


def read_language_requirements(text: str) -> tuple[LanguageRequirement, ...]:
    """Return the languages a vacancy asks, each once; one of a choice (``FR ou NL``) is not essential by itself.

    A level said ahead of several that are joined is asked of each: ``goede kennis van Frans en Engels``.
    """
    asked = (mention for mention in find_languages(text, joined=True) if mention.held)
    return tuple(LanguageRequirement(m.language, m.cefr, m.text, not m.welcome, m.by_skill) for m in _once(asked))


def find_languages(text: str, *, joined: bool = False) -> tuple[LanguageMention, ...]:
    """Return every language named in a cell (its first ``LONGEST_CELL`` characters), in order, with its own words.

    Args:
        text: the cell.
        joined: also give a level that stands before or after a row of bare names to each of them.
    """
    text = text[:LONGEST_CELL]
    pieces = _attach(text, [part for piece in _cut(text) for part in _name(text, piece)])
    mentions = [_mention(text, piece) for piece in pieces]
    if joined:
        _level_of_row(text, pieces, mentions)
    # "néerlandais et allemand sont un atout": what is said at the end is said of all that were joined.
    for index in range(len(pieces) - 1, 0, -1):
        if pieces[index].mark in ("joint", "choice") and mentions[index].welcome:
            mentions[index - 1] = replace(mentions[index - 1], welcome=True)
    for index, piece in enumerate(pieces):
        if piece.mark == "choice" and index:
            mentions[index - 1 : index + 1] = [replace(m, welcome=True) for m in mentions[index - 1 : index + 1]]
    return tuple(mentions)


def _level_of_row(text: str, pieces: list[_Piece], mentions: list[LanguageMention]) -> None:
    """Give bare names the level of the row they stand in: said ahead of it, or after it behind a colon."""
    lead = 0
    for index in range(1, len(pieces)):
        if pieces[index].mark == "hard" or not _is_bare(mentions[index]):
            lead = index
        elif _leads(mentions[lead]):
            words = single_line(text[pieces[lead].start : pieces[index].end])
            level, by_skill = mentions[lead].cefr, mentions[lead].by_skill
            mentions[index] = replace(mentions[index], cefr=level, by_skill=by_skill, text=words)
    for index in range(len(pieces) - 1, 0, -1):
        after = mentions[index]
        if pieces[index].mark in ("joint", "choice") and _is_bare(mentions[index - 1]) and ":" in after.text:
            words = single_line(text[pieces[index - 1].start : pieces[index].end])
            mentions[index - 1] = replace(mentions[index - 1], cefr=after.cefr, by_skill=after.by_skill, text=words)


def _is_bare(mention: LanguageMention) -> bool:
    """Tell whether the words of a mention are the name of its language and no more."""
    if mention.cefr is not None or not mention.held:
        return False
    words = [word for word in _WORD.findall(fold(mention.text)) if word not in _ARTICLES and not is_qualifier(word)]
    return len(words) == 1


def _leads(mention: LanguageMention) -> bool:
    """Tell whether the level of a mention stands before its language: ``vlot Frans``, not ``Frans B1``."""
    if mention.cefr is None:
        return False
    plain = fold(mention.text)
    levels, names = find_levels(plain), named_languages(plain)
    return bool(levels and names) and levels[0][0] < names[0][0]


def says_more(text: str, found: Iterable[LanguageSkill | LanguageRequirement]) -> bool:
    """Tell whether a cell holds words that none of the languages read from it carries."""
    carried = {word for language in found for word in _WORD.findall(fold(language.text))}
    return bool(set(_WORD.findall(fold(text))) - carried - _JOINING)


def _cut(text: str) -> list[_Piece]:
    covered = bracketed_spans(text)
    pieces: list[_Piece] = []
    start, kind, word = 0, "hard", ""
    for match in _MARK.finditer(text):
        if any(opened < match.start() < closed for opened, closed in covered):
            continue
        pieces.append(_Piece(start, match.start(), kind, word))
        start, kind, word = match.end(), match.lastgroup or "hard", match[0].lower()
    pieces.append(_Piece(start, len(text), kind, word))
    return [piece for piece in pieces if text[piece.start : piece.end].strip()]


def _name(text: str, piece: _Piece) -> list[_Piece]:
    """Give a piece its language, or cut it where it names several (``Arabe (C2) Français (C1)``)."""
    words = text[piece.start : piece.end]
    named = [(piece.start + at, code) for at, code in named_languages(words)]
    if not named:
        loose = supposed_language(words)
        return [replace(piece, language=loose, loose=loose is not None)]
    if len(named) < 2:
        return [replace(piece, language=named[0][1])]
    ends = [start for start, _ in named[1:]] + [piece.end]
    cuts = [piece.start, *ends[:-1]]
    return [
        _Piece(cut, end, "soft" if index else piece.mark, piece.word, code)
        for index, (cut, end, (_, code)) in enumerate(zip(cuts, ends, named, strict=True))
    ]


def _attach(text: str, pieces: list[_Piece]) -> list[_Piece]:
    """Give words without a language to the language they speak of: the one before, or after ``courant en``."""
    attached: list[_Piece] = []
    waiting: _Piece | None = None
    for index, piece in enumerate(pieces):
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        if piece.language is None:
            if not may_speak_of_another(text[piece.start : piece.end]):
                continue
            leads = following is not None and following.word in ("en", "in", "of") and following.language is not None
            if attached and not leads:
                attached[-1] = replace(attached[-1], end=piece.end)
            elif waiting is None:
                waiting = piece
            continue
        if piece.loose and attached and piece.mark == "soft":
            attached[-1] = replace(attached[-1], end=piece.end)
            continue
        if waiting is not None:
            piece = replace(piece, start=waiting.start, mark=waiting.mark, word=waiting.word)  # noqa: PLW2901
            waiting = None
        attached.append(piece)
    return attached


def _mention(text: str, piece: _Piece) -> LanguageMention:
    words = single_line(text[piece.start : piece.end]).strip(" ,;:-–—/.")
    plain = western_digits(fold(words))
    by_skill = read_skill_levels(plain)
    tested = (test.cefr for test in find_tests(plain) if test.cefr and test.language == piece.language)
    cefr = read_stated_level(plain) or next(tested, None)
    cefr = cefr or min((level for _, level in by_skill), default=None) or read_level(plain)
    held = cefr is not None or not _NOT_HELD.search(plain)
    return LanguageMention(piece.language or "", cefr, words, bool(_WELCOME.search(plain)), held, by_skill)


def _once(mentions: Iterable[LanguageMention]) -> list[LanguageMention]:
    """Keep each language once, in order; the words of later mentions join the first, a level fills a missing one."""
    found: dict[str, LanguageMention] = {}
    for mention in mentions:
        first = found.get(mention.language)
        found[mention.language] = (
            mention
            if first is None
            else replace(
                first,
                cefr=first.cefr or mention.cefr,
                text=f"{first.text}; {mention.text}",
                by_skill=first.by_skill or mention.by_skill,
            )
        )
    return list(found.values())
