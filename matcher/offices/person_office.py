"""What project staff do with one person's record: enter it, read it, change it, and settle whether it is another's."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise

from matcher.differences import differences
from matcher.duplicates import DuplicatePair
from matcher.errors import NotFoundError
from matcher.intake.as_entered import as_entered, changed
from matcher.intake.candidate_columns import CandidateColumn
from matcher.loading import LoadOptions
from matcher.offices.people import PeopleOffice
from matcher.preparation import Progress, silent
from matcher.records import FieldChange, LoadReport
from matcher.stewardship import LoadTerms, Right
from matcher.store import DuplicateDecision
from taxonomies.schemes import Scheme, schemes

_CARE = "to look after the record"
Texts = Mapping[CandidateColumn, str]


@dataclass(frozen=True, slots=True)
class OpenedRecord:
    """One record as a form shows it: the text of each field, the columns nobody recognised, where it was read.

    ``mark`` is the same for as long as the texts are.
    """

    id: str
    scheme: str
    reference: str
    texts: Texts
    extra: tuple[tuple[str, str], ...]
    source: str
    mark: str


class PersonOffice(PeopleOffice):
    """Single records, by name; what is read of them and changed in them stands in the audit log."""

    def schemes(self) -> tuple[Scheme, ...]:
        """Return the schemes into which somebody may be entered, by name."""
        self.actor.require(Right.LOAD)
        return tuple(scheme for name, scheme in schemes().items() if self.actor.reaches(name))

    def open(self, candidate_id: str) -> OpenedRecord:
        """Return a record with everything that it says of the person, and write down that it was read.

        Raises:
            NotFoundError: There is no such person, or not within reach.
        """
        self.actor.require(Right.LEGAL_FACTS)
        held = self._engine.store.sent_by(self.profile(candidate_id).id)
        self._engine.steward.audit.record_view(held.id, _CARE, {"shown": "record"})
        texts = as_entered(held)
        mark = sha256(repr(texts).encode("utf-8", "surrogatepass")).hexdigest()[:8]
        return OpenedRecord(held.id, held.scheme, held.key, texts, held.extra, held.source.file, mark)

    def history(self, candidate_id: str) -> tuple[tuple[FieldChange, ...], ...]:
        """Return what each change of a record changed, the latest first; of the person only that it changed."""
        self.actor.require(Right.LEGAL_FACTS)
        now = self._engine.store.candidate(self.profile(candidate_id).id)
        versions = (*self._engine.store.candidate_history(now.id), now)
        steps = (differences(before, after) for before, after in pairwise(versions))
        return tuple(reversed([step for step in steps if step]))

    def add(
        self, scheme: str, texts: Texts, *, basis: str = "", reference: str = "", dry_run: bool = False
    ) -> LoadReport:
        """Enter a person into a scheme, under that reference or a random one; the report's one row tells the id.

        Raises:
            NotFoundError: The scheme is out of reach.
            RefusedRecordError: What was entered cannot stand as a record, or the person was erased.
            UsageError: The reference is somebody else's.
        """
        self.actor.require(Right.LOAD)
        if not self.actor.reaches(scheme):
            raise NotFoundError(f"There is no scheme {scheme!r}: choose one of the list.")
        values = changed({}, texts) | ({CandidateColumn.KEY.value: reference.strip()} if reference.strip() else {})
        options = LoadOptions(dry_run=dry_run, terms=LoadTerms(basis))
        return self._engine.loader.add_person(self._engine.scheme_name(scheme), values, options, silent)

    def edit(self, candidate_id: str, before: Texts, after: Texts, *, dry_run: bool = False) -> LoadReport | None:
        """Change the fields whose text differs, and return what became of the record; ``None`` where none does.

        Args:
            candidate_id: of the person.
            before: the texts that the form began with.
            after: those of its fields now.
            dry_run: write nothing.

        Raises:
            NotFoundError: There is no such person, or not within reach.
            RefusedRecordError: What was entered cannot be read, or the record could not stand with it.
        """
        self.actor.require(Right.LOAD)
        held, values = self.profile(candidate_id), changed(before, after)
        return (
            self._engine.loader.edit_person(held.id, values, LoadOptions(dry_run=dry_run), silent) if values else None
        )

    # --- duplicates

    def duplicates(self, candidate_id: str = "", progress: Progress = silent) -> tuple[DuplicatePair, ...]:
        """Return the pairs within reach that may be one person, of everybody or of one person, most certain first."""
        self.actor.require(Right.DUPLICATES)
        found = self._engine.duplicates.pairs(None, progress)
        return tuple(
            pair for pair in found if self._reaches(pair) and candidate_id in ("", pair.left.id, pair.right.id)
        )

    def conflicts(self, keep: str, other: str) -> tuple[tuple[str, object, object], ...]:
        """Return the fields of identity and status in which two records differ: ``((field, kept's, other's), ...)``."""
        self.actor.require(Right.DUPLICATES)
        return self._engine.store.duplicates.conflicts(self.profile(keep).id, self.profile(other).id)

    def merge(self, keep: str, other: str, take: Sequence[str] = ()) -> DuplicateDecision:
        """Unite two records into the first, taking some fields of identity from the other.

        Raises:
            NotFoundError: One of them does not exist, or not within reach.
            UsageError: The two cannot be merged.
        """
        self.actor.require(Right.DUPLICATES)
        kept, gone = self.profile(keep).id, self.profile(other).id
        return self._engine.duplicates.merge(kept, gone, kept, tuple(take)).decision

    def keep_both(self, one: str, other: str) -> DuplicateDecision:
        """Write down that two records are two people; raises as :meth:`merge`."""
        self.actor.require(Right.DUPLICATES)
        return self._engine.duplicates.keep_both(self.profile(one).id, self.profile(other).id)

    def decisions(self) -> tuple[DuplicateDecision, ...]:
        """Return the decisions about records within reach that stand, the latest first."""
        self.actor.require(Right.DUPLICATES)
        within = {held.id for held in self.profiles()}
        made = reversed(self._engine.store.duplicates.decisions())
        return tuple(each for each in made if each.stands and _concerns(each, within))

    def undo(self, decision: str) -> DuplicateDecision:
        """Take back a decision about records within reach; raises :class:`NotFoundError` for any other."""
        self.actor.require(Right.DUPLICATES)
        if not any(each.id == decision for each in self.decisions()):
            raise NotFoundError(f"There is no decision {decision[:8]!r} to take back: choose one of the list.")
        return self._engine.duplicates.undo(decision)

    def _reaches(self, pair: DuplicatePair) -> bool:
        reach = self._engine.steward.reach
        return all(reach.candidate(side.id, side.scheme) for side in (pair.left, pair.right))


def _concerns(decision: DuplicateDecision, within: Collection[str]) -> bool:
    """Tell whether a decision is about people within reach; a record merged away is reached by the one it went into."""
    return decision.left in within and (decision.decision == "merge" or decision.right in within)
