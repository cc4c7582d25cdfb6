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


def asked_years(words: str, *, unneeded: bool = False) -> float | None:
    """Return the years of experience that words ask, 0 where they say that none is needed, ``None`` where untold.

    ``Wij hebben 30 jaar ervaring`` asks nothing.
    """
    plain = fold_in_place(words)
    word = re.compile(rf"(?<!\w){facts_table()['experience']['word']}(?!\w)")
    if not (told := word.search(plain)) or any_of("experience", "own").search(plain):
        return None
    if unneeded or refuses([found.form for found in read_words(words)]):
        return 0.0
    lengths = [
        years
        for match in LENGTH.finditer(plain)
        if (match.end() <= told.start() + _NEAR and told.start() - match.end() <= _NEAR)
        and (years := years_of(match, plain)) is not None
    ]
    return max((years for years in lengths if years <= MOST_YEARS_ASKED), default=None)


@cache
def _around() -> frozenset[str]:
    return frozenset(form for form in fold(facts_table()["education"]["around"]).replace("'", " ").split())
