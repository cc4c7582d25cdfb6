"""Finds the records that may be one person: blocks, compares, adds up, grades."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from matcher.duplicates.birth import BirthDate
from matcher.duplicates.blocking import BlockingIndex
from matcher.duplicates.comparing import Side
from matcher.duplicates.frequency import Frequencies
from matcher.duplicates.grading import LEAST, PRIOR, grade_of
from matcher.duplicates.identifiers import Email, Gender, Phone
from matcher.duplicates.naming import OtherName, SharedName
from matcher.duplicates.nouns import DuplicatePair, PairEvidence
from matcher.records import Identity

_GENDER_AT_MOST = 1.0

Progress = Callable[[str, int, int], None]


class DuplicateFinder:
    """Compares identities pair by pair. The evidence of a pair is what graded it."""

    def __init__(self) -> None:
        self._birth, self._facts = BirthDate(), (Email(), Phone(), Gender())
        self._shared, self._other = SharedName(), OtherName()

    def find(self, identities: Sequence[Identity], progress: Progress = lambda *_: None) -> tuple[DuplicatePair, ...]:
        """Return the pairs among identities that may be one person, most certain first."""
        return self._search((), identities, progress)

    def find_new(
        self, new: Sequence[Identity], held: Sequence[Identity], progress: Progress = lambda *_: None
    ) -> tuple[DuplicatePair, ...]:
        """Return the pairs of which one is new and the other new or held; pairs among those held are not sought."""
        return self._search(held, new, progress)

    def compare(self, left: Side, right: Side, frequencies: Frequencies) -> DuplicatePair | None:
        """Weigh two records against each other; ``None`` where they are too likely to be two people."""
        bits = self._birth.bits(left.identity.birth_date, right.identity.birth_date, frequencies) + (PRIOR.bits or 0.0)
        shares_contact = (left.email and left.email == right.email) or (left.phone and left.phone == right.phone)
        name = min(self._shared.at_most(side.name, frequencies) for side in (left, right))
        # Most pairs fall here, before anything else is looked at: no name can outweigh another birth date by itself.
        if bits + name + _GENDER_AT_MOST < LEAST and not shares_contact:
            return None
        evidence = [PRIOR, *(signal.compare(left, right, frequencies) for signal in (self._birth, *self._facts))]
        if _sum(evidence) + name < LEAST:
            return None
        evidence += [signal.compare(left, right, frequencies) for signal in (self._shared, self._other)]
        grade = grade_of(_sum(evidence))
        return None if grade is None else DuplicatePair(left.identity, right.identity, grade, tuple(evidence))

    def _search(
        self, held: Sequence[Identity], new: Sequence[Identity], progress: Progress
    ) -> tuple[DuplicatePair, ...]:
        frequencies = Frequencies.of([*held, *new])
        index = BlockingIndex()
        for identity in held:
            index.add(Side.of(identity))
        found: list[DuplicatePair] = []
        for done, identity in enumerate(new, start=1):
            side = Side.of(identity)
            pairs = (self.compare(index.sides[place], side, frequencies) for place in sorted(index.meet(side)))
            found += [pair for pair in pairs if pair is not None]
            progress("comparing identities", done, len(new))
        return tuple(sorted(found, key=lambda pair: (-pair.bits, pair.left.id, pair.right.id)))


def _sum(evidence: Sequence[PairEvidence]) -> float:
    return sum(part.bits for part in evidence if part.bits is not None)
