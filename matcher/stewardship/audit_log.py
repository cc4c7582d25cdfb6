"""The audit log as people use it: write, check, read, prune."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from matcher.errors import UsageError
from matcher.stewardship.actors import Actor, Right
from matcher.stewardship.chain import faults
from matcher.timeline import months_after
from matcher.trail import Action, Entry, LogQuery, Note, Sealed, canonical

if TYPE_CHECKING:
    from matcher.store.register import Register

KEPT_MONTHS = 6
"""Logs of a high-risk system are kept at least six months: AI Act, article 26."""

ONE_VIEW = timedelta(minutes=15)
"""How long somebody who looks at a record again is still at the same view of it."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check of the log found. ``faults`` are sentences; none means that the log is whole."""

    entries: int
    head: Sealed | None
    start: Sealed | None
    faults: tuple[str, ...]


class AuditLog:
    """The audit log, in the hands of one actor."""

    def __init__(self, register: Register, actor: Actor) -> None:
        self._register = register
        self._actor = actor

    def note(self, action: Action, subject: str, purpose: str, detail: Mapping[str, Any] | None = None) -> Note:
        """Return an entry by this actor, for whoever writes it together with the act."""
        return Note(self._actor.name, self._actor.role, action, subject, purpose, detail or {})

    def record(self, action: Action, subject: str, purpose: str, detail: Mapping[str, Any] | None = None) -> None:
        """Write that this actor did something.

        Args:
            action: what.
            subject: to whom or what: a random id or the name of a scheme, never a name or a sender's reference.
            purpose: why.
            detail: ids, counts and digests only; the log outlives an erasure.
        """
        self._register.record(self.note(action, subject, purpose, detail))

    def record_view(self, subject: str, purpose: str, detail: Mapping[str, Any] | None = None) -> None:
        """Write that this actor looks at something, once for as long as they go on looking at it for that purpose.

        A page is drawn anew at every click: a view within a quarter of an hour of one that is written down is that one.
        """
        lately = (datetime.now(UTC) - ONE_VIEW).isoformat(timespec="microseconds")
        note = self.note(Action.VIEW, subject, purpose, detail)
        said = canonical(dict(note.detail))
        for entry in self._register.log(subject=subject).entries:
            same = (entry.actor, entry.action, entry.purpose, entry.detail) == (note.actor, "view", purpose, said)
            if same and entry.at >= lately:
                return
        self._register.record(note)

    def verify(self) -> Verification:
        """Check every entry, the chain between them and the seals at both ends."""
        log = self._register.log()
        found = faults(log.entries, log.head, log.start, self._register.seal)
        return Verification(len(log.entries), log.head, log.start, found)

    def entries(self, *, since: date | None = None, action: str = "") -> tuple[Entry, ...]:
        """Read the log, oldest first, for a role that may.

        Args:
            since: the first day (UTC) to read.
            action: only this one.

        Raises:
            RefusedError: The actor's role may not read it.
            UsageError: There is no such action.
        """
        self._actor.require(Right.READ_AUDIT)
        if action and action not in tuple(Action):
            raise UsageError(f"{action!r} is no action of the log: choose one of {', '.join(Action)}.")
        first = since.isoformat() if since else ""
        return tuple(
            entry for entry in self._register.log().entries if entry.at >= first and action in ("", entry.action)
        )

    def page(self, query: LogQuery, first: int, number: int | None) -> tuple[Entry, ...]:
        """Read some entries, the newest first, ``number`` of them (all where ``None``) from place ``first`` (0) on.

        Raises:
            RefusedError: The actor's role may not read the log.
        """
        self._actor.require(Right.READ_AUDIT)
        return self._register.log_page(query, first, number)

    def count(self, query: LogQuery) -> int:
        """Count entries, for a role that may read them; raises :class:`RefusedError` for another."""
        self._actor.require(Right.READ_AUDIT)
        return self._register.log_count(query)

    def actors(self) -> tuple[str, ...]:
        """Return the names of all who acted, for a role that may read the log."""
        self._actor.require(Right.READ_AUDIT)
        return self._register.log_actors()

    def prune(self, before: date) -> tuple[int, int]:
        """Delete entries and rankings older than a day, which must lie six months back; return how many of each.

        Raises:
            RefusedError: The actor's role may not.
            UsageError: The day is too late, or the log is not whole: pruning would remove the proof.
        """
        self._actor.require(Right.PRUNE_AUDIT)
        latest = months_after(date.today(), -KEPT_MONTHS)
        if before > latest:
            raise UsageError(
                f"--before {before} is too late: the log is kept at least {KEPT_MONTHS} months (AI Act, article 26), "
                f"so prune before {latest} or an earlier day."
            )
        if self.verify().faults:
            raise UsageError("The log is not whole, and pruning would remove the proof: run `matcher audit verify`.")
        return self._register.prune(before, self.note(Action.PRUNING, "audit log", "retention of the log"))
