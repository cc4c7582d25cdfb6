"""What a job pays, under which contract, how many are sought, and from when: read line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from matcher.intake.dates import ImpossibleDateError, read_date
from matcher.intake.folding import fold_in_place
from matcher.intake.wages import read_wage
from matcher.intake.wording.demands import sentences
from matcher.intake.wording.patterns import any_of, listed
from matcher.records import Wage

_MONEY = re.compile(r"€|\beuros?\b|\beur\b|£|\$")
_DIGIT = re.compile(r"\d")
_PIECE = re.compile(
    r"[;•|]|\s\+\s|(?<=[^\W\d_]{2}[.!?])\s+|,\s(?!\d)"
    r"|\s(?:en|et|and|und|plus)\s(?=(?:€ ?)?\d{0,2}(?:[.,]\d\d)?(?!\d) ?€? ?"
    r"(?:\w{1,12} ){0,2}\w{0,20}(?:cheque|ticket|voucher))"
)
_DATE_REACH = 45
MOST_SEATS = 1_000


def find_wage(text: str, *, labelled: bool = False) -> Wage | None:
    """Return the gross wage in a line, or ``None``: neither meal vouchers nor a training budget are wages.

    Args:
        text: a line of a vacancy.
        labelled: it stands under a heading of the wage.
    """
    if not _DIGIT.search(text):
        return None
    if labelled and (wage := read_wage(text[:400])):
        return wage
    whole = fold_in_place(text[:1000])
    if not (labelled or _MONEY.search(whole) or any_of("wage", "word").search(whole)):
        return None
    kept: list[str] = []
    for piece in _PIECE.split(text[:1000]):
        plain = fold_in_place(piece)
        pays = bool(any_of("wage", "word").search(plain))
        if not (any_of("wage", "other").search(plain) and not pays):
            kept.append(piece)
    for number, piece in enumerate(kept):
        plain = fold_in_place(piece)
        if _DIGIT.search(piece) and (labelled or _MONEY.search(plain) or any_of("wage", "word").search(plain)):
            around = ", ".join(kept[number : number + 3])
            if (wage := read_wage(piece)) is not None:
                return read_wage(around) or wage
    return None


def find_contract(texts: Iterable[str]) -> str | None:
    """Return the kind of contract in the words of the vacancy, the first line that tells it, or ``None``."""
    for text in texts:
        plain = fold_in_place(text[:1000])
        found = list(_contracts().finditer(plain))
        if found:
            whole = text[found[0].start() : found[-1].end()]
            return (
                whole
                if len(whole) <= 80 and whole.count("(") == whole.count(")")
                else text[found[0].start() : found[0].end()]
            )
    return None


def find_seats(text: str) -> int | None:
    """Return how many people are sought, where a line says so (``3 vacatures``, ``2 postes à pourvoir``)."""
    numbers = {int(match["n"]) for match in _seats().finditer(fold_in_place(text))}
    seats = numbers.pop() if len(numbers) == 1 else None
    return seats if seats is not None and 1 <= seats <= MOST_SEATS else None


def find_start(text: str, *, labelled: bool = False) -> date | None:
    """Return the first day of work that a line states, or ``None``; a day without its year is none."""
    return _date_after(text, _dated("starts"), labelled=labelled)


def find_last_day(text: str, *, labelled: bool = False) -> date | None:
    """Return the last day to apply that a line states, or ``None``."""
    if not labelled and not any_of("dates", "applying").search(fold_in_place(text)):
        return None
    return _date_after(text, _dated("closes"), labelled=labelled)


def _date_after(text: str, words: re.Pattern[str], *, labelled: bool) -> date | None:
    reaches = [text[:_DATE_REACH]] if labelled else []
    for sentence in sentences(text[:1000]) if _DIGIT.search(text) else ():
        ends = [match.end() for match in words.finditer(fold_in_place(sentence))]
        reaches += [sentence[end : end + _DATE_REACH] for end in ends]
    found = {day for reach in reaches if (day := _day(reach)) is not None}
    return found.pop() if len(found) == 1 else None


def _day(text: str) -> date | None:
    try:
        return read_date(text)
    except ImpossibleDateError:
        return None  # the words stay in the description


@cache
def _dated(name: str) -> re.Pattern[str]:
    return any_of("dates", name)


@cache
def _seats() -> re.Pattern[str]:
    return re.compile(rf"(?<![\d.,/])(?P<n>\d{{1,4}})\s?(?:x\s)?(?:{listed('openings', 'what')})(?!\w)")


@cache
def _contracts() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{listed('contract', 'kinds')})(?!\w)")
