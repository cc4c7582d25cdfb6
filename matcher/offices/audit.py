"""What auditors do: read the log of what was done with people's data, see that it is whole, repeat a ranking."""

from __future__ import annotations

from typing import ClassVar

from matcher.offices.office import Office
from matcher.preparation import Progress, silent
from matcher.replaying import Replay
from matcher.stewardship import Right, Verification
from matcher.trail import Action, Entry, LogQuery


class AuditOffice(Office):
    """The audit log. It names who acted; of whom they acted on it holds random ids alone."""

    right: ClassVar[Right] = Right.READ_AUDIT

    def entries(self, query: LogQuery, first: int, number: int) -> tuple[Entry, ...]:
        """Return entries that a query lets pass, the newest first, ``number`` of them from place ``first`` (0) on."""
        return self._engine.steward.audit.page(query, first, number)

    def count(self, query: LogQuery) -> int:
        """Count the entries that a query lets pass."""
        return self._engine.steward.audit.count(query)

    def actors(self) -> tuple[str, ...]:
        """Return the names of all who ever acted, sorted."""
        return self._engine.steward.audit.actors()

    def export(self, query: LogQuery) -> tuple[Entry, ...]:
        """Return all entries that a query lets pass, the oldest first, and write down that they were taken out."""
        self.actor.require(Right.READ_AUDIT)
        found = self._engine.steward.audit.page(query, 0, None)
        detail = {"entries": len(found), "action": query.action, "by": query.actor}
        self._engine.steward.audit.record(Action.EXPORT, "audit log", "inspection of the log", detail)
        return tuple(reversed(found))

    def verify(self) -> Verification:
        """Check that no entry was changed, removed or moved."""
        self.actor.require(Right.READ_AUDIT)
        return self._engine.steward.audit.verify()

    def replay(self, ranking: str, progress: Progress = silent) -> Replay:
        """Repeat a ranking of the log and compare; raises :class:`NotFoundError` where it is not kept."""
        self.actor.require(Right.READ_AUDIT)
        return self._engine.replay(ranking, progress)
