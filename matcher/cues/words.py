"""A text as words that know where they stand and what parts them from the word before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from matcher.cues.files import cue_file
from taxonomies.wording import fold

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670"
_WORD = re.compile(rf"[^\W_][^\W_{_MARKS}]*(?:[{_MARKS}\u200c\u200d]+[^\W_]*)*(?:\+\+|#)?")
_ARABIC_ALIKE = str.maketrans({"ة": "ه", "ى": "ي", "ـ": ""})
# Contacts, dates, amounts and "(h/f/x)" are never part of a skill; what stands on their two sides is not one phrase.
_NOISE = re.compile(
    r"(?:https?://|www\.)[^\s<>]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w/])\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?![\w/])"
    r"|(?<![\w+])\+?\(?\d(?:[\s./()-]{0,2}\d){7,14}(?!\w)"
    r"|(?:€|EUR|euros?)\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|EUR\b|euros?\b)"
    r"|\(\s*[hfmvwxd](?:\s*[/|.-]\s*[hfmvwxd]){1,3}\s*\)|(?<![\w/])[hfmvwxd](?:/[hfmvwxd]){1,3}(?![\w/])",
    re.IGNORECASE,
)
_LINE = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SENTENCE = re.compile(r"[;!?؟؛…|\t]|\.(?=[\s\"'»”)])|\s[-–—•·▪◦‣●■►✓✔*]+(?=\s)|[–—•▪◦‣●■►✓✔]")
_AND_SIGN = re.compile(r"\s[&+]\s")
_JOINED = re.compile(r"[\s'’ʼ‘`´\"“”„«»\-‐‑.&+_*]*")
_LETTERS_UNDER_WA, _LETTERS_UNDER_AL = 4, 5


class Gap(IntEnum):
    """What parts a word from the one before, weakest first; from ``SENTENCE`` on another sentence begins."""

    NONE = 0
    ITEM = 1
    SENTENCE = 2
    COLON = 3
    LINE = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: ``text[start:end]``; ``form`` is how it is compared, ``gap`` what stands before it."""

    start: int
    end: int
    form: str
    gap: Gap


def read_words(text: str) -> list[Word]:
    """Return the words of a text in order, without contacts, dates and amounts."""
    words: list[Word] = []
    noise = [found.span() for found in _NOISE.finditer(text)]
    before, next_noise = 0, 0
    kept: list[str] = []  # what stands between two words, noise cut out
    for found in _WORD.finditer(text):
        start, end = found.span()
        while next_noise < len(noise) and noise[next_noise][1] <= start:
            kept.append(text[before : noise[next_noise][0]])
            kept.append(",")
            before = max(before, noise[next_noise][1])
            next_noise += 1
        if next_noise < len(noise) and noise[next_noise][0] < end:
            continue
        kept.append(text[before:start])
        gap = gap_of("".join(kept)) if words else Gap.LINE
        words += _cut(start, found.group(), gap)
        before, kept = end, []
    return words


def gap_of(between: str) -> Gap:
    """Say how strongly the characters between two words part them."""
    if _LINE.search(between):
        return Gap.LINE
    if ":" in between or "\uff1a" in between:
        return Gap.COLON
    if _SENTENCE.search(between):
        return Gap.SENTENCE
    return Gap.NONE if _JOINED.fullmatch(between) and not _AND_SIGN.search(between) else Gap.ITEM


def _cut(start: int, written: str, gap: Gap) -> Iterator[Word]:
    """Yield the word, the Arabic one-letter words written onto it before it: "wa" (and), "fa" and "bi" (in, with)."""
    form = fold(written).translate(_ARABIC_ALIKE)
    end = start + len(written)
    if len(form) > 1 and len(written) > 1 and _carries_a_letter(form):
        yield Word(start, start + 1, form[0], gap)
        yield from _cut(start + 1, written[1:], Gap.NONE)
    else:
        yield Word(start, end, form, gap)


def _carries_a_letter(form: str) -> bool:
    if form[0] == "و":
        return form in ("وما", "ولا") or (len(form) >= _LETTERS_UNDER_WA and form not in _whole_words())
    return len(form) >= _LETTERS_UNDER_AL and form[0] in "فب" and form[1:3] == "ال"


@cache
def _whole_words() -> frozenset[str]:
    """Return the words that begin with the letter of "and" themselves."""
    listed: str = cue_file("ar")["prefixes"]["whole"]
    return frozenset(fold(word).translate(_ARABIC_ALIKE) for word in listed.split())
