"""Phrases that tell when or where somebody was born, and how old they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matcher.masking.dates import DATE
from matcher.masking.origins import COUNTRIES, TITLES_OF_PEOPLE
from matcher.masking.reading import Reading, Span

TRIGGERS = frozenset(
    "ne nee naissance natif native originaire born birth birthdate birthplace birthday dob geboren geboortedatum "
    "geboorteplaats geboortejaar geb geburtsdatum geburtsort geburtsjahr viens kom komme come am from stamme afkomstig "
    "origine origin herkomst herkunftsland ans age agee aged ages years year yr yrs yo jaar jaren jarige jahre jahren "
    "alt leeftijd alter jeune jeunes young youngest oldest jong jongste oudste jung jungste alteste".split()
)

_SUBJECT = r"(?:(?:je suis|elle est|il est|i was|i am|i'm|ik ben|ik werd|ich bin|ich wurde|she was|he was)\s+)?"
_BIRTH = re.compile(
    rf"\b{_SUBJECT}(?:(?:ne|nee)(?:\(e\))?(?=\s+(?:le|en|a|au|aux|vers|un|:)\s|\s+\d|\s*:)"
    r"|born(?: and raised)?(?=\s+(?:on|in|at|the)\s|\s+\d|\s*:)|(?:geboren|geb\.?)(?=\s+(?:op|in|te|am|:)\s|\s*\d|\s*:))"
    r"|(?<!\w)°(?=\s?\d)"
)
_LABEL = re.compile(
    r"\b(?:(?:date|lieu|annee|jour) (?:et lieu )?de naissance|(?:date|place|year|country) of birth|dob|birth ?date|birth ?place"
    r"|birthday|geboortedatum|geboorteplaats|geboortejaar|geburtsdatum|geburtsort|geburtsjahr"
    r"|pays d'origine(?=\s*:)|country of origin(?=\s*:)|land van herkomst(?=\s*:)|herkunftsland(?=\s*:))\b\s*"
    r"(?:[:=-]|\bis\b|\best\b|\bist\b)?\s*(?:volgens dossier|selon (?:le )?dossier)?"
)
_STEP = re.compile(rf"\s*[,(:]?\s*(?:(?:le|en|a|au|aux|the|on|in|at|op|te|am|vers|vers le|de|um)\s+)?(?:{DATE}\)?)")
_TO_PLACE = re.compile(r"\s*(?:[,(]\s*)?(?:en|a|au|aux|in|at|te|near|pres de|bij|bei)\s+(?=[^\W\d_])")
_PLACE = re.compile(r"(?:(?:de|du|des|la|le|les|el|al|sur|the|ben|aan|am|van|der)[ -]|[dl]')?([^\W\d_][\w'-]*)")
_IN_BRACKETS = re.compile(r"\s*\([^()\n]{2,30}\)|,\s*(?=([^\W\d_]+))")
_GERMAN = re.compile(r"\b(?:in|am|te|op)\s+([^\W\d_][\w'-]*|" + DATE + r")\s+geboren\b")
_FROM = re.compile(
    r"\b(?:(?:je suis|i am|i'm|ik ben|ich bin)\s+)?(?:originaire|natif|native|originating|afkomstig|geburtig)\s+(?:de la|de l'|des|du|de|d'|of|from|uit|van|aus)\s*(?=[^\W\d_])"
)
_COUNTRY_FROM = re.compile(
    r"\b(?:je viens (?:du|de la|de l'|de|d'|des)|(?:i come|i am|i'm|coming) from|ik kom (?:uit|van)|ich komme aus(?: der| dem)?|ich stamme aus(?: der| dem)?)\s*([^\W\d_][\w'-]*)"
)

_N = r"(?:1[4-9]|[2-7]\d)"
_NO_WORK = r"(?!\s*(?:d'|de\b|dans\b|en\b|comme\b|a\b|au\b|chez\b|plus\b|sur\b|avec\b|ervaring|erfahrung|berufs|exp|of\b|in\b|as\b|als\b|werk|%|km))"
_AGES = re.compile(
    rf"\b(?:je suis |i am |ik ben |ich bin )?agee?(?:\(e\))? de {_N}\s*ans\b"
    rf"|\b(?:age|leeftijd|alter)\s*[:=]?\s*{_N}\b(?:\s*(?:ans|years old|years|jaar|jahre|yrs)\b)?"
    rf"|\b(?:i am |i'm |she is |he is )?(?:aged )?{_N}[ -]*(?:years?|yrs?)[ -]*old\b|\baged {_N}\b|\b{_N}\s?(?:y/?o|yo)\b"
    rf"|\b(?:ik ben )?{_N} jaar (?:oud|jong)\b|\b(?:ich bin )?{_N} jahre alt\b|\b{_N}-?(?:jarige?|jahrige?[rn]?)\b{_NO_WORK}"
    rf"|\bj'ai {_N} ans\b{_NO_WORK}|\b(?:i am|i'm) {_N}(?=\s*(?:[,.;!)]|$|and\b))"
    rf"|\b(?:ik ben|ich bin) {_N}(?: (?:jaar|jahre))?(?=\s*(?:[,.;!)]|$|en\b|und\b))"
    r"|\b(?:depuis |des )?(?:a )?(?:l'|mon )age de \d{1,2} ans\b|(?<!\d )(?<!\d ans )\ba (?:1\d|2[0-5]) ans\b(?!\s*(?:d'|de\b|pres\b))"
    r"|\b(?:since |from |at )(?:the )?age (?:of )?\d{1,2}\b|\bvanaf (?:de leeftijd van )?\d{1,2} jaar\b"
    r"|\b(?:sinds|vanaf|op) mijn \d{1,2}(?:e|de|ste)?\b(?: (?:levensjaar|jaar|verjaardag))?"
    r"|\bseit meinem \d{1,2}\. lebensjahr\b|\bmit 1\d jahren\b"
    r"|\bl?'?une? des plus (?:ages|agees|jeunes)\b[^,.;!?\n]*|\bone of the (?:oldest|youngest)\b[^,.;!?\n]*"
    r"|\been van de (?:oudsten?|jongsten?)\b[^,.;!?\n]*|\beine?r? der (?:altesten|jungsten)\b[^,.;!?\n]*"
)
_PERSON_AGED = re.compile(rf"([^\W\d_]+)(\s+(?:de|of|van|von)\s+{_N}\s*(?:ans|jaar|jahren?|years)\b){_NO_WORK}")
_BARE_AGE = re.compile(
    r"(?:1[89]|[2-5]\d|6[0-7]) ?(?:ans|jaar|jahre)|(?:tres|encore|nog|heel|zeer|noch|sehr|very|still) (?:jeune|jong|jung|young)"
)


def birth_spans(reading: Reading) -> Iterator[Span]:
    """Yield the phrases about birth and age that say so by themselves."""
    folded = reading.folded
    for found in _BIRTH.finditer(folded):
        end = _after_facts(reading, found.end())
        if end > found.end():
            yield found.start(), end
    for found in _LABEL.finditer(folded):
        end = _after_facts(reading, found.end(), bare_place=True)
        if end > found.end():
            yield found.start(), end
    yield from (found.span() for found in _GERMAN.finditer(folded))
    for found in _FROM.finditer(folded):
        yield found.start(), _after_place(reading, found.end())
    for found in _COUNTRY_FROM.finditer(folded):
        if found[1] in COUNTRIES:
            yield found.span()
    yield from (found.span() for found in _AGES.finditer(folded))
    for found in _PERSON_AGED.finditer(folded):
        if found[1] in TITLES_OF_PEOPLE:
            yield found.span(2)


def bare_ages(reading: Reading, cut_out: list[Span]) -> Iterator[Span]:
    """Yield ages that are a whole segment, such as ``35 ans``: the first of a text, or beside something cut out.

    Elsewhere the same words are rather a length of experience, and stay.
    """
    for start, end in reading.segments():
        if _BARE_AGE.fullmatch(reading.folded, start, end) is None:
            continue
        first = not reading.folded[:start].strip(" -*\n")
        unsure = reading.folded[end:].lstrip(" ,;:").startswith(("d'exp", "ervaring", "exper", "erfahrung"))
        if (first and not unsure) or _beside(reading.folded, (start, end), cut_out):
            yield start, end


def _beside(folded: str, span: Span, others: list[Span]) -> bool:
    gaps = " ,;:/|()-–—.&"
    before, after = folded[: span[0]].rstrip(gaps), folded[span[1] :].lstrip(gaps)
    starts, ends = len(folded) - len(after), len(before)
    return any(start <= starts < end or start < ends <= end for start, end in others)


def _after_facts(reading: Reading, position: int, *, bare_place: bool = False) -> int:
    """Return where the dates and places that follow a word of birth end; the position itself where none do."""
    for _ in range(3):
        step = _STEP.match(reading.folded, position)
        place = _TO_PLACE.match(reading.folded, position)
        if step:
            position = step.end()
        elif place:
            position = _after_place(reading, place.end())
        elif bare_place and reading.folded[position : position + 1].isalpha():
            position = _after_place(reading, position)
        else:
            break
        bare_place = False
    return position


def _after_place(reading: Reading, position: int) -> int:
    """Return the end of a place name: words in capitals, or a single word in small letters, and the country."""
    found = _PLACE.match(reading.folded, position)
    if found is None:
        return position
    end = found.end()
    for _ in range(2):
        more = _PLACE.match(reading.folded, end + 1) if reading.folded[end : end + 1] in (" ", "-") else None
        if more is None or not reading.text[more.start(1)].isupper() or more[1] in TITLES_OF_PEOPLE:
            break
        end = more.end()
    extra = _IN_BRACKETS.match(reading.folded, end)
    if extra and extra[1] is None:
        return extra.end()
    if extra and extra[1] in COUNTRIES:
        return extra.end() + len(extra[1])
    return end
