"""Words that are names and words of work at once: alone they stay in a text, even where someone is called so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from matcher.masking.origins import ALSO_LANGUAGES, PEOPLE_WORDS
from matcher.masking.reading import Reading
from matcher.masking.tables import table, words
from taxonomies.starter import read_sectors

_TABLE = table("ordinary")

PARTICLES = words(_TABLE["particles"])
"""Small words inside names: they never show by themselves that a name is meant."""

ORDINARY = frozenset().union(
    *(words(_TABLE[name]) for name in ("function_words", "tools", "jobs", "things")), ALSO_LANGUAGES, PEOPLE_WORDS
)
"""Folded words that are masked only beside another part of the person's name."""

_LANGUAGES = ("en", "fr", "nl", "de")  # an Arabic word of work is a given name too often


def is_ordinary(word: str) -> bool:
    """Tell whether a folded word is one of work too: listed here, or part of what a skill or occupation is called.

    Without it an e-mail address such as reseaux.it@example.org would take "réseaux" out of every text of its owner, and
    a Mr Maçon or Frau Gärtner would lose the trade of that name: identity would move a rank.
    """
    return word in ORDINARY or word in _words_of_work()


@cache
def _words_of_work() -> frozenset[str]:
    return frozenset(word for label in _labels() for word in Reading.of(label).words)


def _labels() -> Iterator[str]:
    for sector in read_sectors().values():
        entries: list[dict[str, Any]] = [*sector.get("skill", []), *sector.get("occupation", [])]
        for entry in entries:
            for language in _LANGUAGES:
                yield entry["label"].get(language, "")
                yield from entry.get("also", {}).get(language, ())
