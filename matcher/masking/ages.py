"""Phrases that tell how old somebody is; lengths of experience are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matcher.masking.origins import PEOPLE_WORDS
from matcher.masking.reading import Reading, Span

TRIGGERS = frozenset(
    [
        *("ans", "age", "agee", "ages", "agees", "aged", "years", "year", "yr", "yrs", "yo", "y", "jaar", "jarig"),
        *("jarige", "jahre", "jahren", "jahrig", "jahrige", "jahriger", "jahrigen", "alt", "leeftijd", "alter", "am"),
        *("mijn", "bin", "ben", "lebensjahr", "jeune", "jeunes", "young", "youngest", "oldest", "jong", "jongste"),
        *("jahrgang", "oudste", "jongsten", "oudsten", "jung", "jungste", "jungsten", "altesten"),
    ]
)

_AGE = r"(?:1[4-9]|[2-7]\d)"
_NO_WORK = (
    r"(?!\s*(?:d'|(?:de|dans|en|comme|a|au|chez|plus|sur|avec|of|in|as|als)\b|ervaring|erfahrung|berufs|exp|werk|%|km))"
)
_STOP = r"(?=\s*(?:[,.;!)\n]|$|(?:and|en|und)\b))"
_AGES = re.compile(
    "|".join(
        (
            rf"\b(?:je suis |elle est |il est )?agee?(?:\(e\))? de {_AGE}\s*ans\b",
            rf"\b(?:age|leeftijd|alter)\s*[:=]?\s*{_AGE}\b(?:\s*(?:ans|years old|years|jaar|jahre|yrs)\b)?",
            rf"\b(?:i am |i'm |she is |he is )?(?:aged )?{_AGE}[ -]*(?:years?|yrs?)[ -]*old\b",
            r"\bjahrgang\s*:?\s*(?:19|20)\d\d\b",
            rf"\baged {_AGE}\b|\b{_AGE}\s?(?:y/?o|yo)\b",
            rf"\b(?:ik ben )?{_AGE} jaar (?:oud|jong)\b|\b(?:ich bin )?{_AGE} jahre alt\b",
            rf"\b{_AGE}-?(?:jarige?|jahrige?[rn]?)\b{_NO_WORK}",
            rf"\bj'ai {_AGE} ans\b{_NO_WORK}",
            rf"\b(?:i am|i'm) {_AGE}{_STOP}|\b(?:ik ben|ich bin) {_AGE}(?: (?:jaar|jahre))?{_STOP}",
            r"\b(?:depuis |des )?(?:a )?(?:l'|mon )age de \d{1,2} ans\b",
            r"(?<!\d )(?<!\d ans )\ba (?:1\d|2[0-5]) ans\b(?!\s*(?:d'|de\b|pres\b))",
            r"\b(?:since |from |at )(?:the )?age (?:of )?\d{1,2}\b",
            r"\bvanaf (?:de leeftijd van )?\d{1,2} jaar\b",
            r"\b(?:sinds|vanaf|op) mijn \d{1,2}(?:e|de|ste)?\b(?: (?:levensjaar|jaar|verjaardag))?",
            r"\bseit meinem \d{1,2}\. lebensjahr\b|\bmit 1\d jahren\b(?!\s*(?:berufs|erfahrung|praxis))",
            r"\b(?:l')?une? des plus (?:ages|agees|jeunes)\b[^,.;!?\n]*",
            r"\bone of the (?:oldest|youngest)\b[^,.;!?\n]*",
            r"\been van de (?:oudsten?|jongsten?)\b[^,.;!?\n]*|\beine?r? der (?:altesten|jungsten)\b[^,.;!?\n]*",
        )
    )
)
_PERSON_AGED = re.compile(rf"([^\W\d_]+)(\s+(?:de|of|van|von)\s+{_AGE}\s*(?:ans|jaar|jahren?|years)\b){_NO_WORK}")
_BARE_AGE = re.compile(
    r"(?:1[89]|[2-5]\d|6[0-7]) ?(?:ans|jaar|jahre)|"
    r"(?:tres|encore|nog|heel|zeer|noch|sehr|very|still) (?:jeune|jong|jung|young)"
)
_EDGES = " ,;:/|()-–—.&"


def age_spans(reading: Reading) -> Iterator[Span]:
    """Yield the phrases about age that say so by themselves."""
    yield from (found.span() for found in _AGES.finditer(reading.folded))
    for found in _PERSON_AGED.finditer(reading.folded):
        if found[1] in PEOPLE_WORDS:
            yield found.span(2)


def bare_ages(reading: Reading, cut_out: list[Span]) -> Iterator[Span]:
    """Yield ages that are a whole segment, such as ``35 ans``: the first of a text, or beside something cut out.

    Elsewhere the same words are rather a length of experience, and stay.
    """
    for start, end in reading.segments():
        if _BARE_AGE.fullmatch(reading.folded, start, end) is None:
            continue
        first = not reading.folded[:start].strip(" -*\n")
        if first or _beside(reading.folded, (start, end), cut_out):
            yield start, end


def _beside(folded: str, span: Span, others: list[Span]) -> bool:
    before, after = folded[: span[0]].rstrip(_EDGES), folded[span[1] :].lstrip(_EDGES)
    ends, starts = len(before), len(folded) - len(after)
    return any(start <= starts < end or start < ends <= end for start, end in others)
