"""Puts pay that a file gives in parts into the words that a cell would hold: ``2600 - 3000 EUR per month``."""

from __future__ import annotations

import re

from matcher.intake.cells import read_number
from matcher.intake.wages import read_wage

_PERIODS = (
    ("hour", re.compile(r"hour|hur|heure|uur|stunde|hr")),
    ("month", re.compile(r"month|mon|mois|maand|monat")),
    ("year", re.compile(r"year|ann|ans?|jaar|jahr|yr")),
    ("week", re.compile(r"week|wee|semaine|woche")),
    ("day", re.compile(r"day|jour|dag|tag")),
)


def pay_words(minimum: str, maximum: str, currency: str, period: str) -> str:
    """Return the words for pay in parts; a period in none of the known words is left as it is."""
    amounts = list(dict.fromkeys(_amount(text) for text in (minimum, maximum) if text))
    if not amounts:
        return ""
    plain = period.strip().lower()
    known = next((name for name, pattern in _PERIODS if pattern.match(plain)), plain)
    words = [" - ".join(amounts), currency.strip().upper(), f"per {known}" if known else ""]
    return " ".join(word for word in words if word)


def currency_is_known(words: str, currency: str) -> bool:
    """Tell whether the reader of wages takes the words for that currency, and not for euros."""
    wage = read_wage(words)
    return wage is None or not currency.strip() or wage.currency == currency.strip().upper()


def _amount(text: str) -> str:
    """Write a number without the three digits behind a point that a person would take for thousands."""
    try:
        number = float(text)
    except ValueError:
        number = read_number(text) or 0.0
    if not 0 < number < 1e9:
        return text
    return f"{number:.0f}" if number.is_integer() else f"{number:.2f}"
