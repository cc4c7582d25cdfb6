"""Words that are names and words of work at once: alone they stay in a text, even where someone is called so."""

from __future__ import annotations

from matcher.masking.origins import ALSO_LANGUAGES, PEOPLE_WORDS
from matcher.masking.tables import table, words

_TABLE = table("ordinary")

PARTICLES = words(_TABLE["particles"])
"""Small words inside names: they never show by themselves that a name is meant."""

ORDINARY = frozenset().union(
    *(words(_TABLE[name]) for name in ("function_words", "tools", "jobs", "things")), ALSO_LANGUAGES, PEOPLE_WORDS
)
"""Folded words that are masked only beside another part of the person's name."""
