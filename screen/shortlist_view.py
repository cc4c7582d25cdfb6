"""What is shown of a shortlist: which stages, in which order, with which parts. The export follows the same view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import streamlit as st

from matcher.hiring import Stage
from matcher.store.held_shortlists import HeldEntry, HeldShortlist
from screen.wording import Words


class Order(StrEnum):
    """In which order candidates stand."""

    SCORE = "score"
    ADDED = "added"
    STAGE = "stage"
    CHANGED = "changed"


STAGES, _ORDERS = tuple(Stage), tuple(Order)


class Part(StrEnum):
    """What is said of each candidate beside name, score and stage."""

    WHY = "why"
    LAW = "law"
    NOTES = "notes"
    HISTORY = "history"


@dataclass(frozen=True, slots=True)
class ShortlistView:
    """A view; no stages means all of them. ``of_any_vacancy`` tells that the list is not for one vacancy alone."""

    stages: tuple[Stage, ...] = ()
    order: Order = Order.SCORE
    parts: tuple[Part, ...] = (Part.WHY, Part.LAW, Part.NOTES)
    of_any_vacancy: bool = False

    def of(self, entries: Sequence[HeldEntry]) -> list[HeldEntry]:
        """Return the entries that the view shows, in its order; those alike stay as they were added."""
        kept = [entry for entry in entries if not self.stages or entry.stage in self.stages]
        if self.order is Order.SCORE:
            return sorted(kept, key=lambda entry: entry.match.score, reverse=True)
        if self.order is Order.ADDED:
            return sorted(kept, key=lambda entry: entry.added_at, reverse=True)
        if self.order is Order.STAGE:
            # Who declined stands last: it is an end, and no step further.
            return sorted(kept, key=lambda entry: (STAGES.index(entry.stage) + 1) % len(STAGES), reverse=True)
        return sorted(kept, key=lambda entry: entry.steps[-1].at, reverse=True)


def choose_view(held: HeldShortlist, entries: Sequence[HeldEntry], words: Words) -> ShortlistView:
    """Show the choices; return the view chosen."""
    counts = {stage: sum(entry.stage is stage for entry in entries) for stage in Stage}
    stages = st.pills(
        words("shortlists.stages"),
        [stage for stage in Stage if counts[stage]],
        selection_mode="multi",
        format_func=lambda stage: f"{words(f'stage.{stage.value}')} · {counts[stage]}",
        key="list-stages",
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        order = st.selectbox(
            words("shortlists.order"),
            _ORDERS,
            format_func=lambda choice: words(f"list_order.{choice.value}"),
            key="list-order",
            width=260,
        )
        parts = st.pills(
            words("shortlists.parts"),
            list(Part),
            selection_mode="multi",
            default=list(ShortlistView().parts),
            format_func=lambda part: words(f"list_part.{part.value}"),
            key="list-parts",
        )
    chosen = tuple(part for part in Part if part in parts)
    return ShortlistView(tuple(stages), order, chosen, of_any_vacancy=held.vacancy is None)
