"""E-mail and web addresses, telephone and register numbers, and the birth date where it stands without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from matcher.masking.dates import DAY, days
from matcher.masking.reading import Reading, Span

_PHONE_WORD = r"\b(?:tel|telephone|telefoon|telefon|gsm|phone|mobile|whatsapp|fax)\b\s*(?:n[°or.]*\s*)?[.:]*\s*"
_EMAIL = re.compile(r"(?:\b(?:e-?mail|courriel|mailto|mail)\b\s*:?\s*)?[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
_HOSTS = (
    "linkedin|github|gitlab|bitbucket|behance|facebook|instagram|twitter|x|tiktok|youtube|medium|dribbble|kaggle|wa|t"
)
_URL = re.compile(
    rf"(?:https?://|www\.)[^\s<>\"]*[\w/]|\b(?:[\w-]+\.)?(?:{_HOSTS})\.(?:com|org|net|me)/[^\s,;)\"]*[\w/]"
    r"|\b[\w-]+\.(?:github|gitlab)\.io\b(?:/[^\s,;)\"]*\w)?"
)
# A number as it is dialled: abroad with + or 00, at home with a single 0, nine digits at least.
_DIALLED = re.compile(
    rf"(?:{_PHONE_WORD})?(?<![\w+/.,-])(?:"
    r"(?:\+|00)[ ]?\d(?:[ ./-]{0,3}\(?\d\)?){7,13}|\(?0\d(?:[ ./-]?\)?\d){7,9}"
    r")(?![ ./-]?\d)"
)
_LABELLED = re.compile(rf"{_PHONE_WORD}\+?\d(?:[ ./-]?\d){{5,13}}")
_YEAR_RANGE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_REGISTER = re.compile(r"(?<!\d)\d{2}\.\d{2}\.\d{2}[ -]\d{3}[. -]\d{2}(?!\d)")
_DAY = re.compile(rf"(?<!\d){DAY}")
_DIGIT = re.compile(r"\d")
_RUN = re.compile(r"\+?\d(?:[ ./()-]{0,2}\d){6,14}")


def contact_spans(reading: Reading, phone: str, birth_date: date | None) -> Iterator[Span]:
    """Yield what leads to the person: addresses of any kind and numbers.

    Args:
        reading: the text.
        phone: the last digits of the person's own number, found however they are grouped; empty for none.
        birth_date: the person's own, found in any writing.
    """
    folded = reading.folded
    if "@" in folded:
        yield from (found.span() for found in _EMAIL.finditer(folded))
    if "/" in folded or "www." in folded or ".io" in folded:
        yield from (found.span() for found in _URL.finditer(folded))
    if _DIGIT.search(folded):
        yield from _number_spans(folded, phone, birth_date)


def _number_spans(folded: str, phone: str, birth_date: date | None) -> Iterator[Span]:
    for pattern in (_DIALLED, _LABELLED, _REGISTER):
        for found in pattern.finditer(folded):
            if pattern is not _DIALLED or not _YEAR_RANGE.search(found.group()):
                yield found.span()
    if phone:
        for found in _RUN.finditer(folded):
            if "".join(filter(str.isdigit, found.group())).endswith(phone):
                yield found.span()
    if birth_date:
        yield from (found.span() for found in _DAY.finditer(folded) if birth_date in days(found.group()))
