"""Gendered titles, participles and pronouns made neutral, by endings that belong to people and by closed tables."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from matcher.masking.gender_words import (
    AFTER_CUE,
    AGREEING,
    ENDINGS,
    EPICENE,
    MACHINES,
    NEEDING_ACCENT,
    PHRASE_WORDS,
    PHRASES,
    THINGS,
    TITLES,
    WITH_TITLE,
    WORDS,
)
from matcher.masking.reading import WORD, Reading, Span
from matcher.masking.tables import words

_SHORTEST = 6  # a word under this length is taken by the tables alone
_LONGEST_ENDING = max(map(len, ENDINGS))
# Inclusive spellings: "serveur/euse", "technicien(ne)", "employé·e·s", "Schweißer/-in", "Kellner*in".
_INCLUSIVE = re.compile(
    r"(?<=[^\W\d_]{4})(?:[/·•*]-?(?:euse|trice|rice|iere|ere|ienne|enne|ne|fe|se|e|innen|in|ster)"
    r"|\((?:euse|trice|rice|iere|ere|ienne|enne|ne|fe|se|e|innen|in|ster)\)"
    r"|\.(?:euse|trice|rice|iere|ere|ienne|ne|fe|e))(?:[·•.]?s)?(?!\w)"
)
_INNER_CAPITAL = re.compile(r"(?<=er|st|nt|ur)In(?:nen)?(?!\w)")
_TWICE = re.compile(r"(?<![\w/])([^\W\d_][^/\n,;]{2,60}?)(?:\s*/\s*|\s+(?:ou|or|of|oder)\s+)\1(?!\w)", re.IGNORECASE)
_WORK_OF_THINGS = re.compile(r"creme patissiere|cuisiniere (?:a|au|mixte|electrique|vitro\w*)\b|carte routiere")
# A participle after "je suis" speaks of the person, whatever the verb.
_BEING = re.compile(r"\b(?:suis|etais)\s+(?:(?:tres|bien|toujours|deja|aussi|tout|encore|actuellement)\s+){0,2}$")
_GERMAN_TITLE = ("in", "frau", "schwester")
_GERMAN_ADJECTIVE = re.compile(r"\w{3,}(?:isch|lich|ig|iv|nd|rt|nt|nal)e")
_WORKING_AS = words("suis etais comme")
_PERSON_CUES = words(
    "suis etais etre est tres assez bien toujours plutot et moi femme personne fort vraiment si trop pas aussi "
    "actuellement egalement reste comme"
)


def gendered(word: str) -> bool:
    """Tell whether a folded word is, or may stand in, something that :func:`neutral` changes."""
    if word in TITLES or word in MACHINES:
        return True
    known = word in AGREEING or word in AFTER_CUE or word in EPICENE or word in PHRASE_WORDS
    return known or word.endswith("ee") or neutral_form(word) is not None


@lru_cache(maxsize=50_000)
def neutral_form(word: str) -> tuple[int, str] | None:
    """Return how many last letters of a folded word go and what takes their place; ``None`` leaves the word alone."""
    if word in WORDS:
        return len(word), WORDS[word]
    if len(word) < _SHORTEST or word in THINGS or word in AGREEING:
        return None
    for length in range(min(_LONGEST_ENDING, len(word)), 3, -1):
        if word[-length:] in ENDINGS:
            return length, ENDINGS[word[-length:]]
    return None


def neutral(text: str) -> str:
    """Return the text with gendered words made neutral; text without any comes back as it is."""
    composed = _INNER_CAPITAL.sub("", Reading.of(text).text)
    result = composed
    for found in reversed(list(_INCLUSIVE.finditer(Reading.of(composed).folded))):
        result = result[: found.start()] + result[found.end() :]
    edits = _edits(Reading.of(result))
    for (start, end), wording in sorted(edits.items(), reverse=True):
        result = result[:start] + wording + result[end:]
    if edits and ("/" in result or " o" in result):
        result = _TWICE.sub(r"\1", result)
    return text if result == unicodedata.normalize("NFC", text) else result


def neutral_title(text: str) -> str:
    """Return an occupation with its head made neutral where that word is one of things elsewhere: "trieuse".

    The head is the first word and those that hyphens join to it; in "conducteur de pelleteuse" the machine stays.
    """
    reading = Reading.of(text)
    result = reading.text
    for found in reversed(_head(reading)):
        change = _ending_of_a_person(found.group())
        if change:
            result = (
                result[: found.start()] + _changed(reading.text[slice(*found.span())], *change) + result[found.end() :]
            )
    return text if result == reading.text else result


def _head(reading: Reading) -> list[re.Match[str]]:
    """Return the first word of a title and those that follow it after hyphens."""
    tokens = list(WORD.finditer(reading.folded))
    last = 1
    while last < len(tokens) and reading.folded[tokens[last - 1].end() : tokens[last].start()] == "-":
        last += 1
    return tokens[:last]


def _ending_of_a_person(word: str) -> tuple[int, str] | None:
    """Return the change of a word that is one of things elsewhere, as a title of somebody."""
    if word in TITLES:
        return len(word), TITLES[word]
    if word not in MACHINES:
        return None
    return next(((length, ENDINGS[word[-length:]]) for length in (5, 4) if word[-length:] in ENDINGS), None)


def _edits(reading: Reading) -> dict[Span, str]:
    """Return the stretches to replace, none overlapping another."""
    edits = {}
    for pattern, wording in PHRASES:
        for found in pattern.finditer(reading.folded):
            edits[found.span()] = _in_case(reading.text[slice(*found.span())], wording)
    kept = [found.span() for found in _WORK_OF_THINGS.finditer(reading.folded)]
    closed = [*kept, *edits]
    tokens = [found for found in WORD.finditer(reading.folded) if not _within(found.span(), closed)]
    titles: set[int] = set()
    for number, found in enumerate(tokens):
        change = neutral_form(found.group())
        if change is None and number and _goes_on(reading, tokens, number, titles):
            change = _ending_of_a_person(found.group())
        if change is not None and not _is_english(reading, found):
            titles.add(number)
            edits[found.span()] = _changed(reading.text[slice(*found.span())], *change)
    edits |= _agreeing(reading, tokens, titles)
    return edits


def _goes_on(reading: Reading, tokens: list[re.Match[str]], number: int, titles: set[int]) -> bool:
    """Tell whether a word is a title by what stands before it: "comme", "suis", or a title and a hyphen."""
    before = tokens[number - 1]
    joined = reading.folded[before.end() : tokens[number].start()] == "-"
    return before.group() in _WORKING_AS or (joined and number - 1 in titles)


def _agreeing(reading: Reading, tokens: list[re.Match[str]], titles: set[int]) -> dict[Span, str]:
    """Return the changes of adjectives and participles that go with a changed title or with the person."""
    edits = _preceding(reading, tokens, titles)
    heads = {number for number, found in enumerate(tokens) if number in titles or _is_epicene(found.group())}
    persons: set[int] = set()
    for number, found in enumerate(tokens):
        word, span = found.group(), found.span()
        if number in titles or span in edits or _is_english(reading, found):
            continue
        follows = (
            (number - 1 in heads or number - 1 in persons)
            and _adjoin(reading, tokens[number - 1], found)
            and word in WITH_TITLE
        )
        if follows or _of_person(reading, tokens, number):
            persons.add(number)
            edits[span] = _changed(reading.text[slice(*span)], len(word), WITH_TITLE[word])
        elif word.endswith("ee") and _BEING.search(reading.folded, max(0, found.start() - 60), found.start()):
            persons.add(number)
            edits[span] = reading.text[found.start() : found.end() - 1]
    return edits


def _preceding(reading: Reading, tokens: list[re.Match[str]], titles: set[int]) -> dict[Span, str]:
    """Return the changes of articles and adjectives right before a changed title, the nearest first."""
    edits: dict[Span, str] = {}
    before_title = False
    for number in range(len(tokens) - 2, -1, -1):
        before_title = (before_title or number + 1 in titles) and _adjoin(reading, tokens[number], tokens[number + 1])
        word, span = tokens[number].group(), tokens[number].span()
        german = tokens[number + 1].group().endswith(_GERMAN_TITLE) and _GERMAN_ADJECTIVE.fullmatch(word) is not None
        if not before_title or number in titles:
            before_title = False
        elif word in WITH_TITLE:
            edits[span] = _changed(reading.text[slice(*span)], len(word), WITH_TITLE[word])
        elif german:
            edits[span] = reading.text[slice(*span)] + "r"
        else:
            before_title = False
    return edits


def _is_epicene(word: str) -> bool:
    """Tell whether a title has one form for everybody: the listed ones, and "plaquiste", never "liste" or "piste"."""
    return word in EPICENE or (len(word) > _SHORTEST and word.endswith("iste") and word not in THINGS)


def _of_person(reading: Reading, tokens: list[re.Match[str]], number: int) -> bool:
    """Tell whether a word that agrees with people and things alike agrees with the person here."""
    word = tokens[number].group()
    before = tokens[number - 1]
    if number > 0 and before.group() in _PERSON_CUES and _adjoin(reading, before, tokens[number]):
        return word in AGREEING or word in AFTER_CUE
    return word in AGREEING and reading.starts_segment(tokens[number].start())


def _is_english(reading: Reading, found: re.Match[str]) -> bool:
    """Tell whether a word is the English one, such as "employee", for want of the French accent."""
    return found.group() in NEEDING_ACCENT and reading.text[slice(*found.span())].isascii()


def _adjoin(reading: Reading, left: re.Match[str], right: re.Match[str]) -> bool:
    return reading.folded[left.end() : right.start()] in (" ", "-")


def _within(span: Span, others: list[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _changed(word: str, length: int, ending: str) -> str:
    kept = word[: len(word) - length]
    if not kept:
        return _in_case(word, ending)
    return kept + (ending.upper() if word.isupper() else ending)


def _in_case(word: str, wording: str) -> str:
    if word.isupper() and len(word) > 1:
        return wording.upper()
    return wording[:1].upper() + wording[1:] if word[:1].isupper() else wording
