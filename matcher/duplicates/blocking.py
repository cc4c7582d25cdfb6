"""Which pairs are worth comparing: those that share an address, a number, two words of a name, or one and a birthday.

A hundred thousand people make five billion pairs; nearly all of those that share none of these are two people. A block
that grows huge (Mohamed Ali) is kept in the order of birth dates, and a newcomer meets only its nearest neighbours in
it (the sorted neighbourhood of Hernandez and Stolfo 1995).
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from itertools import combinations, product

from matcher.duplicates.comparing import Side

HUGE = 40
"""Records in a block beyond which it is kept by birth date."""

NEIGHBOURS = 12
"""Records compared on either side in such a block."""

_KEYS_COMBINED = 3


class BlockingIndex:
    """Sides by the keys they share. Memory grows with the records, never with the pairs."""

    def __init__(self) -> None:
        self.sides: list[Side] = []
        self._blocks: dict[int, int | list[int]] = {}
        self._huge: dict[int, list[tuple[int, int]]] = {}

    @property
    def huge_blocks(self) -> int:
        """Return how many blocks grew so large that only neighbours in them are compared."""
        return len(self._huge)

    def candidates(self, side: Side) -> set[int]:
        """Return the places in :attr:`sides` of those that share a key with a side."""
        return self._found(side, _keys(side))

    def add(self, side: Side) -> None:
        """Take a side in, to be found from now on."""
        self._enter(side, _keys(side))

    def meet(self, side: Side) -> set[int]:
        """Return the :meth:`candidates` of a side and take it in."""
        keys = _keys(side)
        found = self._found(side, keys)
        self._enter(side, keys)
        return found

    def _found(self, side: Side, keys: set[int]) -> set[int]:
        found: set[int] = set()
        for key in keys:
            if key in self._huge:
                found.update(self._neighbours(self._huge[key], side))
                continue
            block = self._blocks.get(key)
            if isinstance(block, int):
                found.add(block)
            elif block:
                found.update(block)
        return found

    def _enter(self, side: Side, keys: set[int]) -> None:
        place = len(self.sides)
        self.sides.append(side)
        for key in keys:
            if key in self._huge:
                insort(self._huge[key], (_born(side), place))
                continue
            block = self._blocks.get(key)
            if block is None:
                self._blocks[key] = place  # most blocks hold one, and a list for each would fill the memory
            elif isinstance(block, int):
                self._blocks[key] = [block, place]
            else:
                block.append(place)
                if len(block) > HUGE:
                    self._huge[key] = sorted((_born(self.sides[other]), other) for other in block)
                    del self._blocks[key]

    @staticmethod
    def _neighbours(block: list[tuple[int, int]], side: Side) -> Iterator[int]:
        middle = bisect_left(block, (_born(side), 0))
        return (place for _, place in block[max(0, middle - NEIGHBOURS) : middle + NEIGHBOURS])


def _born(side: Side) -> int:
    return side.identity.birth_date.toordinal() if side.identity.birth_date else 0


def _keys(side: Side) -> set[int]:
    """Return the keys of a side as numbers, which take a third of the memory that their texts would."""
    keyed = [word.keys[:_KEYS_COMBINED] for word in side.name.words if word.keys]
    keys = {hash((min(pair), max(pair))) for one, other in combinations(keyed, 2) for pair in product(one, other)}
    if born := side.identity.birth_date:
        # The smaller of day and month first, so that changing places changes nothing; the year is the likelier slip.
        day = (min(born.day, born.month), max(born.day, born.month))
        keys.update(hash((day, key)) for word in side.name.words for key in word.keys)
    if side.email:
        keys.add(hash(side.email))
    if side.phone:
        keys.add(hash(side.phone))
    return keys
