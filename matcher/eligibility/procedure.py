"""An asylum procedure as it stood on a day, from its dated steps and what papers or words say of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from matcher.eligibility.spans import days_of_reaching
from matcher.records import StatusEvent, StatusStep
from matcher.timeline import months_after

FRESH_MONTHS = 12
"""How long a dated step speaks for a procedure still running where no words say so; this project's choice."""


@dataclass(frozen=True, slots=True)
class Procedure:
    """The current round of a procedure on a day: from its application, or the last subsequent one.

    ``applied`` is its first day, ``None`` where it is not known; ``is_subsequent`` tells a later round from the first.
    ``steps`` are those up to the day since the round began, ``later`` those after the day; ``marks`` what words say.
    """

    day: date
    applied: date | None
    is_subsequent: bool
    steps: tuple[StatusEvent, ...]
    later: tuple[StatusEvent, ...]
    marks: Collection[str]

    @classmethod
    def of(cls, events: Sequence[StatusEvent], marks: Collection[str], day: date) -> Self:
        """Read the round that runs on a day; any application after the first is a subsequent one."""
        events = [event for event in events if event.kind != StatusStep.SEARCH_YEAR]
        first = sorted({event.on for event in events if event.kind == StatusStep.APPLICATION})
        again = sorted({event.on for event in events if event.kind == StatusStep.SUBSEQUENT} | set(first[1:]))
        rounds = [on for on in again if on <= day]
        said_again = "subsequent" in marks and not again
        start = rounds[-1] if rounds else next(iter(first), None)
        held = tuple(event for event in events if event.on <= day and (start is None or event.on >= start))
        later = tuple(event for event in events if event.on > day)
        applied = None if said_again else start
        return cls(day, applied, bool(rounds) or said_again, held, later, marks)

    def last(self, *kinds: StatusStep) -> date | None:
        """Return the last day up to the day asked about on which such a step came."""
        return max((event.on for event in self.steps if event.kind in kinds), default=None)

    def first(self, *kinds: StatusStep) -> date | None:
        """Return the first day up to the day asked about on which such a step came."""
        return min((event.on for event in self.steps if event.kind in kinds), default=None)

    def is_lost(self) -> bool:
        """Tell whether the round ended with a lost appeal; what words say of it holds for the first round alone."""
        return self.last(StatusStep.APPEAL_LOST) is not None or "lost" in self.marks

    def is_appealed(self, refused: date) -> bool:
        """Tell whether an appeal came on or after a refusal."""
        appealed = self.last(StatusStep.APPEAL)
        return appealed is not None and appealed >= refused

    def was_undecided_after(self, day: date) -> bool:
        """Tell whether anything dated shows that up to a day, that one included, nothing had been decided."""
        shows = (StatusStep.NO_DECISION, StatusStep.LABOUR_CARD, StatusStep.REFUSAL)
        first = min(
            (event.on for event in (*self.steps, *self.later) if event.kind == StatusStep.REFUSAL), default=None
        )
        if first is not None and first <= day:
            return False
        return any(event.kind in shows and event.on > day for event in (*self.steps, *self.later))

    def has_card(self) -> bool:
        """Tell whether papers read "labour market: unlimited", as words say or as was seen in this round."""
        return "labour_card" in self.marks or self.last(StatusStep.LABOUR_CARD) is not None

    def is_fresh(self, *, said: bool) -> bool:
        """Tell whether anything says that the round still runs: words of the status, or a step of late."""
        since = months_after(self.day, -FRESH_MONTHS)
        return said or any(event.on >= since for event in self.steps) or bool(self.later)

    def months_full(self, months: int) -> tuple[date, date] | None:
        """Return the first and last day that may be the one on which the months since the application are full."""
        return None if self.applied is None else days_of_reaching(self.applied, months)

    def wait_until(self, day: date) -> tuple[date, int]:
        """Return the day after a day, and in how many days it comes."""
        start = day + timedelta(days=1)
        return start, (start - self.day).days
