"""Hours of a week, and full or part time: ``38u/week``, ``deeltijds 19u``, ``4/5``, ``Vollzeit``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from matcher.intake.folding import fold_in_place
from matcher.intake.wording.demands import sentences
from matcher.intake.wording.patterns import any_of, listed

# "2.800 euro bij voltijdse tewerkstelling" tells what the wage is of
_WHOLE_POST = re.compile(
    r"\b(?:bij|voor|pour|fur|for|bei)\s(?:een|un|eine?|a)?\s?(?:voltijds\w*|temps plein|vollzeit\w*|full[- ]time)\s?\w*"
)
_MINUTES = re.compile(r"(?<![\d:])(\d{1,2})\s?[uh]\s?([0-5]\d)(?=\s?(?:/|per|par|pro|a)\s?(?:week|semaine|woche))")
_OTHER = re.compile(
    r"\s?(?:,|/|-|–|of|ou|or|oder|a|tot|to|bis)\s?\d{1,2}(?:[.,]\d)?\s?(?:u|h|std|uur|heures?|hours?)(?!\w)"
)
MOST_HOURS = 60.0
FULL_FROM = 38.0
"""Hours a week that are full time in Belgium whatever a vacancy calls them: the legal week (general knowledge)."""


def read_hours(text: str, *, labelled: bool = False) -> float | None:
    """Return the hours of a week, or ``None`` where none are stated or several are (``20 tot 30u per week``).

    Args:
        text: a line of a vacancy.
        labelled: the line stands under a heading of working time, so that ``38u`` alone is enough.
    """
    plain = fold_in_place(text)
    plain = _MINUTES.sub(lambda match: f"{int(match[1]) + int(match[2]) / 60:.4g}u", plain)
    found = {float((match["n"] or match["m"]).replace(",", ".")) for match in _weekly().finditer(plain)}
    if not found and labelled:
        found = {float(match["n"].replace(",", ".")) for match in _bare().finditer(plain)}
    ranged = any(match["to"] or _OTHER.match(plain, match.end()) for match in _weekly().finditer(plain))
    hours = found.pop() if len(found) == 1 and not ranged else None
    return hours if hours is not None and 1 <= hours <= MOST_HOURS else None


def read_full_time(texts: Sequence[str], hours: float | None) -> bool | None:
    """Return whether the job is full time: as said, else as its hours tell; ``None`` where both or neither are said."""
    full, part = _said(texts)
    if full != part:
        return full
    return True if not full and hours is not None and hours >= FULL_FROM else None


def offers_choice(texts: Sequence[str]) -> bool:
    """Tell whether the job is full time or part time as one likes: its hours are then those of one of the two."""
    return all(_said(texts))


def _said(texts: Sequence[str]) -> tuple[bool, bool]:
    """Return whether full time and whether part time is said."""
    full = part = False
    for text in texts:
        plain = _WHOLE_POST.sub(" ", fold_in_place(text))
        schooling = any_of("hours", "not_work").search(plain)
        full = full or (not schooling and bool(any_of("hours", "full").search(plain)))
        part = part or any(
            any_of("hours", "part").search(sentence) and not any_of("hours", "possible").search(sentence)
            for sentence in sentences(plain)
        )
    return full, part


@cache
def _weekly() -> re.Pattern[str]:
    unit, week = listed("hours", "unit"), listed("hours", "week")
    timed = "|".join((listed("hours", "full"), listed("hours", "part")))
    number = r"\d{1,2}(?:[.,]\d{1,2})?"
    to = rf"(?P<to>(?:{number})\s?(?:{unit})?\s?(?:-|–|a|tot|to|bis|of|ou|or|en|et)\s?)?"
    per = r"\s?(?:/|par|per|p\.?|pro|a|in der|de travail par|je|by|de prestation par|prestes par)?\s?(?:de )?"
    return re.compile(
        rf"(?<![\d,.:€]){to}(?P<n>{number})(?:\s?-\s?|\s?)(?:{unit})\.?{per}(?:-)?(?:{week})(?!\w)"
        rf"|(?<!\w)(?:{timed})\W{{0,3}}(?P<m>{number})\s?(?:{unit})(?!\w)"
    )


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\d,.:/-])(?P<n>\d{{1,2}}(?:[.,]\d{{1,2}})?)\s?(?:{listed('hours', 'unit')})(?!\w|\s?[-–]\s?\d)"
    )
