"""Who has been held for longer than the scheme allows since anything about them last changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from matcher.timeline import months_after
from taxonomies.schemes import schemes


@dataclass(frozen=True, slots=True)
class Due:
    """Somebody whose time is over. ``since`` is the first day on which they should be held no more."""

    candidate_id: str
    scheme: str
    changed_on: date
    months: int
    since: date

    @property
    def why(self) -> str:
        """The rule in one sentence."""
        return f"last changed on {self.changed_on}; {self.scheme} keeps {self.months} months, until {self.since}"


def due(changes: Iterable[tuple[str, str, date]], on: date) -> tuple[Due, ...]:
    """Return who should be erased by a day.

    Args:
        changes: id, scheme and day of the last change. A scheme that is no longer defined has no rule, and nobody of
            it is due.
        on: the day asked about.
    """
    rules = {name: scheme.data_protection.retention_months for name, scheme in schemes().items()}
    found = (
        Due(candidate_id, scheme, changed, rules[scheme], months_after(changed, rules[scheme]))
        for candidate_id, scheme, changed in changes
        if scheme in rules
    )
    return tuple(item for item in found if item.since <= on)
