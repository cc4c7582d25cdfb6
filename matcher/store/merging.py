"""Deciding about two records of one person, and taking it back: each in the one transaction it is given."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from matcher.errors import UsageError
from matcher.records import Candidate
from matcher.store.arrivals import older_of
from matcher.store.candidates import held_by_id, put_away, put_back, rewrite
from matcher.store.decisions import KEEP_BOTH, MERGE, decide, find_decision, read_decisions, undo_decision
from matcher.store.held import DuplicateDecision
from matcher.store.history import forget_after_first
from matcher.store.loading import Arrival
from matcher.store.merges import Member, enter, leave, put_under, read_members, take_out, top_of, united
from matcher.store.uniting import PERSON_FIELDS, STATUS_FIELDS
from matcher.store.vault import Vault

FIELDS = (*PERSON_FIELDS, *STATUS_FIELDS)


def merge(connection: Connection, vault: Vault, decision: DuplicateDecision) -> DuplicateDecision:
    """Unite ``decision.right`` into ``decision.left``; both are ids of records that stand.

    Raises:
        UsageError: The two are one record, were kept apart, or a field to take is not known.
    """
    _check(connection, decision)
    unknown = [name for name in decision.taken if name not in FIELDS]
    if unknown:
        raise UsageError(f"{unknown[0]!r} is no field that can be taken: choose from {', '.join(FIELDS)}.")
    made = decide(connection, decision)
    members = read_members(connection, vault)
    new = [held_by_id(connection, vault, each) for each in (made.left, made.right) if each not in members]
    enter(connection, vault, new)
    put_under(connection, made.left, made.right, made.id)
    put_away(connection, made.right)
    rewrite(connection, vault, [_shown(read_members(connection, vault), made.left)])
    return made


def keep_both(connection: Connection, decision: DuplicateDecision) -> DuplicateDecision:
    """Write down that two records are two people, or are to stand apart.

    Raises:
        UsageError: The two are one record, or were kept apart already.
    """
    _check(connection, decision)
    return decide(connection, decision)


def undo(connection: Connection, vault: Vault, name: str, who: str) -> DuplicateDecision:
    """Take a decision back: a record merged away stands again as its sender last wrote it.

    Raises:
        NotFoundError: There is no such decision.
        UsageError: It was undone already.
    """
    decision = find_decision(connection, name)
    if not decision.stands:
        raise UsageError(f"The decision {decision.id[:8]} was undone already: there is nothing to take back.")
    if decision.decision == MERGE:
        _part(connection, vault, decision)
    undo_decision(connection, decision.id, who)
    return find_decision(connection, decision.id)


def older(connection: Connection, one: str, other: str) -> tuple[str, str]:
    """Return two ids, the one that arrived first in front."""
    first = older_of(connection, one, other)
    return (first, other if first == one else one)


def _check(connection: Connection, decision: DuplicateDecision) -> None:
    if decision.left == decision.right:
        raise UsageError(f"{decision.left[:8]} is one record: name the two that may be one person.")
    pair = {decision.left, decision.right}
    for held in read_decisions(connection):
        if held.stands and held.decision == KEEP_BOTH and {held.left, held.right} == pair:
            raise UsageError(
                f"{held.made_by} decided to keep both: take that back first with "
                f"'matcher duplicates undo {held.id[:8]}'."
            )


def _part(connection: Connection, vault: Vault, decision: DuplicateDecision) -> None:
    members = read_members(connection, vault)
    top = top_of(members, decision.left)
    _forget_united(connection, members, decision.right)
    take_out(connection, decision.right)
    members = read_members(connection, vault)
    put_back(connection, vault, _shown(members, decision.right))
    rewrite(connection, vault, [_shown(members, top)], keep=False)
    for each in (decision.right, decision.left):
        if members[each].kept_id is None and not any(member.kept_id == each for member in members.values()):
            leave(connection, each)


def _forget_united(connection: Connection, members: Mapping[str, Member], record_id: str) -> None:
    """Take what a record lent to those above it out of their histories: it may be somebody else's after all."""
    lent = members[record_id]
    since = lent.since
    while lent.kept_id is not None:
        forget_after_first(connection, lent.kept_id, since)
        lent = members[lent.kept_id]
        since = max(since, lent.since) if since and lent.since else since


def _shown(members: Mapping[str, Member], record_id: str) -> Arrival[Candidate]:
    """Return a record with all that lies under it. The hash stays its sender's: the old file then changes nothing."""
    return Arrival(united(members, record_id), members[record_id].content_hash)
