"""The level of education and the years of experience that a sentence of a vacancy asks."""

from __future__ import annotations

import re
from functools import cache

from matcher.cues import read_words
from matcher.intake.diploma_names import find_levels
from matcher.intake.education import read_required_level
from matcher.intake.folding import fold_in_place
from matcher.intake.lengths import LENGTH, years_of
from matcher.intake.wording.asking import refuses
from matcher.intake.wording.patterns import any_of, facts_table
from taxonomies.wording import fold

_LEAST = re.compile(r"^(?:min\w*\.?|au moins|at least|mind\w*\.?|ca\.|>)\s?")
_NEAR = 60  # characters between "ervaring" and its length
MOST_YEARS_ASKED = 25.0
"""More years than a vacancy asks; a larger number is the age of the firm."""


def asked_level(words: str) -> int | None:
    """Return the EQF level (1..8) that a part of a sentence asks, or ``None``: a scrum master is no master's degree."""
    plain = fold_in_place(words)
    plain = any_of("education", "not_level").sub(lambda match: " " * len(match[0]), plain)
    if not any_of("education", "asked").search(plain):
        return None
    return read_required_level(plain)


def names_only_a_level(words: str) -> bool:
    """Tell whether a part asks a level and no field: ``bachelordiploma``, not ``bachelor verpleegkunde``."""
    if asked_level(words) is None and not any_of("education", "asked").search(fold(words)):
        return False
    rest = [word.form for word in read_words(words) if word.form not in _around() and not word.form.isdecimal()]
    return not rest or all(find_levels(form) for form in rest)


def asked_years(words: str, *, unneeded: bool = False, labelled: bool = False) -> float | None:
    """Return the years of experience that words ask, 0 where they say that none is needed, ``None`` where untold.

    ``Wij hebben 30 jaar ervaring`` asks nothing.

    Args:
        words: a part of a sentence.
        unneeded: it is said to be not asked.
        labelled: it stands under a heading of experience, so that a length alone is enough.
    """
    plain = fold_in_place(words)
    told = _experience().search(plain)
    if not (told or labelled) or any_of("experience", "own").search(plain):
        return None
    if unneeded or refuses([found.form for found in read_words(words)]):
        return 0.0
    lengths = [match for match in LENGTH.finditer(plain) if told is None or _is_near(match, told)]
    years = (length for match in lengths if (length := years_of(match, plain)) is not None)
    return max((length for length in years if length <= MOST_YEARS_ASKED), default=None)


def begins_with_length(sentence: str) -> bool:
    """Tell whether a sentence begins with a length of time: ``3+ years with Python``, ``min. 2 jaar als lasser``."""
    return bool(LENGTH.match(_LEAST.sub("", fold_in_place(sentence[:_NEAR]))))


def _is_near(length: re.Match[str], word: re.Match[str]) -> bool:
    return length.start() - word.end() <= _NEAR and word.start() - length.end() <= _NEAR


@cache
def _experience() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){facts_table()['experience']['word']}(?!\w)")


@cache
def _around() -> frozenset[str]:
    return frozenset(form for form in fold(facts_table()["education"]["around"]).replace("'", " ").split())
