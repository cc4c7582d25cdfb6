"""Nationality, origin, religion, family, health and refuge: found only in phrases that speak of the person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matcher.masking.ground_words import ALONE, DESCRIBING, KIDS, NUMBER, ONLY_TOGETHER, PHRASES, RELIGIONS
from matcher.masking.origins import ALSO_LANGUAGES, COUNTRIES, DEMONYMS, PEOPLE, TITLES_OF_PEOPLE
from matcher.masking.reading import Reading, Span

_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)?"
_SUBJECT = (
    r"(?:je suis|j'etais|i am|i'm|ik ben|ich bin|he is|she is|il est|elle est|hij is|zij is|ze is|er ist|sie ist)"
)
_ADVERBS = (
    r"(?:(?:tres|encore|actuellement|toujours|aussi|un|une|a|an|een|ein|eine|currently|also|still|now|heel|zeer|nu|"
    r"momenteel|ook|sehr|zurzeit|derzeit|auch|jeune|young|jonge?|junge[rs]?|fiere?|proud|practi[sc]ing|praktiserend|"
    r"recognised|recognized|erkend|anerkannter?)\s+)"
)
_DESCRIBED = re.compile(
    rf"\b({_SUBJECT}\s+)({_ADVERBS}{{0,3}})({_WORD})(\s+(?:d'origine|de naissance|van (?:afkomst|oorsprong)|by birth|von geburt|pratiquante?))?"
)
_ARTICLE = re.compile(r"\b(?:un|une|a|an|een|ein|eine)\s")
_ENDS = re.compile(
    r"\s*(?:$|[,.;:!?()\n/|]|(?:et|and|en|und|mais|but|maar|aber|qui|who|die|der|from|van|de|depuis|since|sinds|seit)\b)"
)
_LANGUAGE_WORK = re.compile(
    r"[\s-]+(?:interpret|translat|teacher|tutor|speak|native|lerare?s?|tolk|vertal|lehrer|dolmetsch|ubersetz|lesson|cours|cook|chef|kok|koch|cuisin|food|restaurant)"
)

_KIND = (
    r"(?:nationalites?|nationality|nationaliteit|staatsangehorigkeit|nationalitat|staatsburgerschaft|citizenship|"
    r"citoyennete|ethnie|ethnicity|ethnic origin|etnie|religion|religie|geloof|confession|konfession|godsdienst)"
)
_OF = r"(?:(?:je suis|i am|i'm|ik ben|ich bin|il est|elle est|he is|she is)\s+)?"
_LED = r"(?:(?:de|of|van|von|met|with|mit|double|dubbele|dual|doppelte|la|de|ayant la)\s+){0,3}"
_MORE = rf"(?:\s*(?:/|,|-|\bet\b|\band\b|\ben\b|\bund\b)\s*({_WORD}))?"
_KIND_FIRST = re.compile(rf"\b{_OF}{_LED}{_KIND}\s*(:|=|-|\bis\b|\best\b|\bist\b)?\s*({_WORD}){_MORE}")
_KIND_LAST = re.compile(
    rf"\b{_OF}(?:(?:of|van|von|met|with|mit|a|an|een|ein|eine|from)\s+)?({_WORD})\s+(?:nationality|citizenship|nationals?|"
    r"citizens?|origin|descent|background|roots|heritage|nationaliteit|afkomst|origine|oorsprong|herkomst|wortels|"
    r"staatsburger(?:in|schap)?|onderdaan|paspoort|passport|staatsangehorige[rn]?|staatsangehorigkeit|herkunft|"
    r"abstammung|faith|religion)\b"
)
_ORIGIN = re.compile(
    rf"(?<!produit )(?<!produits )\b{_OF}(?:(?:un|une|a|an)\s+)?(?:d'origine|d'ascendance|d'ethnie|ressortissante?|citoyen(?:ne)?|passeport|"
    rf"de confession|de religion|de foi|ethnic|ethnisch(?:er?)?)\s+({_WORD}){_MORE}"
)
_PERSON_THEN = re.compile(rf"\b({_WORD})\s+({_WORD})\b")

_HOLDS = (
    r"(?:j'ai|elle a|il a|i have|has|have|she has|he has|ik heb|heeft|heb|ich habe|hat|habe|ayant|"
    r"mariee?(?: et)? (?:avec|a)|married(?: with)?|gehuwd met|getrouwd met|verheiratet mit|avec)"
)
_CHARGE = r"(?:\s+(?:a charge|scolarises?|en bas age|mineurs?|te laste|ten laste|of (?:his|her|my) own))?"
_CHILDREN = re.compile(
    rf"\b(?:{_SUBJECT}\s+)?(?:une? |a |an |een |eine? )?(?:jeune |single |young |alleenstaande |alleinerziehende )?"
    r"(?:mere|pere|maman|papa|mother|father|mum|mom|dad|moeder|vader|mama|mutter|parent|ouder)(?: celibataire| isolee?)?"
    rf"\s+(?:de |d'|of |van |von )(?:{NUMBER}\s+)?{KIDS}\b{_CHARGE}"
    rf"|\b(?:single (?:mother|father|parent)|mere celibataire|pere celibataire|alleenstaande (?:moeder|vader|ouder)|"
    r"alleinerziehende (?:mutter|vater))\b"
    rf"|\b{_HOLDS}\s+{NUMBER}\s+{KIDS}\b{_CHARGE}(?=\s*(?:[,.;!)\n]|$|et\b|and\b|en\b|und\b))"
)
_SEGMENT_CHILDREN = re.compile(rf"(?:{NUMBER}|sans|no|without|geen|zonder|keine|ohne)\s+{KIDS}{_CHARGE}")
_PHRASES = re.compile("|".join(PHRASES))
_CONJUNCTION = re.compile(r"\s+(?:et|and|en|und|&|\+)\s+")

TRIGGERS = frozenset(
    DESCRIBING
    | RELIGIONS
    | DEMONYMS
    | ALONE
    | ONLY_TOGETHER
    | set(
        re.findall(r"[a-z]{3,}", f"{_KIND} {KIDS} {' '.join(PHRASES)} mere pere maman papa mother father moeder vader")
    )
    - set("avec with met mit the des les une pas mon mes mais dans".split())
)


def ground_spans(reading: Reading, *, languages: bool) -> Iterator[Span]:
    """Yield the phrases about the person's protected grounds.

    Args:
        reading: the text.
        languages: the text is a list of languages, where a lone demonym is never a person.
    """
    yield from _described(reading)
    yield from _origins(reading)
    yield from _beside_titles(reading)
    yield from (found.span() for found in _CHILDREN.finditer(reading.folded))
    yield from (found.span() for found in _PHRASES.finditer(reading.folded))
    yield from _whole_segments(reading, languages=languages)


def _described(reading: Reading) -> Iterator[Span]:
    """Yield what follows "I am": with the verb, or, before a noun, the adjective alone."""
    for found in _DESCRIBED.finditer(reading.folded):
        word = found[3]
        if word not in DEMONYMS and word not in DESCRIBING and word not in RELIGIONS:
            continue
        if word in DEMONYMS and _LANGUAGE_WORK.match(reading.folded, found.end(3)):
            continue
        if _ENDS.match(reading.folded, found.end()):
            yield found.span()
        elif _ARTICLE.search(found[2]):
            yield found.start(3), found.end()


def _origins(reading: Reading) -> Iterator[Span]:
    """Yield phrases with a noun for nationality, origin or religion."""
    for found in _KIND_FIRST.finditer(reading.folded):
        if _is_ground(found[2]) or (found[1] in (":", "=") and not reading.folded[found.end(2) :].startswith("s'")):
            yield found.start(), found.end() if found[3] and _is_ground(found[3]) else found.end(2)
    for found in _ORIGIN.finditer(reading.folded):
        if _is_ground(found[1]):
            yield found.start(), found.end() if found[2] and _is_ground(found[2]) else found.end(1)
    for found in _KIND_LAST.finditer(reading.folded):
        if _is_ground(found[1]):
            yield found.span()


def _beside_titles(reading: Reading) -> Iterator[Span]:
    """Yield a demonym right after (French) or before (the other languages) a word for a person."""
    for match in re.finditer(rf"(?=\b({_WORD}) ({_WORD})\b)", reading.folded):
        first, second = match[1], match[2]
        if first in TITLES_OF_PEOPLE and second in DEMONYMS:
            yield match.span(2)
        elif second in TITLES_OF_PEOPLE and first in DEMONYMS - ALSO_LANGUAGES:
            yield match.span(1)


def _whole_segments(reading: Reading, *, languages: bool) -> Iterator[Span]:
    """Yield segments, or parts of them joined by "and", that only describe the person."""
    segments = list(reading.segments())
    for number, (start, end) in enumerate(segments):
        pieces = _pieces(reading.folded, start, end)
        alone = [_describes(reading, piece) for piece in pieces]
        lone_people = [not languages and _is_person(reading, piece, segments, number) for piece in pieces]
        together = all(
            one or person or reading.folded[slice(*piece)] in ONLY_TOGETHER
            for piece, one, person in zip(pieces, alone, lone_people, strict=True)
        )
        for piece, one in zip(pieces, alone, strict=True):
            if one or together:
                yield piece


def _pieces(folded: str, start: int, end: int) -> list[Span]:
    pieces = []
    for found in _CONJUNCTION.finditer(folded, start, end):
        pieces.append((start, found.start()))
        start = found.end()
    return [*pieces, (start, end)]


def _describes(reading: Reading, piece: Span) -> bool:
    words = reading.folded[slice(*piece)]
    if words == "marie":  # "marié" without its accent, or the name
        return reading.text[piece[0]] == "m"
    return words in ALONE or _SEGMENT_CHILDREN.fullmatch(words) is not None


def _is_person(reading: Reading, piece: Span, segments: list[Span], number: int) -> bool:
    """Tell whether a lone demonym names the person, and is no part of a list such as "Moroccan, Tunisian cooking"."""
    word = reading.folded[slice(*piece)]
    if word not in DEMONYMS or word in ALSO_LANGUAGES or (word not in PEOPLE and number > 0):
        return False
    beside = [segments[other] for other in (number - 1, number + 1) if 0 <= other < len(segments)]
    return not any(part in DEMONYMS for span in beside for part in reading.folded[slice(*span)].split())


def _is_ground(word: str) -> bool:
    known = DEMONYMS | COUNTRIES | RELIGIONS
    return word in known or any(part in known for part in word.split("-")[1:])
