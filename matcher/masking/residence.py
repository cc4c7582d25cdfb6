"""Where somebody lives: home addresses, and sentences such as "I live in Lagos". Never where somebody worked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matcher.masking.reading import Reading, Span

TRIGGERS = frozenset(
    [
        *("habite", "reside", "adresse", "domicilie", "domiciliee", "domicile", "residant", "vivant", "habitant"),
        *("woon", "woont", "wonend", "wonende", "woonachtig", "adres", "woonplaats", "gedomicilieerd"),
        *("live", "lives", "living", "address", "residing", "resident", "based", "wohne", "wohnt", "wohnhaft"),
        *("anschrift", "wohnort"),
    ]
)
_PLACE = r"[^\W\d_][\w'’-]*(?: [^\W\d_a-zß-ÿ][\w'’-]*){0,3}"
# A place follows: a capital, which the folded copy has not, is asked for by the code.
_LIVING = re.compile(
    r"\b(?:(?:et |and |en |und )?(?:j'habite|je reside|je vis|il habite|elle habite|ik woon|hij woont|zij woont|i live"
    r"|i am living|i'm living|he lives|she lives|ich wohne|er wohnt|sie wohnt)|domiciliee?|residant|habitant|vivant"
    r"|wonend(?:e)?|woonachtig|gedomicilieerd|living|residing|wohnhaft|based)"
    r"(?: (?:actuellement|currently|now|momenteel|nu|derzeit|zurzeit|aujourd'hui))?"
    r" (?:a|au|aux|en|in|te|near|bij|pres de|bei) "
)
_BEFORE_LIVING = re.compile(r"(?:(?:actuellement|currently|now|momenteel|nu|derzeit|zurzeit) )$")
# A label takes the rest of its line: an address has commas.
_LABEL = re.compile(
    r"(?:^|(?<=[.;|(]))\s*(?:adresse(?: (?:postale|privee))?|domicile|lieu de residence|adres|thuisadres|woonplaats"
    r"|(?:home |postal )?address|place of residence|anschrift|wohnort|wohnadresse)\s*[:=]\s*[^;|)]+"
)
_CAPITALS = re.compile(_PLACE)


def residence_spans(reading: Reading) -> Iterator[Span]:
    """Yield labelled home addresses, and what says of somebody that they live at a place."""
    for found in _LABEL.finditer(reading.folded):
        if "@" not in found.group():
            yield found.span()
    for found in _LIVING.finditer(reading.folded):
        place = _CAPITALS.match(reading.text, found.end())
        if place and not reading.text[place.start()].islower():
            before = _BEFORE_LIVING.search(reading.folded, 0, found.start())
            yield before.start() if before else found.start(), place.end()
