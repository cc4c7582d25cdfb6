"""How often words of names and placeholder birth dates stand in a pool: agreeing on what is rare says more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from matcher.duplicates.names import Name, NameWord, read_name
from matcher.duplicates.tables import table
from matcher.records import Identity

_SEEN_BEFORE, _PEOPLE_BEFORE = 0.5, 250
"""What is added to the counts, so that a word met once in a small cohort is not taken for the rarest of all."""

_LEAST_PLACEHOLDERS = 0.1


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Counts over a pool of ``people``. ``new_years`` is how many are said to be born on 1 January.

    ``name_bits`` remembers what each name can weigh at most in this pool, once that was asked.
    """

    people: int
    words: Counter[str]
    dated: int
    new_years: int
    name_bits: dict[Name, float] = field(default_factory=dict)

    @classmethod
    def of(cls, identities: Iterable[Identity]) -> Frequencies:
        """Count over a pool."""
        people = dated = new_years = 0
        counted: Counter[str] = Counter()
        for identity in identities:
            people += 1
            counted.update({_counted_as(word) for word in read_name(identity.name or "").words})
            if identity.birth_date is not None:
                dated += 1
                new_years += (identity.birth_date.month, identity.birth_date.day) == (1, 1)
        return cls(people, counted, dated, new_years)

    def share(self, one: NameWord, other: NameWord) -> float:
        """Return how often (0..1) the more common spelling of a name stands in one, never less than is known of it."""
        counts = max(self.words[_counted_as(one)], self.words[_counted_as(other)])
        known = max(_common().get(one.family or one.spelling, 0), _common().get(other.family or other.spelling, 0))
        return max(known, (counts + _SEEN_BEFORE) / (self.people + _PEOPLE_BEFORE))

    @property
    def placeholder_share(self) -> float:
        """Return how often (0..1) a birth date is 1 January, one in ten at least."""
        return max(_LEAST_PLACEHOLDERS, self.new_years / self.dated if self.dated else 0.0)


def _counted_as(word: NameWord) -> str:
    return word.family or (word.keys[0] + word.sounds[0].vowels[-1][:1] if word.keys else word.spelling)


@cache
def _common() -> dict[str, float]:
    return dict(table("names")["common"])
