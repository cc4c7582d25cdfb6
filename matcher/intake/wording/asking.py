"""How an employer asks: the phrases that make a demand needed, welcome or not asked, and the words around a skill."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from matcher.cues import cue_table, headings, read_words

Forms = tuple[str, ...]
_LONGEST = 8  # words of a phrase
_SHORTEST_PROMISE = 2  # "wij bieden" begins a promise, "contract" may begin anything


class Degree(StrEnum):
    """How much something is asked, and of which words a phrase says it; the names are those of ``asking.toml``."""

    WELCOME = "welcome"
    WELCOME_ALL = "welcome_all"
    WELCOME_AHEAD = "welcome_ahead"
    REQUIRED = "required"
    UNNEEDED = "unneeded"


WELCOMING = frozenset({Degree.WELCOME, Degree.WELCOME_ALL, Degree.WELCOME_AHEAD})


def find_degrees(forms: Sequence[str]) -> list[tuple[Degree, int, int]]:
    """Return each phrase of degree among the words as (degree, start, end), the longest at each place, in order."""
    found: list[tuple[Degree, int, int]] = []
    place = 0
    while place < len(forms):
        length = _length_at(forms, place, _degrees())
        if length:
            both = _degrees()[tuple(forms[place : place + length])]
            # "atouts : SAP" speaks ahead, "SAP, un atout" of what it follows.
            ahead = Degree.WELCOME_AHEAD in both and (place == 0 or len(both) == 1)
            found.append((Degree.WELCOME_AHEAD if ahead else both[0], place, place + length))
        place += max(length, 1)
    return found


def refuses(forms: Sequence[str]) -> bool:
    """Tell whether words say that something is not asked: ``geen ervaring vereist``, ``aucun diplôme``."""
    table = _table()["negation"]
    asked = {forms[0], forms[1]} if len(forms) > 1 else set(forms[:1])
    return bool(asked & set(table["words"])) and any(form in _refused() for form in forms)


def core(forms: Sequence[str], language: str) -> tuple[int, int]:
    """Return where the skill in a phrase begins and ends, its frame taken off; equal where nothing is left."""
    start, end = 0, len(forms)
    while True:
        first, last = _framed(forms, start, end)
        inside = cue_table(language).core(forms[first:last])
        if (first + inside[0], first + inside[1]) == (start, end):
            return start, end
        start, end = first + inside[0], first + inside[1]


def _framed(forms: Sequence[str], start: int, end: int) -> tuple[int, int]:
    while start < end:
        before = _length_at(forms[start:end], 0, _frames("before"))
        after = 0 if before else _length_at(forms[start:end][::-1], 0, _frames("after"))
        if not before and not after:
            break
        start, end = start + before, end - after
    return start, end


def begins_with(forms: Sequence[str], name: str) -> bool:
    """Tell whether words begin with a frame of a kind: ``before`` a skill, ``asking``, ``doing``."""
    return bool(_length_at(forms, 0, _frames(name)))


def asks(forms: Sequence[str]) -> bool:
    """Tell whether running words ask for something: they hold the beginning of a demand, or a degree."""
    return any(_length_at(forms, place, _frames("asking")) for place in range(len(forms))) or bool(find_degrees(forms))


def is_vague(forms: Sequence[str]) -> bool:
    """Tell whether words name no skill: ``gelijkaardige functie``, ``la branche``, a number."""
    return not forms or tuple(forms) in _frames("vague") or all(len(form) < 2 or form.isdecimal() for form in forms)


def is_promise(forms: Sequence[str]) -> bool:
    """Tell whether a sentence begins with the words of an employer's offer (``wij bieden``, ``nous offrons``)."""
    return any(len(offer) >= _SHORTEST_PROMISE and tuple(forms[: len(offer)]) == offer for offer in headings("offer"))


def forms_of(text: str) -> Forms:
    """Return the words of a text in the form in which phrases are compared."""
    return tuple(word.form for word in read_words(text))


def _length_at(forms: Sequence[str], place: int, phrases: Mapping[Forms, Any] | frozenset[Forms]) -> int:
    longest = min(_LONGEST, len(forms) - place)
    return next((n for n in range(longest, 0, -1) if tuple(forms[place : place + n]) in phrases), 0)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("matcher.intake.wording") / "asking.toml").read_text(encoding="utf-8"))


@cache
def _degrees() -> Mapping[Forms, tuple[Degree, ...]]:
    found: dict[Forms, tuple[Degree, ...]] = {}
    for degree, phrases in _table()["degree"].items():
        for forms in map(forms_of, phrases):
            found[forms] = (*found.get(forms, ()), Degree(degree))
    return found


@cache
def _refused() -> frozenset[str]:
    return frozenset(_single(_table()["negation"]["of"]))


def _single(phrases: Iterable[str]) -> Iterable[str]:
    return (form for phrase in phrases for form in forms_of(phrase))


@cache
def _frames(name: str) -> frozenset[Forms]:
    if name == "vague":
        return frozenset(map(forms_of, _table()["vague"]["phrases"]))
    phrases = frozenset(map(forms_of, _table()["frames"][name]))
    return frozenset(forms[::-1] for forms in phrases) if name == "after" else phrases
