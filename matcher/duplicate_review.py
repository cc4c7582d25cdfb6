"""Duplicates as a person reviews them: the pairs not decided yet, and decisions about them in the store."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.duplicates import DuplicateFinder, DuplicatePair, Grade
from matcher.errors import UsageError
from matcher.stewardship import Steward
from matcher.stewardship.actors import Right
from matcher.store import DuplicateDecision, Store
from matcher.trail import Action

if TYPE_CHECKING:
    from matcher.store.duplicate_desk import Recorded

REVIEW = "one record a person"

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Merged:
    """A merge that was made, and what its two records said differently: ``((field, kept, left out), ...)``."""

    decision: DuplicateDecision
    conflicts: tuple[tuple[str, object, object], ...]


class DuplicateReview:
    """Finds duplicates among the candidates of a store and writes down what a person decides, in the audit log too."""

    def __init__(self, store: Store, steward: Steward) -> None:
        self._store = store
        self._desk = store.duplicates
        self._steward = steward

    def pairs(self, scheme: str | None = None, progress: Progress = lambda *_: None) -> tuple[DuplicatePair, ...]:
        """Return the pairs that may be one person, most certain first, without those kept apart.

        Args:
            scheme: only pairs of which a record is of that scheme.
            progress: told what was done of how much.
        """
        from matcher.store.bulk import collection_paused  # imports SQLAlchemy, which an open store has by now

        self._steward.actor.require(Right.DUPLICATES)
        self._steward.audit.record(Action.VIEW, "duplicates", REVIEW)
        held = self._desk.identities()
        asked = [each for each in held if scheme in (None, each.scheme)]
        others = [each for each in held if scheme not in (None, each.scheme)]
        with collection_paused():
            return self._undecided(DuplicateFinder().find_new(asked, others, progress))

    def count_new(self, scheme: str, before: Collection[str]) -> int:
        """Count the pairs, likely or surer, with a record of a scheme whose id is not among those held before."""
        held, known = self._desk.identities(), frozenset(before)
        new = [each for each in held if each.scheme == scheme and each.id not in known]
        if not new:
            return 0
        arrived = {each.id for each in new}
        found = DuplicateFinder().find_new(new, [each for each in held if each.id not in arrived])
        return sum(pair.grade in (Grade.CERTAIN, Grade.LIKELY) for pair in self._undecided(found))

    def merge(self, one: str, other: str, keep: str | None = None, take: tuple[str, ...] = ()) -> Merged:
        """Unite two records, named by id or reference, into the one to keep: by default the one that arrived first.

        Raises:
            NotFoundError: There is no such record.
            RefusedError: The actor's role may not decide.
            UsageError: The one to keep is neither of the two, or the two cannot be merged.
        """
        pair = (self._store.candidate_id(one), self._store.candidate_id(other))
        kept, gone = self._desk.older(*pair)
        if keep is not None:
            kept = self._store.candidate_id(keep)
            if kept not in pair:
                raise UsageError(f"--keep {keep!r} is neither of the two records: name {one} or {other}.")
            gone = pair[1] if kept == pair[0] else pair[0]
        conflicts = self._desk.conflicts(kept, gone)
        asked = DuplicateDecision("merge", kept, gone, self._who(), take)
        decision = self._desk.merge(asked, self._recorded("made"))
        chosen = ((name, theirs, mine) if name in take else (name, mine, theirs) for name, mine, theirs in conflicts)
        return Merged(decision, tuple(chosen))

    def keep_both(self, one: str, other: str) -> DuplicateDecision:
        """Write down that two records, named by id or reference, are to stand apart.

        Raises:
            NotFoundError: There is no such record.
            UsageError: The two are one record, or were kept apart already.
        """
        pair = (self._store.candidate_id(one), self._store.candidate_id(other))
        return self._desk.keep_both(DuplicateDecision("keep_both", *pair, self._who()), self._recorded("made"))

    def undo(self, decision: str) -> DuplicateDecision:
        """Take back a decision, named by its id or first digits.

        Raises:
            NotFoundError: There is no such decision.
            UsageError: It was undone already.
        """
        return self._desk.undo(decision, self._who(), self._recorded("undone"))

    def _who(self) -> str:
        self._steward.actor.require(Right.DUPLICATES)
        return self._steward.actor.name

    def _recorded(self, step: str) -> Recorded:
        note = self._steward.audit.note(Action.DUPLICATES, "", REVIEW, {"step": step})
        return self._steward.register.on_decision(note)

    def _undecided(self, pairs: tuple[DuplicatePair, ...]) -> tuple[DuplicatePair, ...]:
        apart = {
            frozenset((each.left, each.right))
            for each in self._desk.decisions()
            if each.stands and each.decision == "keep_both"
        }
        return tuple(pair for pair in pairs if frozenset((pair.left.id, pair.right.id)) not in apart)
