"""Nationality, religion, family, health and refuge: found only in phrases that speak of the person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matcher.masking import ground_words
from matcher.masking.ground_words import ALONE, CHILDREN, DESCRIBING, ONLY_TOGETHER, PHRASES, RELIGIONS, SUBJECT
from matcher.masking.origin_phrases import origin_spans
from matcher.masking.origins import ALSO_LANGUAGES, DEMONYMS, PEOPLE
from matcher.masking.reading import Reading, Span

TRIGGERS = DEMONYMS | ground_words.TRIGGERS

_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)?"
_ADVERBS = (
    r"(?:(?:tres|encore|actuellement|toujours|aussi|un|une|a|an|een|ein|eine|currently|also|still|now|heel|zeer|nu"
    r"|momenteel|ook|sehr|zurzeit|derzeit|auch|jeune|young|jonge?|junge[rs]?|fiere?|proud|practi[sc]ing|praktiserend"
    r"|recognised|recognized|erkend|anerkannter?)\s+)"
)
_DESCRIBED = re.compile(
    rf"\b({SUBJECT}\s+)({_ADVERBS}{{0,3}})({_WORD})"
    r"(\s+(?:d'origine|de naissance|van (?:afkomst|oorsprong)|by birth|von geburt|pratiquante?))?"
)
_NEXT_WORD = re.compile(rf" ({_WORD})")
_SAID_OF_PEOPLE = DEMONYMS | DESCRIBING | RELIGIONS
_ARTICLE = re.compile(r"\b(?:un|une|a|an|een|ein|eine)\s")
_PHRASE_END = re.compile(
    r"\s*(?:$|[,.;:!?()\n/|]|(?:et|and|en|und|mais|but|maar|aber|qui|who|die|der|from|van|de|with|avec|met|mit|depuis|since|sinds|seit)\b)"
)
# "I am a Turkish teacher" tells a language, "I am a Moroccan cook" a cuisine.
_LANGUAGE_OR_KITCHEN = re.compile(
    r"[\s-]+(?:interpret|translat|teacher|tutor|speak|native|lerare?s?|tolk|vertal|lehrer|dolmetsch|ubersetz|lesson"
    r"|cours|cook|chef|kok|koch|cuisin|food|restaurant)"
)
_OF_A_PERSON = ALONE | DESCRIBING | frozenset(["homme", "femme", "man", "woman", "vrouw", "mann", "frau"])
_CONJUNCTION = re.compile(r"\s+(?:et|and|en|und|&|\+)\s+")


def ground_spans(reading: Reading, *, languages: bool) -> Iterator[Span]:
    """Yield the phrases about the person's protected grounds.

    Args:
        reading: the text.
        languages: the text is a list of languages, where a lone demonym is never a person.
    """
    yield from _described(reading)
    yield from origin_spans(reading)
    # A demonym starts the other rules, none of these: an advert that says "Belgian" often is long.
    if not ground_words.TRIGGERS.isdisjoint(reading.words):
        yield from (found.span() for found in PHRASES.finditer(reading.folded))
    yield from _whole_segments(reading, languages=languages)


def _described(reading: Reading) -> Iterator[Span]:
    """Yield what follows "I am": with the verb, or, before a noun, the adjective alone."""
    for found in _DESCRIBED.finditer(reading.folded):
        word = found[3]
        if word in DEMONYMS and _LANGUAGE_OR_KITCHEN.match(reading.folded, found.end(3)):
            continue
        if word not in _SAID_OF_PEOPLE:
            continue
        end = found.end()
        while (more := _NEXT_WORD.match(reading.folded, end)) and more[1] in _SAID_OF_PEOPLE:
            end = more.end()
        if _PHRASE_END.match(reading.folded, end):
            yield found.start(), end
        elif _ARTICLE.search(found[2]):
            yield found.start(3), end


def _whole_segments(reading: Reading, *, languages: bool) -> Iterator[Span]:
    """Yield segments, or parts of them joined by "and", that only describe the person."""
    segments = list(reading.segments())
    for number, segment in enumerate(segments):
        pieces = list(_pieces(reading.folded, segment))
        alone = [_describes(reading, piece) for piece in pieces]
        together = all(
            one or reading.folded[slice(*piece)] in ONLY_TOGETHER or (not languages and _is_person(reading, piece))
            for one, piece in zip(alone, pieces, strict=True)
        )
        if together and (all(alone) or not _in_a_list_of_origins(reading, segments, number)):
            yield segment
        else:
            yield from (piece for one, piece in zip(alone, pieces, strict=True) if one)


def _pieces(folded: str, segment: Span) -> Iterator[Span]:
    start, end = segment
    for found in _CONJUNCTION.finditer(folded, start, end):
        yield start, found.start()
        start = found.end()
    yield start, end


def _describes(reading: Reading, piece: Span) -> bool:
    """Tell whether words such as "homme marié", "2 enfants" or "célibataire sans enfant" are all that is there."""
    phrase = reading.folded[slice(*piece)]
    if phrase == "marie":  # "marié" without its accent, or the name
        return reading.text[piece[0]] == "m" or reading.text[piece[1] - 1] == "é"
    children = CHILDREN.search(phrase)
    words = phrase[: children.start()].split() if children else phrase.split()
    told = children is not None or any(word in ALONE for word in words)
    return phrase in ALONE or (told and all(word in _OF_A_PERSON for word in words))


def _is_person(reading: Reading, piece: Span) -> bool:
    """Tell whether a lone demonym names a person: always as a noun, as an adjective only where a text begins."""
    word = reading.folded[slice(*piece)]
    at_start = not reading.folded[: piece[0]].strip(" -*\n")
    return word in PEOPLE or (at_start and word in DEMONYMS and word not in ALSO_LANGUAGES)


def _in_a_list_of_origins(reading: Reading, segments: list[Span], number: int) -> bool:
    """Tell whether a segment beside it holds a demonym too, as in "Moroccan, Tunisian and Lebanese cooking"."""
    beside = [segments[other] for other in (number - 1, number + 1) if 0 <= other < len(segments)]
    return any(word in DEMONYMS for span in beside for word in reading.folded[slice(*span)].split())
