"""What a legal table holds: amounts, lists, services that recognise diplomas, and rules as trees of tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

Parameter = str | int | float | bool | date | tuple[str, ...]
"""What a test is given."""

BELGIUM, NOT_KNOWN = "belgium", "unknown"
"""Authorities besides the Regions and german_speaking: for all of Belgium, and where no place is known."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row was read: its file, and whose it is (``built in`` or the user's folder)."""

    file: str
    built_in: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalRow:
    """What every row has: its first and last day (``None``: no end is known), its source, and who looked when.

    ``verified`` is false for what rests on general knowledge or was only announced.
    """

    valid_from: date
    valid_to: date | None
    source: str
    checked_on: date
    verified: bool
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(LegalRow):
    """The lowest gross wage (euro) of a category with an authority; ``None`` where it was not found.

    ``per`` is year or month. ``counts`` is base where base pay alone counts, most where some benefits may count too.
    """

    authority: str
    category: str
    amount: float | None
    per: str
    counts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationList(LegalRow):
    """A list of occupations. ``members`` and ``not_members`` are ESCO occupation codes or ISCO-08 groups.

    Where it is not ``complete``, nothing is known of the occupations that neither names.
    """

    id: str
    authority: str
    size: int | None
    complete: bool
    members: tuple[str, ...]
    not_members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OccupationGroup:
    """Occupations that a rule speaks of: ISCO-08 groups, and the folded words that name the profession alone."""

    isco: tuple[str, ...]
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognitionService(LegalRow):
    """Who recognises diplomas for an authority, what each decision costs (euro), and for which statuses it is free."""

    authority: str
    name: str
    fees: tuple[tuple[str, float], ...]
    free_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """A leaf of a rule: the name of a predicate and what it is given."""

    name: str
    parameters: tuple[tuple[str, Parameter], ...] = ()

    def text(self, name: str) -> str:
        """Return a parameter that is a word."""
        return str(dict(self.parameters)[name])

    def number(self, name: str) -> float:
        """Return a parameter that is a number."""
        return float(str(dict(self.parameters)[name]))

    def words(self, name: str) -> tuple[str, ...]:
        """Return a parameter that is a list of words."""
        value = dict(self.parameters)[name]
        return value if isinstance(value, tuple) else (str(value),)

    def has(self, name: str) -> bool:
        """Tell whether the parameter was given."""
        return name in dict(self.parameters)

    def day(self, name: str) -> date:
        """Return a parameter that is a day."""
        return date.fromisoformat(str(dict(self.parameters)[name]))


@dataclass(frozen=True, slots=True)
class AllOf:
    """Holds where every part does."""

    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Holds where one part does."""

    parts: tuple[Tree, ...]


Tree = Condition | AllOf | AnyOf
"""A rule's conditions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(LegalRow):
    """One way in, or one thing the law asks. ``applies`` says for whom it is tried, ``requires`` what must hold."""

    id: str
    kind: str
    authority: str
    applies: AllOf
    requires: AllOf


def conditions_of(tree: Tree) -> Iterator[Condition]:
    """Return every leaf of a tree, from left to right."""
    if isinstance(tree, Condition):
        yield tree
    else:
        for part in tree.parts:
            yield from conditions_of(part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(LegalRow):
    """What is worth knowing beside a verdict and decides none; ``rules`` are ids of rules, or their beginnings."""

    id: str
    authority: str
    rules: tuple[str, ...]


Row = Amount | OccupationList | RecognitionService | Rule | Note
"""A row of any table."""
