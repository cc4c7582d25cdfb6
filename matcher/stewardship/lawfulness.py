"""Who of a pool may be ranked, and how many may not, by reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.lawful import Exclusion
from matcher.store import HeldProfile

LEFT_OUT: Mapping[Exclusion, str] = {
    Exclusion.NO_BASIS: "no lawful basis is declared for matching",
    Exclusion.NO_CONSENT: "no consent is recorded",
    Exclusion.NOT_YET: "the consent begins later",
    Exclusion.EXPIRED: "the consent has expired",
    Exclusion.WITHDRAWN: "the consent was withdrawn",
    Exclusion.OBJECTED: "there is an objection to being ranked",
}
"""Each reason as the end of a sentence."""


_MAY = -1  # be ranked; else the place of the reason why not
_REASONS = tuple(Exclusion)


@dataclass(frozen=True, slots=True)
class LawfulPool:
    """The rows of those among ``everybody`` who may be ranked, and the count of those left out, by reason; not who."""

    everybody: tuple[HeldProfile, ...]
    rows: NDArray[np.int64]
    left_out: Mapping[Exclusion, int]

    @property
    def profiles(self) -> tuple[HeldProfile, ...]:
        """Those who may be ranked."""
        return tuple(self.everybody[row] for row in self.rows)


def reasons_of(everybody: Sequence[HeldProfile], exclusions: Mapping[str, Exclusion | None]) -> NDArray[np.int8]:
    """Return why each may not be ranked, as a column for :func:`lawful_pool`.

    Args:
        everybody: who is held.
        exclusions: the reason by id, ``None`` for those who may be; of whom it says nothing there is no basis.
    """
    places: dict[Exclusion | None, int] = {reason: place for place, reason in enumerate(_REASONS)}
    places[None] = _MAY
    found = [places[exclusions.get(held.id, Exclusion.NO_BASIS)] for held in everybody]
    return np.array(found, dtype=np.int8)


def lawful_pool(everybody: tuple[HeldProfile, ...], seen: NDArray[np.int64], reasons: NDArray[np.int8]) -> LawfulPool:
    """Keep those who may be ranked among the rows that are ``seen``; of the others not even the number is told."""
    found = reasons[seen]
    left_out = {reason: int((found == place).sum()) for place, reason in enumerate(_REASONS)}
    return LawfulPool(everybody, seen[found == _MAY], {reason: number for reason, number in left_out.items() if number})


def left_out_sentence(left_out: Mapping[Exclusion, int]) -> str:
    """Return how many were left out and why, in one sentence; the empty string where nobody was."""
    if not left_out:
        return ""
    total = sum(left_out.values())
    why = "; ".join(f"{number}: {LEFT_OUT[reason]}" for reason, number in left_out.items())
    return f"{total} candidate{'s were' if total != 1 else ' was'} left out of this ranking ({why})."
