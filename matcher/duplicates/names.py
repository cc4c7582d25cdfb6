"""A name as the words that two records of one person share: particles joined, titles and articles taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from matcher.duplicates.sounds import Sound, sound_of
from matcher.duplicates.tables import table, words
from taxonomies.wording import fold

VOWELS_ALONE = "~"
"""The key of words that have no consonant: Awa, Aya, Ya."""

_MOST_WORDS = 12
_ARTICLE_LEFT, _ARTICLE_LEFT_ARABIC = 4, 3  # letters that must remain of a word whose article is taken off
_BREAK = re.compile(r"[\s,;:/\\_.()\[\]\"«»\-\u2010-\u2015\u060c\u0640]+")
_APOSTROPHE = re.compile(r"['’‘`´ʼʿʾ]")
_JOINED_ARTICLE = re.compile(r"^(?:el|al|ul)(?=[a-z])|^ال")
# The article inside Abdelkader, عبدالقادر and نورالدين; "Abdoulaye" and "Abdallah" have none to lose.
_INNER_ARTICLE = re.compile(
    r"(?<=^abd)([aeiou]{0,2})l(?=[^aeiouyl])"  # Abdelkader
    r"|(?<=^عبد)ال"
    r"|(?<=..)ال(?=دين$|له$)"
    r"|(?<=..)[ae]l(?=d[ei]+ne?$)"  # Nureldin
)
# Letters that are one sound in most names (Ridha, Othman, Rashid) and two in some: Medhin, Fethi, Ishaq, Berhane.
_TWO_SOUNDS = re.compile(r"([dstr])h")
_SILENT_H = re.compile(r"h[aeiou]\w")  # for speakers of French: Hawa, Awa


@dataclass(frozen=True, slots=True, eq=False)
class NameWord:
    """One word of a name. Two are the same object where they are written the same, so they compare by identity.

    ``family`` is the known name that it is a spelling of, ``keys`` are the consonants under which it is looked up, the
    first being what its frequency is counted by.
    """

    text: str
    spelling: str
    sounds: tuple[Sound, ...]
    family: str | None
    is_given: bool
    has_particle: bool
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """A whole name, the same object where it is written the same.

    ``shouted`` are the places of words in capitals where others are not: family names, most often.
    """

    words: tuple[NameWord, ...]
    shouted: frozenset[int]

    @property
    def first(self) -> frozenset[int]:
        """Return the places where the first name stands, as far as can be seen."""
        return frozenset(range(len(self.words))) - self.shouted if self.shouted else frozenset({0})

    def names_person(self, place: int) -> bool:
        """Tell whether a word is known as a first name and does not stand where family names do, at the end."""
        word = self.words[place]
        is_last = place == len(self.words) - 1 > 0
        return word.is_given and not word.has_particle and not is_last and place not in self.shouted


@lru_cache(maxsize=200_000)
def read_name(text: str) -> Name:
    """Return the words of a name in their order; a title, a lone letter's point or an article is none."""
    read, shouted = [], []
    for parts in _joined([part for part in _BREAK.split(_APOSTROPHE.sub("", text)) if part][:_MOST_WORDS]):
        word = _word(" ".join(parts))
        if word.spelling:
            shouted.append(len(parts[-1]) > 1 and parts[-1].isupper())
            read.append(word)
    loud = frozenset(place for place, is_loud in enumerate(shouted) if is_loud)
    return Name(tuple(read), loud if len(loud) < len(read) else frozenset())


def joined_word(first: str, second: str) -> NameWord:
    """Return the word that two neighbours make when they are written as one."""
    return _word(f"{first}{second}".replace(" ", ""))


def _joined(parts: list[str]) -> Iterator[list[str]]:
    """Yield the parts of each word: a particle goes with what follows, an ending with what it ends."""
    titles, articles = words("names", "titles"), words("names", "articles")
    prefixes, suffixes = words("names", "prefixes"), words("names", "suffixes")
    waiting: list[str] = []
    groups: list[list[str]] = []
    for place, part in enumerate(parts):
        folded, is_last = fold(part), place == len(parts) - 1
        if len(parts) > 1 and folded in titles and not waiting:
            continue
        if not is_last and (folded in prefixes or folded in articles):
            waiting += [part] if folded in prefixes else []
        elif groups and folded in suffixes and not waiting and len(groups[-1]) == 1:
            groups[-1].append(part)
        else:
            groups.append([*waiting, part])
            waiting = []
    yield from groups


@lru_cache(maxsize=200_000)
def _word(text: str) -> NameWord:
    parts = [fold(part) for part in text.split()]
    spelling = _without_inner_article(
        "".join(part.removeprefix("ال") if place else part for place, part in enumerate(parts))
    )
    forms = [spelling, _bare(spelling)]
    has_particle = len(parts) > 1 and parts[0] in words("names", "prefixes") and not parts[0].startswith(("abd", "عبد"))
    if len(parts) > 1 and parts[0] in words("names", "droppable"):
        forms.append("".join(parts[1:]))
    if _SILENT_H.match(spelling):
        forms.append(spelling[1:])
    if _TWO_SOUNDS.search(spelling):
        forms.append(_TWO_SOUNDS.sub(r"\1'h", spelling))
    family = next((known for form in forms[:2] if (known := _families().get(form))), None)
    sounds = tuple(dict.fromkeys(map(sound_of, forms)))
    keyed = (sound_of(family), *sounds) if family else sounds
    silent = spelling if sounds[0].vowels == ("",) else VOWELS_ALONE
    keys = tuple(dict.fromkeys(key or silent for sound in keyed for key in sound.keys()))  # noqa: SIM118
    return NameWord(text, spelling, sounds, family, (family or spelling) in _given(), has_particle, keys)


def _bare(spelling: str) -> str:
    """Return a word without the article written in front of it: ``elamrani`` is ``amrani``."""
    bare = _JOINED_ARTICLE.sub("", spelling)
    return bare if len(bare) >= (_ARTICLE_LEFT if bare.isascii() else _ARTICLE_LEFT_ARABIC) else spelling


def _without_inner_article(spelling: str) -> str:
    return _INNER_ARTICLE.sub(lambda match: match[1] or "", spelling)


@cache
def _families() -> dict[str, str]:
    known = {}
    for line in table("names")["families"]:
        first, *others = (_without_inner_article(_APOSTROPHE.sub("", fold(word))) for word in line.split())
        known.update(dict.fromkeys((first, *others), first))
    return known


@cache
def _given() -> frozenset[str]:
    spellings = map(_without_inner_article, words("given", "given"))
    return frozenset(_families().get(spelling, spelling) for spelling in spellings)
