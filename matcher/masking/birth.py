"""Phrases that tell when and where somebody was born, and where they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matcher.masking.dates import DATE
from matcher.masking.origins import COUNTRIES, PEOPLE_WORDS
from matcher.masking.reading import Reading, Span

TRIGGERS = frozenset(
    [
        *("ne", "nee", "naissance", "natif", "native", "originaire", "born", "birth", "birthdate", "birthplace"),
        *("birthday", "dob", "geboren", "geboortedatum", "geboorteplaats", "geboortejaar", "geb", "geburtsdatum"),
        *("geburtsort", "geburtsjahr", "viens", "kom", "komme", "come", "coming", "from", "stamme", "afkomstig"),
        *(
            "gevlucht",
            "verhuisd",
            "gekomen",
            "fled",
            "geflohen",
            "gefluchtet",
            "originating",
            "geburtig",
            "origine",
            "origin",
            "herkomst",
            "herkunftsland",
        ),
    ]
)

_LETTER = r"[^\W\d_]"
_SUBJECT = r"(?:(?:je suis|elle est|il est|i was|i am|i'm|ik ben|ik werd|ich bin|ich wurde|she was|he was)\s+)?"
_BIRTH = re.compile(
    rf"\b{_SUBJECT}(?:"
    r"(?:ne|nee)(?:\(e\))?(?=\s+(?:le|en|a|au|aux|vers)\s|\s+\d|\s*:)"
    r"|born(?: and raised)?(?=\s+(?:on|in|at)\s|\s+\d|\s*:)"
    r"|(?:geboren|geb\.?)(?=\s+(?:op|in|te|am)\s|\s*\d|\s*:)"
    r")|(?<!\w)°(?=\s?\d)"
)
_LABEL = re.compile(
    r"\b(?:(?:date|lieu|annee|jour) (?:et lieu )?de naissance|(?:date|place|year|country) of birth|dob|birth ?date"
    r"|birth ?place|birthday|geboortedatum|geboorteplaats|geboortejaar|geburtsdatum|geburtsort|geburtsjahr"
    r"|(?:pays d'origine|country of origin|land van herkomst|herkunftsland)(?=\s*:))\b\s*"
    r"([:=-]|\bis\b|\best\b|\bist\b)?\s*(?:volgens dossier|selon (?:le )?dossier)?"
)
_TO_DATE = re.compile(rf"\s*[,(:]?\s*(?:(?:le|en|a|au|aux|the|on|in|at|op|te|am|vers|de|um)\s+)?{DATE}")
_TO_PLACE = re.compile(rf"\s*(?:[,(:]\s*)?(?:en|a|au|aux|in|at|te|near|pres de|bij|bei)\s+(?={_LETTER})")
_PLACE = re.compile(rf"(?:(?:de|du|des|la|le|les|el|al|sur|the|ben|aan|am|van|der)[ -]|[dl]')?({_LETTER}[\w'-]*)")
_AFTER_PLACE = re.compile(rf"\s*\([^()\n]{{2,30}}\)|,\s*(?=({_LETTER}+))")
_BEFORE_GERMAN = re.compile(rf"\b(?:in|am|te|op)\s+({_LETTER}[\w'-]*|{DATE})\s+geboren\b")
_FROM_PLACE = re.compile(
    r"\b(?:(?:je suis|i am|i'm|ik ben|ich bin)\s+)?(?:(originaire|natif|native)|originating|afkomstig|geburtig)\s+"
    rf"(?:de la|de l'|des|du|de|d'|of|from|uit|van|aus)\s*(?={_LETTER})"
)
_FROM_COUNTRY = re.compile(
    r"\b(?:(?:je )?viens (?:du|de la|de l'|de|d'|des)|(?:i come|i am|i'm|come|coming) from|(?:ik )?kom (?:uit|van)"
    r"|(?:ik ben )?(?:gevlucht|verhuisd|gekomen) uit|(?:i )?fled(?: from)?|(?:geflohen|gefluchtet) aus(?: der| dem)?"
    rf"|(?:ich )?(?:komme|stamme) aus(?: der| dem)?)\s*({_LETTER}[\w'-]*)"
)


def birth_spans(reading: Reading) -> Iterator[Span]:
    """Yield the phrases about birth, and about the place or country somebody comes from."""
    folded = reading.folded
    for found in (*_BIRTH.finditer(folded), *_LABEL.finditer(folded)):
        end = _after_facts(reading, found.end(), bare_place=found.re is _LABEL and found[1] is not None)
        if end > found.end():
            yield found.start(), end
    yield from (found.span() for found in _BEFORE_GERMAN.finditer(folded))
    for found in _FROM_PLACE.finditer(folded):
        end = _after_place(reading, found.end())
        if found[1] or any(char.isupper() for char in reading.text[found.end() : end]):
            yield found.start(), end
    for found in _FROM_COUNTRY.finditer(folded):
        if found[1] in COUNTRIES:
            yield found.span()


def _after_facts(reading: Reading, position: int, *, bare_place: bool) -> int:
    """Return where the dates and places that follow a word of birth end; the position itself where none do."""
    for _ in range(3):
        to_date = _TO_DATE.match(reading.folded, position)
        to_place = _TO_PLACE.match(reading.folded, position)
        if to_date:
            position = to_date.end()
        elif to_place:
            position = _after_place(reading, to_place.end())
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
        if more is None or not reading.text[more.start(1)].isupper() or more[1] in PEOPLE_WORDS:
            break
        end = more.end()
    beyond = _AFTER_PLACE.match(reading.folded, end)
    if beyond and beyond[1] is None:
        return beyond.end()
    if beyond and beyond[1] in COUNTRIES:
        return beyond.end(1)
    return end
