"""Reads a gross wage as vacancies state it: an amount or a range, its currency, and what period it pays for."""

from __future__ import annotations

import re

from matcher.intake.cells import read_number
from matcher.intake.wage_basis import read_basis
from matcher.records import Wage, WagePeriod
from taxonomies.wording import fold

_CURRENCIES = (
    ("EUR", r"€|\beuros?\b|\beur\b"),
    ("GBP", r"£|\bgbp\b"),
    ("USD", r"\$|\busd\b"),
    ("MAD", r"\bmad\b|\bdhs?\b|\bdirhams?\b"),
    ("TND", r"\btnd\b|\bdt\b"),
    ("XOF", r"\bxof\b|\bf?cfa\b"),
    ("NGN", r"₦|\bngn\b|\bnaira\b"),
)
_CURRENCY = "|".join(pattern for _, pattern in _CURRENCIES)
_AMOUNT = r"(?:\d{1,3}(?:[ .,'’]\d{3})+(?!\d)(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d))(?:\s?k\b|\s?k(?=€))?"
_TO = r"\s*(?:-|–|—|/|\ba\b|\btot\b|\bto\b|\bbis\b|\bet\b|\ben\b|\band\b|\bund\b|\bt/m\b)\s*"
_UNIT = rf"\s*(?:{_CURRENCY})?"
_RANGE = re.compile(
    rf"(?:{_CURRENCY})?\s*(?P<low>{_AMOUNT}){_UNIT}(?:{_TO}(?:{_CURRENCY})?\s*(?P<high>{_AMOUNT}){_UNIT})?"
)
_PER = r"(?:/|\bper\b|\bpar\b|\bpro\b|\bje\b|\bp[./]?\s?|\bde l['’ ]|\bl['’]|\ban?\b|\bbrutt?o?s?[ -]|\bgross )\s*"
_UNITS: tuple[tuple[WagePeriod | None, str], ...] = (
    (WagePeriod.HOUR, r"uur|u|heures?|h|hours?|hr|stunden?|std"),
    (WagePeriod.MONTH, r"maand|mnd|mois|months?|monat|m"),
    (WagePeriod.YEAR, r"jaar|jr?|annee|annum|ans?|years?|yr|jahr|a"),
    (None, r"dag|jour|days?|tag|week|semaine|woche|d|prestation|shift|opdracht"),
)
_ADVERBS = (
    (WagePeriod.HOUR, r"\b(?:hourly|horaire|\w{0,8}uurloon|stundenlohn|taux horaire)\b"),
    (
        WagePeriod.MONTH,
        r"\b(?:monthly|mensuel\w*|maandelijks\w*|maandloon|monatlich\w*|monats\w+|\w{0,8}maandloon|\w{0,8}maandsalaris|maandwedde)\b",
    ),
    (
        WagePeriod.YEAR,
        r"\b(?:yearly|annual\w*|annuel\w*|jaarlijks\w*|\w{0,8}jaarloon|jahrlich\w*|jahres\w+|jaarsalaris)\b",
    ),
)
_PERIODS = tuple((period, re.compile(rf"{_PER}(?:{words})\b\.?")) for period, words in _UNITS)
_ADVERB_PATTERNS = tuple((period, re.compile(words)) for period, words in _ADVERBS)
_NET = re.compile(r"\bnet(?:to\w*|te|s)?\b")
_GROSS = re.compile(r"\b(?:brutt?o\w*|brut(?:e|s|es)?|gross)\b")
_NET_AFTER = re.compile(r"\W{0,3}(?:eur|euros?)?\W{0,3}(?:(?:per|par|je|pro)?\W?\w{0,8}\W{1,2})?net(?:to|te|s)?\b")
_NET_BEFORE = re.compile(r"\bnet(?:to|te|s)?\W{0,3}(?:(?:van|de|of|loon|salaire)\W{1,2})?$")
_UP_TO = re.compile(r"^\W*(?:jusqu'?\s?a|tot|up to|bis(?: zu)?|max\w*\.?|maximum)\W*\d")
_NOT_MONEY = re.compile(r"\s*(?:%|u/|h/|uur/|heures?/|uren|x\b|jours|dagen)")
_BELIEVABLE = {WagePeriod.HOUR: (5, 500), WagePeriod.MONTH: (300, 60_000), WagePeriod.YEAR: (4_000, 1_000_000)}
_FILLER = re.compile(
    r"\b(?:de|van|entre|tussen|between|zwischen|from|vanaf|a partir de|ab|min(?:imum)?|des|salaire|loon|wage|salary"
    r"|lohn)\b"
)


def read_wage(text: str, heading: str = "") -> Wage | None:
    """Return the gross wage that the words state, or ``None`` where an amount or its period is not clear.

    The period comes from the cell, else from the words of its heading; the basis only from words that tell it. A net
    wage, a highest amount without a lowest,
    an amount by day or week, and one that nobody earns in such a period (``€ 2600/uur``) are no gross wage to read.
    """
    plain = fold(text).replace("\n", " ")
    if len(plain) > 500 or (_NET.search(plain) and not _GROSS.search(plain)) or _UP_TO.search(plain):
        return None
    found = _amounts(plain)
    if found is None:
        return None
    low, high, end = found
    period = _period(plain[end:]) or _period(plain) or _period(f" {fold(heading)} ")
    if period is None or _unsupported(plain[end:]):
        return None
    currency = next((code for code, pattern in _CURRENCIES if re.search(pattern, plain)), "EUR")
    least, most = _BELIEVABLE[period]
    believable = currency != "EUR" or least <= low <= (high or low) <= most
    if not believable or (high is not None and high < low):
        return None
    return Wage(low, period, None if high == low else high, currency, read_basis(plain))


def says_more_than_wage(text: str) -> bool:
    """Tell whether a wage cell holds words beyond amounts, currency, period and *gross*: meal vouchers, a scale."""
    plain = fold(text)
    for pattern in (*(pattern for _, pattern in _PERIODS), *(pattern for _, pattern in _ADVERB_PATTERNS), _RANGE):
        plain = pattern.sub(" ", plain)
    for pattern in (_GROSS, _FILLER, re.compile(_CURRENCY)):
        plain = pattern.sub(" ", plain)
    return bool(re.search(r"\w", plain))


def _amounts(plain: str) -> tuple[float, float | None, int] | None:
    """Return lowest, highest and where they end: the amounts beside a currency, else the only ones there are."""
    matches = [match for match in _RANGE.finditer(plain) if not _NOT_MONEY.match(plain, match.end())]
    gross = [match for match in matches if not _is_net(plain, match)]
    matches = gross or matches
    priced = [match for match in matches if re.search(_CURRENCY, match[0])]
    if not priced and len(matches) != 1:
        return None
    match = (priced or matches)[0]
    low, high = _amount(match["low"]), _amount(match["high"])
    if low is None:
        return None
    if high is not None and match["high"].rstrip().endswith("k") and low < 1000:
        low = low * 1000 if not match["low"].rstrip().endswith("k") else low
    return low, high, match.end()


def _is_net(plain: str, match: re.Match[str]) -> bool:
    """Tell an amount marked as net: "1.900 € netto, 2.600 € bruto" states both."""
    return bool(
        _NET_AFTER.match(plain, match.end()) or _NET_BEFORE.search(plain[max(0, match.start() - 15) : match.start()])
    )


def _amount(text: str | None) -> float | None:
    if text is None:
        return None
    number = read_number(text.rstrip("k "))
    return number * 1000 if number is not None and text.endswith("k") else number


def _period(plain: str) -> WagePeriod | None:
    """Return the period named first."""
    found = [
        (match.start(), period)
        for period, pattern in (*_PERIODS, *_ADVERB_PATTERNS)
        if period is not None and (match := pattern.search(plain))
    ]
    return min(found)[1] if found else None


def _unsupported(after: str) -> bool:
    """Tell whether the first period after the amount is one that no wage period stands for."""
    found = [(match.start(), period is None) for period, pattern in _PERIODS if (match := pattern.search(after))]
    return bool(found) and min(found)[1]
