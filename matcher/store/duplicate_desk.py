"""The desk for duplicates: who candidates are, and what people decide about two records of one person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from sqlalchemy import Connection, Engine

from matcher.records import Identity
from matcher.store import candidates, decisions, merges, merging, uniting
from matcher.store.connection import reading, writing
from matcher.store.held import DuplicateDecision
from matcher.store.keys import KeySource
from matcher.store.naming import candidate_id
from matcher.store.vault import Vault

Recorded: TypeAlias = Callable[[Connection, DuplicateDecision], None]
"""What else is written in the transaction of a decision: it is given the decision as made or undone."""


def _nothing_else(_connection: Connection, _decision: DuplicateDecision) -> None:
    """Write nothing besides."""


@dataclass(frozen=True, slots=True)
class DuplicateDesk:
    """One transaction for each thing asked."""

    engine: Engine
    keys: KeySource

    def identities(self, scheme: str | None = None) -> tuple[Identity, ...]:
        """Read who the candidates of one scheme or of all are, by id, for comparing them; nothing else is read.

        Raises:
            IdentityKeyError: The key that opens identities is not at hand.
        """
        with reading(self.engine) as connection:
            return candidates.identities_of(connection, Vault.reading(connection, self.keys), scheme)

    def older(self, one: str, other: str) -> tuple[str, str]:
        """Return two candidate ids, the one that arrived first in front."""
        with reading(self.engine) as connection:
            return merging.older(connection, one, other)

    def conflicts(self, kept: str, other: str) -> tuple[tuple[str, object, object], ...]:
        """Return the fields of identity and status in which two differ: ``((field, kept's, other's), ...)``."""
        with reading(self.engine) as connection:
            vault = Vault.reading(connection, self.keys)
            pair = (candidates.candidate_by_id(connection, vault, each) for each in (kept, other))
            return uniting.conflicts(*pair)

    def merge(self, decision: DuplicateDecision, recorded: Recorded = _nothing_else) -> DuplicateDecision:
        """Unite candidate ``decision.right`` into ``decision.left``; :meth:`undo` parts them again.

        The record merged away is kept whole; a file that names it again changes the united one and brings nobody back.

        Raises:
            UsageError: The two are one record, were kept apart, or a field to take is not known.
        """
        with writing(self.engine) as connection:
            made = merging.merge(connection, Vault.reading(connection, self.keys), decision)
            recorded(connection, made)
            return made

    def keep_both(self, decision: DuplicateDecision, recorded: Recorded = _nothing_else) -> DuplicateDecision:
        """Remember that a person keeps two candidates apart.

        Raises:
            UsageError: The two are one record, or were kept apart already.
        """
        with writing(self.engine) as connection:
            made = merging.keep_both(connection, decision)
            recorded(connection, made)
            return made

    def undo(self, name: str, who: str, recorded: Recorded = _nothing_else) -> DuplicateDecision:
        """Take back a decision by its id or first digits: each record says again what its sender last wrote.

        Raises:
            NotFoundError: There is no such decision.
            UsageError: It was undone already.
        """
        with writing(self.engine) as connection:
            undone = merging.undo(connection, Vault.reading(connection, self.keys), name, who)
            recorded(connection, undone)
            return undone

    def decisions(self) -> tuple[DuplicateDecision, ...]:
        """Read all decisions about duplicates, undone ones too, oldest first."""
        with reading(self.engine) as connection:
            return decisions.read_decisions(connection)

    def merged_into(self, name: str) -> tuple[str, ...]:
        """Read the ids of the records that were merged into a candidate.

        Raises:
            NotFoundError: No candidate has that name.
        """
        with reading(self.engine) as connection:
            found = candidate_id(connection, self.keys, name)
            return tuple(sorted(other for other, top in merges.tops(connection).items() if top == found))
