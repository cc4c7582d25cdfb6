"""The reasons for and against one person, in words."""

from __future__ import annotations

from matcher.duplicates.nouns import DuplicatePair
from matcher.duplicates.tables import table
from matcher.records import Reason


def in_words(reason: Reason, language: str = "en") -> str:
    """Put a reason into words, in en, fr, nl or de; any other language is answered in English."""
    tables = table("reasons")
    column = tables["languages"].index(language) if language in tables["languages"] else 0
    values = {name: ", ".join(value) if isinstance(value, tuple) else value for name, value in reason.values}
    sentence: str = tables["reasons"][reason.code][column]
    return sentence.format_map(values)


def reasons_in_words(pair: DuplicatePair, language: str = "en") -> tuple[tuple[float, str], ...]:
    """Return the bits and the words of each reason that counted, the weightiest first; the prior has none."""
    telling = [part for part in pair.evidence if part.bits and part.reason.code in table("reasons")["reasons"]]
    telling.sort(key=lambda part: -abs(part.bits or 0.0))
    return tuple((part.bits or 0.0, in_words(part.reason, language)) for part in telling)
