"""Nationality, origin and religion, found only where a phrase says them of the person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matcher.masking.ground_words import RELIGIONS
from matcher.masking.origins import ALSO_LANGUAGES, COUNTRIES, DEMONYMS, PEOPLE_WORDS
from matcher.masking.reading import Reading, Span

_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)?"
_SUBJECT = r"(?:(?:je suis|i am|i'm|ik ben|ich bin|il est|elle est|he is|she is)\s+)?"
_LEADING = r"(?:(?:de|of|van|von|met|with|mit|double|dubbele|dual|doppelte|la|ayant la)\s+){0,3}"
_SECOND = rf"(?:\s*(?:/|,|-|\bet\b|\band\b|\ben\b|\bund\b)\s*({_WORD}))?"
_NOUN = (
    r"(?:nationalites?|nationality|nationaliteit|staatsangehorigkeit|nationalitat|staatsburgerschaft|citizenship"
    r"|citoyennete|ethnie|ethnicity|ethnic origin|etnie|religion|religie|geloof|confession|konfession|godsdienst)"
)
# "de nationalité marocaine", "Nationality: Syrian"
_NOUN_FIRST = re.compile(rf"\b{_SUBJECT}{_LEADING}{_NOUN}\b\s*(:|=|-|\bis\b|\best\b|\bist\b)?\s*({_WORD}){_SECOND}")
# "Syrische nationaliteit", "a Moroccan national"
_NOUN_LAST = re.compile(
    rf"\b({_SUBJECT}(?:(?:of|van|von|met|with|mit|a|an|een|ein|eine|from)\s+)?)({_WORD})\s+"
    r"(?:nationality|citizenship|nationals?|citizens?|origin|descent|background|roots|heritage|nationaliteit|afkomst"
    r"|origine|oorsprong|herkomst|wortels|staatsburger(?:in|schap)?|onderdaan|paspoort|passport|staatsangehorige[rn]?"
    r"|staatsangehorigkeit|herkunft|abstammung|faith|religion)\b"
)
# "d'origine kurde", but not "produits d'origine marocaine"
_OF_ORIGIN = re.compile(
    rf"(?<!produit )(?<!produits )\b{_SUBJECT}(?:(?:un|une|a|an)\s+)?(?:d'origine|d'ascendance|d'ethnie|ressortissante?"
    rf"|citoyen(?:ne)?|passeport|de confession|de religion|de foi|ethnic|ethnisch(?:er?)?)\s+({_WORD}){_SECOND}"
)
_TWO_WORDS = re.compile(rf"(?=\b({_WORD}) ({_WORD})\b)")
_KNOWN = DEMONYMS | COUNTRIES | RELIGIONS
_ONLY_PEOPLE = DEMONYMS - ALSO_LANGUAGES


def origin_spans(reading: Reading) -> Iterator[Span]:
    """Yield phrases with a noun such as "nationality", and demonyms beside a word for a person."""
    for found in _NOUN_FIRST.finditer(reading.folded):
        if _is_known(found[2]) or found[1] in (":", "="):
            yield found.start(), found.end() if _is_known(found[3]) else found.end(2)
    for found in _OF_ORIGIN.finditer(reading.folded):
        if _is_known(found[1]):
            yield found.start(), found.end() if _is_known(found[2]) else found.end(1)
    for found in _NOUN_LAST.finditer(reading.folded):
        # "of Hindu faith" is somebody's, "Hindu religion" a subject of study.
        if _is_known(found[2]) and (found[1] or found[2] not in RELIGIONS):
            yield found.span()
    yield from _beside_people(reading)


def _beside_people(reading: Reading) -> Iterator[Span]:
    """Yield a demonym right after (as in French) or before (as in the other languages) a word for a person."""
    for found in _TWO_WORDS.finditer(reading.folded):
        if found[1] in PEOPLE_WORDS and found[2] in DEMONYMS:
            yield found.span(2)
        elif found[2] in PEOPLE_WORDS and found[1] in _ONLY_PEOPLE:
            yield found.span(1)


def _is_known(word: str | None) -> bool:
    return word is not None and (word in _KNOWN or any(part in _KNOWN for part in word.split("-")[1:]))
