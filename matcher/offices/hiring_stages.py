"""How far candidates came, as their shortlists say; where the store keeps none, nobody came to any stage."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol, runtime_checkable

from matcher.hiring import Stage
from matcher.store import Store


@runtime_checkable
class KeepsStages(Protocol):
    """What shortlists tell of the stages of candidates."""

    def stages(self, candidate_ids: Collection[str]) -> Mapping[str, Stage]:
        """Return the furthest stage that each ever reached, by id; who is on no list is left out."""

    def funnel(self, candidate_ids: Collection[str]) -> Mapping[Stage, int]:
        """Count how many ever reached each stage."""


def furthest_stages(store: Store, ids: Collection[str]) -> Mapping[str, Stage]:
    """Return the furthest stage that each candidate ever reached, by id."""
    kept = getattr(store, "shortlists", None)
    return kept.stages(ids) if isinstance(kept, KeepsStages) else {}


def stages_reached(store: Store, ids: Collection[str]) -> Mapping[Stage, int]:
    """Count how many candidates ever reached each stage."""
    kept = getattr(store, "shortlists", None)
    return kept.funnel(ids) if isinstance(kept, KeepsStages) else dict.fromkeys(Stage, 0)
