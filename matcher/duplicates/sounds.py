"""How a word of a name sounds, whatever its script: consonants, each with what it may be, and vowels between them.

Arabic writes no short vowels and Ge'ez writes every one, and French, English and Italian spell the same name
differently; consonants carry over, so two words are compared by those first and by their vowels then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from matcher.duplicates.tables import table

UNWRITTEN = "?"
OTHER_VOWEL, MAYBE_VOWEL, OTHER_ENDING = 1.0, 0.5, 2.0
"""What one place where vowels differ costs; at the end of a name ``-a`` most often makes it another person's."""

_KEYS = 4  # spellings of one word under which it is looked up
_GEEZ_FIRST, _GEEZ_LAST = 0x1200, 0x1357
_GEEZ_VOWELS = ("e", "u", "i", "a", "e", UNWRITTEN, "o", "ua")
_VOWELS = "aeiouywv"


@dataclass(frozen=True, slots=True)
class Sound:
    """``consonants`` has the letters each may be; ``vowels`` has one place before, between and after them."""

    consonants: tuple[str, ...]
    vowels: tuple[str, ...]

    def keys(self) -> tuple[str, ...]:
        """Return the consonants as strings: at most four, where a letter may be several; none for a vowel alone."""
        return tuple(islice(("".join(choice) for choice in product(*self.consonants)), _KEYS))

    def distance(self, other: Sound) -> float | None:
        """Return what the vowels differ by, 0 where nothing does, or ``None`` where the consonants are others."""
        if len(self.consonants) != len(other.consonants):
            return None
        for mine, theirs in zip(self.consonants, other.consonants, strict=True):
            if mine != theirs and not set(mine) & set(theirs):
                return None
        costs = [_vowel_cost(mine, theirs) for mine, theirs in zip(self.vowels, other.vowels, strict=True)]
        return sum(costs[:-1]) + _ending_cost(self.vowels[-1], other.vowels[-1])


@lru_cache(maxsize=100_000)
def sound_of(word: str) -> Sound:
    """Return the sound of a folded word in Latin, Arabic or Ge'ez letters; other characters are passed over."""
    first = word[:1]
    if "\u0600" <= first <= "\u06ff":
        return _assemble(_arabic(word), written=False)
    if _GEEZ_FIRST <= ord(first or " ") <= _GEEZ_LAST:
        return _assemble(_geez(word), written=True)
    return _assemble(_latin(word), written=True)


_Letter = tuple[str, str]  # consonant choices or "", vowel classes or ""


def _assemble(letters: Iterable[_Letter], *, written: bool) -> Sound:
    """Join letters into a sound; ``written`` tells whether the script writes short vowels."""
    consonants: list[str] = []
    places = [""]
    for consonant, vowel in letters:
        if consonant and consonants and consonants[-1] == consonant and not places[-1]:
            continue  # doubled
        if consonant:
            consonants.append(consonant)
            places.append("")
        places[-1] += vowel
    if not written:
        places[1:-1] = [place or UNWRITTEN for place in places[1:-1]]
    elif places[-1].endswith("e") and (consonants or len(places[-1]) > 1):
        places[-1] = places[-1][:-1]  # mute in French
    if consonants and consonants[-1] == "h" and not places[-1] and places[-2]:
        consonants.pop()  # "Bah", "Abdullah"
        places[-2:] = [places[-2].replace(UNWRITTEN, "a")]
    return Sound(tuple(consonants), tuple(places))


def _graphemes() -> re.Pattern[str]:
    tables = table("scripts")
    names = {*tables["latin"], *tables["latin_soft"], *tables["latin_vowels"], *tables["latin_glide"]}
    return re.compile("|".join(sorted(names, key=len, reverse=True)))


_GRAPHEME = _graphemes()
_SOFTENS = re.compile(r"[eiy]")
_GLIDES = re.compile(r"[iy][aeou]")


def _latin(word: str) -> Iterator[_Letter]:
    tables = table("scripts")
    position = 0
    while match := _GRAPHEME.search(word, position):
        letters, position = match[0], match.end()
        if letters == "gu" and not _SOFTENS.match(word, position):
            letters, position = "g", position - 1
        if letters in tables["latin_vowels"]:
            yield "", tables["latin_vowels"][letters]
        elif letters in tables["latin_glide"] and _GLIDES.match(word, position):
            yield tables["latin_glide"][letters], "e"
            position += 1
        elif letters in tables["latin_soft"] and _SOFTENS.match(word, position):
            yield tables["latin_soft"][letters], ""
        else:
            yield tables["latin"][letters], ""


def _arabic(word: str) -> Iterator[_Letter]:
    tables = table("scripts")
    for place, letter in enumerate(word):
        if place and place == len(word) - 1 and letter in "هہ":
            yield "", "a"
        elif letter in tables["arabic"]:
            yield tables["arabic"][letter], ""
        elif place == 0 and letter == "ا":
            yield "", UNWRITTEN  # carries any vowel: Ahmad, Ibrahim, Usama
        elif letter in tables["arabic_vowels"]:
            yield "", tables["arabic_vowels"][letter]


def _geez(word: str) -> Iterator[_Letter]:
    rows = table("scripts")["geez"]
    for place, letter in enumerate(word):
        row, order = divmod(ord(letter), 8)
        consonant = rows.get(f"{row * 8:X}")
        if consonant is None:
            continue
        vowel = _GEEZ_VOWELS[order]
        if vowel == UNWRITTEN and place == len(word) - 1:
            vowel = ""
        if consonant in ("", "u", "i"):
            yield "", consonant + ("a" if not consonant and order == 0 else vowel)
        else:
            yield consonant, vowel


@lru_cache(maxsize=10_000)
def _vowel_cost(mine: str, theirs: str) -> float:
    if mine == theirs:
        return 0.0
    one, other = set(mine) - {UNWRITTEN}, set(theirs) - {UNWRITTEN}
    if UNWRITTEN in mine or UNWRITTEN in theirs:
        # A short vowel is left unwritten, a diphthong never is: Hassan and Hussein part here.
        longer = one or other
        return 0.0 if len(longer) < 2 or (one and other and one & other) else OTHER_VOWEL
    if not one or not other:
        return 0.0 if (one | other) == {"e"} else MAYBE_VOWEL
    weak = "e" in one or "e" in other
    rounded = bool(one & set("ou")) != bool(other & set("ou"))
    fronted = ("i" in one) != ("i" in other)
    return OTHER_VOWEL if rounded or (fronted and not weak) else 0.0


def _ending_cost(mine: str, theirs: str) -> float:
    if UNWRITTEN in mine or UNWRITTEN in theirs:
        return 0.0
    if bool(mine) == bool(theirs):
        return _vowel_cost(mine, theirs)
    ending = set(mine or theirs)
    if ending == {"a"}:
        return OTHER_ENDING
    return 0.0 if ending == {"e"} else MAYBE_VOWEL if len(ending) > 1 else OTHER_VOWEL
