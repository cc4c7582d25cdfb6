"""Forms of address, and the sentences in which people say their name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matcher.masking.ordinary import PARTICLES, is_ordinary
from matcher.masking.reading import Reading, Span

TRIGGERS = frozenset(
    [
        *("mme", "mlle", "mr", "mrs", "miss", "ms", "dhr", "mevr", "mw", "m", "monsieur", "madame", "mademoiselle"),
        *("mevrouw", "meneer", "herr", "herrn", "frau", "heer", "appelle", "name", "naam", "heet", "heisse", "nom"),
        *("called", "prenom", "cv", "curriculum", "lebenslauf", "resume"),
    ]
)
_ALWAYS = re.compile(
    r"(?<![\w'])(?:Mme|MME|Mlle|Mrs|Mr|Dhr|Mevr|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|[Mm]evrouw|[Mm]eneer)\b\.?"
)
# These are other words too ("5 MW", "M.Sc", "die Frau"), so a capital must follow.
_BEFORE_A_NAME = re.compile(
    r"(?<![\w'.])(?:M\.|MR|Mw\.?|Ms\.?|Miss|Herrn?|Frau|[Dd]e heer)\s+"
    r"(?!(?:Tech|Phil|Eng|Sc|Ed|Pharm)\b)(?=[A-ZÀ-Þ][a-zß-ÿA-ZÀ-Þ]{2,})"
)
_CALLED = re.compile(
    r"\b(?:je m'appelle|i am called|my name is|my name's|mijn naam is|ik heet|mein name ist|ich hei(?:ss|ß)e"
    r"|(?:nom et prenom|prenom|nom|naam|full name|name)\s*:)\s*"
)
# "CV of" names somebody: what follows is taken only where it is all of the line, and by its form a name.
_TITLE_OF_A_CV = re.compile(
    r"^\s*(?:cv|c\.v\.|curriculum vitae|lebenslauf|resume)\s*[:–-]?\s+(?:(?:de|d'|of|van|von|der|des)\s+)?"
)
_CAPITALISED = r"[^\W\d_a-zß-ÿ][\w'’-]*"
_NAME = re.compile(rf"{_CAPITALISED}(?:[ -](?:(?:el|al|de|van|ben|der|den|von|la|le) )?{_CAPITALISED}){{0,4}}")


def civility_spans(reading: Reading) -> Iterator[Span]:
    """Yield forms of address, and "my name is" with the capitalised words that follow."""
    yield from (found.span() for found in _ALWAYS.finditer(reading.text))
    yield from (found.span() for found in _BEFORE_A_NAME.finditer(reading.text))
    if (head := _TITLE_OF_A_CV.match(reading.folded)) and (name := _NAME.match(reading.text, head.end())):
        words = Reading.of(name.group()).words
        named = len(words) > 1 and not any(is_ordinary(word) for word in words if word not in PARTICLES)
        if named and not reading.folded[name.end() :].strip(" ."):
            yield head.start(), name.end()
    for found in _CALLED.finditer(reading.folded):
        name = _NAME.match(reading.text, found.end())
        if name or not found.group().rstrip().endswith(":"):
            yield found.start(), name.end() if name else found.end()
