"""How the cohort of a scheme is made up, beside what the scheme aims at. It is reported, and ranks nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from matcher.records import Answer
from matcher.store.held import HeldGrounds
from taxonomies.schemes import Scheme, ShareTarget

SMALLEST_GROUP = 5
"""Fewer people than this in a group might be recognised: then no number of any group is shown."""

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ShareStatus:
    """A target, the share (0..1) of those whose gender is known, and whether it is met; ``None`` where not shown."""

    target: ShareTarget
    share: float | None
    answer: Answer


@dataclass(frozen=True, slots=True)
class CohortStatus:
    """Counts of a cohort. ``genders`` has those not known apart, and is ``None`` where a group is too small to show."""

    scheme: str
    candidates: int
    legs: Mapping[str, int]
    genders: Mapping[str, int] | None
    shares: tuple[ShareStatus, ...]


def cohort_status(scheme: Scheme, grounds: Iterable[HeldGrounds]) -> CohortStatus:
    """Count a cohort by leg and gender and compare its shares with the scheme's targets."""
    people = list(grounds)
    legs = Counter(f"{item.leg.origin}-{item.leg.destination}" if item.leg else UNKNOWN for item in people)
    genders = Counter(item.gender or UNKNOWN for item in people)
    too_small = any(number < SMALLEST_GROUP for number in genders.values())
    return CohortStatus(
        scheme.name,
        len(people),
        dict(sorted(legs.items())),
        None if too_small else dict(sorted(genders.items())),
        tuple(_share(target, genders, hidden=too_small) for target in scheme.share_targets),
    )


def _share(target: ShareTarget, genders: Counter[str], *, hidden: bool) -> ShareStatus:
    """Compare one target; where those not known could turn the answer, it is unknown."""
    everybody, unknown = genders.total(), genders[UNKNOWN]
    known = everybody - unknown
    if hidden or not known:
        return ShareStatus(target, None, Answer.UNKNOWN)
    number = genders[target.gender]
    least, most = number / everybody, (number + unknown) / everybody
    answer = Answer.YES if least >= target.at_least else Answer.NO if most < target.at_least else Answer.UNKNOWN
    return ShareStatus(target, number / known, answer)
