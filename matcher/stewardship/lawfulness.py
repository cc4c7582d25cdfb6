"""Who of a pool may be ranked, and how many may not, by reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from matcher.lawful import Exclusion, Standing
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
    """Those who may be ranked, and the count of those left out, by reason; never who they are."""

    profiles: tuple[HeldProfile, ...]
    left_out: Mapping[Exclusion, int]


def lawful_pool(profiles: Sequence[HeldProfile], standings: Mapping[str, Standing], days: Sequence[date]) -> LawfulPool:
    """Keep those who may be ranked on every one of some days."""
    kept, left_out = [], Counter[Exclusion]()
    nothing = Standing()
    reasons: dict[int, Exclusion | None] = {}
    for held in profiles:
        standing = standings.get(held.id, nothing)
        # Many share one standing, so each is judged once; the mapping keeps them alive, so no two have one number.
        if id(standing) not in reasons:
            reasons[id(standing)] = exclusion(standing, days)
        reason = reasons[id(standing)]
        if reason is None:
            kept.append(held)
        else:
            left_out[reason] += 1
    return LawfulPool(tuple(kept), {reason: left_out[reason] for reason in Exclusion if left_out[reason]})


def exclusion(standing: Standing, days: Sequence[date]) -> Exclusion | None:
    """Return the first reason why somebody may not be ranked on one of some days, or ``None``."""
    return next((reason for day in days if (reason := standing.exclusion(day)) is not None), None)


def left_out_sentence(left_out: Mapping[Exclusion, int]) -> str:
    """Return how many were left out and why, in one sentence; the empty string where nobody was."""
    if not left_out:
        return ""
    total = sum(left_out.values())
    why = "; ".join(f"{number}: {LEFT_OUT[reason]}" for reason, number in left_out.items())
    return f"{total} candidate{'s were' if total != 1 else ' was'} left out of this ranking ({why})."
