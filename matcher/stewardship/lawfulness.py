"""Who of a pool may be ranked, and how many may not, by reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class LawfulPool:
    """The rows of those among ``everybody`` who may be ranked, and the count of those left out, by reason; not who."""

    everybody: tuple[HeldProfile, ...]
    rows: tuple[int, ...]
    left_out: Mapping[Exclusion, int]

    @property
    def profiles(self) -> tuple[HeldProfile, ...]:
        """Those who may be ranked."""
        return tuple(self.everybody[row] for row in self.rows)


def lawful_pool(
    everybody: tuple[HeldProfile, ...], seen: Iterable[int], exclusions: Mapping[str, Exclusion | None]
) -> LawfulPool:
    """Keep those who may be ranked.

    Args:
        everybody: who is held.
        seen: the rows, ascending, of those who are there for whoever asks; the others are not even counted.
        exclusions: why each may not be ranked, ``None`` where they may; of whom it says nothing there is no basis.
    """
    kept, left_out = [], Counter[Exclusion]()
    for row in seen:
        reason = exclusions.get(everybody[row].id, Exclusion.NO_BASIS)
        if reason is None:
            kept.append(row)
        else:
            left_out[reason] += 1
    return LawfulPool(everybody, tuple(kept), {reason: left_out[reason] for reason in Exclusion if left_out[reason]})


def left_out_sentence(left_out: Mapping[Exclusion, int]) -> str:
    """Return how many were left out and why, in one sentence; the empty string where nobody was."""
    if not left_out:
        return ""
    total = sum(left_out.values())
    why = "; ".join(f"{number}: {LEFT_OUT[reason]}" for reason, number in left_out.items())
    return f"{total} candidate{'s were' if total != 1 else ' was'} left out of this ranking ({why})."
