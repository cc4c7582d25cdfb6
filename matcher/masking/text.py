"""One text through all the rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from matcher.masking import ages, birth, civility, grounds, residence
from matcher.masking.contacts import contact_spans
from matcher.masking.genders import gendered, neutral
from matcher.masking.identity import Identity
from matcher.masking.reading import Reading, Span
from matcher.masking.tidying import GAP, cut

_BIRTH, _AGE, _GROUNDS, _CIVILITY, _GENDER, _RESIDENCE = 1, 2, 4, 8, 16, 32
_REPEATED = 120  # characters up to which a text is likely to come again
_NOBODY = Identity()
_NUMBER = re.compile(r"\d")
_LINE_END = re.compile(r"(\r\n|\n|\r)")
_JOINED_FORMS = re.compile(r"\w[/·•*(.][\w-]")


def mask_text(text: str, identity: Identity, *, languages: bool = False) -> str:
    """Return a text without what identifies a person or tells of a protected ground.

    Masking a masked text changes nothing, and text without anything personal comes back as it is.

    Args:
        text: free text, in English, French, Dutch, German or a mixture; names in any script.
        identity: whose text it is; :class:`Identity` of nobody leaves names in.
        languages: the text lists languages: a lone "Somali" or "Turc" is one, never a nationality.
    """
    if len(text) <= _REPEATED and (harmless := _harmless(text, languages)) and not identity.may_be_in(harmless):
        return text
    return _masked(text, identity, languages=languages)


# A cohort repeats its skills, titles and diplomas; longer texts are one person's own.
@lru_cache(maxsize=20_000)
def _harmless(text: str, languages: bool) -> Reading | None:
    """Read a text in which only somebody's name could be found, ``None`` where there is more; numbers are never so."""
    if _NUMBER.search(text) or _masked(text, _NOBODY, languages=languages) != text:
        return None
    return Reading.of(text)


def _masked(text: str, identity: Identity, *, languages: bool) -> str:
    kept: list[str] = []
    for line, line_end in pairwise([*_LINE_END.split(text), ""]):
        if _LINE_END.fullmatch(line):
            continue
        masked = _line(line, identity, languages=languages)
        if masked or not line.strip():
            kept += [masked, line_end]
        elif not line_end and kept:
            kept.pop()
    return "".join(kept)


def _line(text: str, identity: Identity, *, languages: bool) -> str:
    """Mask one line, again and again until nothing is found: what is cut out can bring two words together."""
    while (masked := _once(text.replace(GAP, " "), identity, languages=languages)) != text:
        text = masked
    return text


def _once(text: str, identity: Identity, *, languages: bool) -> str:
    told = (_told if len(text) <= _REPEATED else _told.__wrapped__)(text, languages)
    spans = list(contact_spans(told.reading, identity.phone, identity.birth_date))
    if identity.may_be_in(told.reading):
        spans += identity.name_spans(told.reading)
    spans += told.spans
    if told.topics & _AGE:
        spans += ages.bare_ages(told.reading, spans)
    if spans:
        return cut(told.reading.text, spans)
    if told.topics & _GENDER or _JOINED_FORMS.search(text):
        return neutral(text)
    return text


@dataclass(frozen=True, slots=True)
class _Told:
    """What a text says, whoever it is about: the rules that its words may start, and what they found."""

    reading: Reading
    topics: int
    spans: tuple[Span, ...]


@lru_cache(maxsize=20_000)
def _told(text: str, languages: bool) -> _Told:
    reading = Reading.of(text)
    topics = 0
    for word in reading.words:
        topics |= _topics(word)
    spans: list[Span] = []
    if topics & _CIVILITY:
        spans += civility.civility_spans(reading)
    if topics & _GROUNDS:
        spans += grounds.ground_spans(reading, languages=languages)
    if topics & _BIRTH or "°" in text:
        spans += birth.birth_spans(reading)
    if topics & _AGE:
        spans += ages.age_spans(reading)
    if topics & _RESIDENCE:
        spans += residence.residence_spans(reading)
    return _Told(reading, topics, tuple(spans))


@lru_cache(maxsize=50_000)
def _topics(word: str) -> int:
    """Return which rules a folded word may start, as bits: most texts start none and are done at once."""
    return (
        _BIRTH * (word in birth.TRIGGERS)
        | _AGE * (word in ages.TRIGGERS)
        | _GROUNDS * (word in grounds.TRIGGERS)
        | _CIVILITY * (word in civility.TRIGGERS)
        | _GENDER * gendered(word)
        | _RESIDENCE * (word in residence.TRIGGERS)
    )
