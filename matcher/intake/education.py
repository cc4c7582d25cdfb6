"""Reads courses of study and the level they claim: of the EQF (1..8) and of ISCED 2011 (0..8).

The level is what the words claim, never a recognition: a foreign *licence* claims 6 whatever a Belgian service decides.
Names of diplomas stand in the tables of ``diplomas/``; here is what needs no names.
"""

from __future__ import annotations

import re
from functools import lru_cache

from matcher.intake.cells import at_most, is_nothing, split_outside_brackets
from matcher.intake.diploma_names import Level, country_of, find_levels
from matcher.intake.folding import fold_in_place
from matcher.intake.sheets import single_line
from matcher.records import Education

_SEPARATOR = re.compile(r"[;؛\n|•]")
_STATED = re.compile(
    r"\b(?:eqf|cec|eqr|vks|cfc|dqr|nlqf|rncp|kwalificatieniveau)[\s:-]*(?:niveau|level|stufe)?\s*([1-8])\b"
)
_ISCED = re.compile(r"\b(?:isced|cite)[\s:-]*(?:2011)?[\s:-]*(?:niveau|level|stufe)?\s*([0-8])\b")
_YEARS_AFTER_BAC = re.compile(r"\b(?:bac|baccalaureat|bachot|بكالوريا|باك)\s*(?:\+|plus)\s*(\d)")
_AFTER_BAC = {"1": 5, "2": 5, "3": 6, "4": 6, "5": 7, "6": 7, "7": 8, "8": 8}
_SOME_SECONDARY = re.compile(
    r"\b\d ?(?:jaar|jr|years?|ans|annees|jahre)\s+(?:\w+\s+)?(?:middelbaar|secundair|secondaires?|secondary|lycee)\w*"
    r"|\b(?:secondaire|middelbaar|secundair|secondary)\w*\s+(?:\w+\s+)?(?:tot|jusqu|\d ?(?:ans|jaar|years?))[^,;]*"
)
# Widely written "niveau bac" where the last year was followed and the diploma not obtained.
_UP_TO = re.compile(
    r"\bniveau (?:(?:bac|baccalaureat)(?:\s?\+\s?\d)?|licence|master|terminale|cap|bts|bachelor|secondaire)\b"
    r"|مستوى (?:ال)?\w+(?:\s?\+\s?\d)?"
)
_OBTAINED = re.compile(r"\b(?:valide|obtenu)")
_NOT_HELD = re.compile(
    r"(?<!\w)(?:non (?:termine|acheve|valide|obtenu)\w*|inacheve\w*|interromp\w*|abandon\w*|en cours|onvoltooid|gestopt"
    r"|niet (?:afgemaakt|voltooid|behaald|naar school)|bezig|lopende?|not (?:completed|finished)|unfinished|incomplete"
    r"|dropped out|ongoing|in progress|nicht abgeschlossen|abgebrochen|ohne abschluss|kein abschluss|jamais scolarise"
    r"|(?:sans|pas de|aucun) diplome|(?:geen|zonder) diploma|no (?:diploma|degree)|echec|echoue|niet geslaagd"
    r"|غير مكتملة?|لم (?:يكمل|تكمل|اكمل)\w*|(?:بدون|دون) شهادة)(?!\w)"
)
_RECOGNITION = re.compile(r"\b(?:equivalen|naric|erkenning|recognition|reconnaissance|anerkennung)")


@lru_cache(maxsize=10_000)  # the candidates of a cohort have few diplomas between them
def read_education(text: str, country: str | None = None) -> tuple[Education, ...]:
    """Return the courses named in a candidate's cell, each with the highest level its words claim, or ``None``.

    Args:
        text: the cell; courses part at line ends, semicolons, bars and bullets.
        country: ISO 3166 alpha-2 code of the country of the diplomas where a column of its own says it. Nationality
            is no such column: where somebody comes from must not decide what a diploma counts for.
    """
    pieces = (single_line(piece) for piece in at_most(split_outside_brackets(text, _SEPARATOR)))
    return tuple(_course(piece, country) for piece in pieces if not is_nothing(piece))


def read_required_level(text: str) -> int | None:
    """Return the lowest level that a vacancy's words accept (``bachelor ou master`` is 6), or ``None``."""
    plain = text.strip()
    if plain in set("12345678"):
        return int(plain)
    return min(claimed_levels(text), default=None)


def claimed_levels(text: str) -> tuple[int, ...]:
    """Return every EQF level (1..8) that the words name; none where the course was not finished or none is known.

    Upper secondary is 4 (*bac*, *CESS*, *secundair*, *Abitur*, *SSCE*), *CAP* and *BSO* 3, lower secondary 2,
    primary 1; short higher courses 5 (*BTS*, *DUT*, *HND*, *technicien spécialisé*, *graduaat*), *licence* and
    bachelor 6, master and engineer 7, doctorate 8; ``Bac+3`` counts years after upper secondary.
    """
    return tuple(level.eqf for level in _levels(text[:1000], None) if level.eqf is not None)


def _course(words: str, country: str | None) -> Education:
    held = words[:1000] if _OBTAINED.search(fold_in_place(words[:1000])) else _blank(_UP_TO, words[:1000])
    best = max(_levels(held, country), key=lambda level: (level.eqf or 0, level.isced or 0), default=Level())
    return Education(words, best.eqf, best.isced, country or country_of(words[:1000]))


def _levels(text: str, country: str | None) -> tuple[Level, ...]:
    plain = fold_in_place(text.replace("’", "'"))
    if stated := _STATED.findall(plain):
        return tuple(_of_eqf(int(level)) for level in stated)
    if stated := _ISCED.findall(plain):
        return tuple(_of_isced(int(level)) for level in stated)
    if not _RECOGNITION.search(plain):
        text = _without_unfinished(text)
        plain = fold_in_place(text)
    after = [_of_eqf(_AFTER_BAC[years]) for years in _YEARS_AFTER_BAC.findall(plain) if years in _AFTER_BAC]
    some = [Level(2, 2) for _ in _SOME_SECONDARY.finditer(plain)]
    rest = _blank(_SOME_SECONDARY, _blank(_YEARS_AFTER_BAC, text))
    return (*after, *some, *find_levels(rest, country))


def _of_eqf(level: int) -> Level:
    """Return an EQF level; ISCED parts upper secondary otherwise, so that only the other levels are told in both."""
    return Level(level, None if level in (3, 4) else level)


def _of_isced(level: int) -> Level:
    return Level(None if level in (0, 3, 4) else level, level)


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """Return a text with blanks where a pattern stands in its folded form."""
    letters = list(text)
    for match in pattern.finditer(fold_in_place(text)):
        letters[match.start() : match.end()] = " " * (match.end() - match.start())
    return "".join(letters)


def _without_unfinished(text: str) -> str:
    """Drop the parts, between commas, that say a course was not finished, with the course each speaks of."""
    kept: list[str] = []
    for part in re.split(r"[,،]", text):
        if not _NOT_HELD.search(fold_in_place(part)):
            kept.append(part)
        elif kept and not find_levels(part) and len(part.split()) <= 3:
            kept.pop()
    return ",".join(kept)
