"""The tables of what people decide about two records of one person: merged, or kept apart; all of it can be undone.

A merged record stands whole and sealed in ``merge_members``, as its sender wrote it, beside the one it was merged
into. What the store shows of the latter is worked out anew from those whenever one of them changes, so undoing gives
back exactly what was there. The spine keeps the id of a record merged away, and with it its history and whatever else
hangs there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, String, Table, delete, func, insert, or_, select, update

from matcher.records import Candidate
from matcher.store.codec import Json, decode, encode
from matcher.store.decisions import DUPLICATE_DECISIONS
from matcher.store.history import keep_candidates
from matcher.store.identity import key_code
from matcher.store.loading import Arrival, Held
from matcher.store.revisions import Copied
from matcher.store.schema import COPIED_AS, ID, METADATA, owned_by, sealed
from matcher.store.uniting import unite
from matcher.store.vault import Vault

MERGE_MEMBERS = Table(
    "merge_members",
    METADATA,
    Column("record_id", ID, owned_by("candidates.id"), primary_key=True),
    # Empty for the record that still stands; the others lie under the one they were merged into.
    Column("kept_id", ID, owned_by("candidates.id"), index=True),
    Column("decision_id", ID, owned_by("duplicate_decisions.id")),
    Column("scheme", String(64), nullable=False, index=True),
    Column("key_code", String(64), nullable=False),
    sealed("content", "record_id", nullable=False),
    sealed("content_hash", "record_id", nullable=False),
    info={COPIED_AS: (Copied.PROFILES, Copied.STANDINGS)},
)
_M = MERGE_MEMBERS.c


@dataclass(frozen=True, slots=True)
class Member:
    """One record that takes part in a merge, as its sender wrote it.

    ``kept_id``, ``taken`` and ``since`` say what it was merged into, with which fields and when.
    """

    record: Candidate
    content_hash: str
    kept_id: str | None = None
    taken: tuple[str, ...] = ()
    since: datetime | None = None


def held_merged(connection: Connection, vault: Vault, scheme: str) -> dict[str, Held]:
    """Read id and content hash of each record merged away, by the code of its key: a reload must know them again."""
    query = select(_M.key_code, _M.record_id, _M.content_hash).where(_M.scheme == scheme, _M.kept_id.is_not(None))
    return {
        code: Held(record_id, vault.unseal("merge_members.content_hash", record_id, content_hash))
        for code, record_id, content_hash in connection.execute(query)
    }


def merged_rows(connection: Connection, name: str, codes: Sequence[str]) -> list[tuple[str, str, str]]:
    """Read id, code and scheme of the records merged away with an id that starts so or such a code."""
    query = select(_M.record_id, _M.key_code, _M.scheme).where(_M.kept_id.is_not(None))
    query = query.where(or_(_M.record_id.startswith(name, autoescape=True), _M.key_code.in_(codes)))
    return [(row.record_id, row.key_code, row.scheme) for row in connection.execute(query)]


def tops(connection: Connection) -> dict[str, str]:
    """Read, for each record merged away, the id of the one that stands for it."""
    query = select(_M.record_id, _M.kept_id).where(_M.kept_id.is_not(None))
    kept = {str(row.record_id): str(row.kept_id) for row in connection.execute(query)}
    found = {}
    for record_id in kept:
        top = record_id
        while top in kept:
            top = kept[top]
        found[record_id] = top
    return found


def count_merged(connection: Connection) -> dict[str, int]:
    """Count the records merged away, by scheme."""
    query = select(_M.scheme, func.count().label("merged")).where(_M.kept_id.is_not(None)).group_by(_M.scheme)
    return {row.scheme: row.merged for row in connection.execute(query)}


def absorb(connection: Connection, vault: Vault, arrivals: Sequence[Arrival[Candidate]]) -> list[Arrival[Candidate]]:
    """Return arrivals as they are to be shown, those of merged records taken into what they were merged into.

    Their own words are kept here; an arrival that has nothing to do with a merge is returned as it came.
    """
    members = read_members(connection, vault) if arrivals else {}
    if not members:
        return list(arrivals)
    shown = {arrival.record.id: arrival for arrival in arrivals if arrival.record.id not in members}
    for arrival in arrivals:
        if member := members.get(arrival.record.id):
            keep_candidates(connection, vault, [member.record] if member.kept_id else [])
            members[arrival.record.id] = replace(member, record=arrival.record, content_hash=arrival.content_hash)
            _rewrite(connection, vault, arrival)
    for top in {top_of(members, arrival.record.id) for arrival in arrivals if arrival.record.id in members}:
        shown[top] = Arrival(united(members, top), members[top].content_hash)
    return list(shown.values())


def read_members(connection: Connection, vault: Vault) -> dict[str, Member]:
    """Read every record that takes part in a merge, by id."""
    decided = DUPLICATE_DECISIONS.c
    query = select(MERGE_MEMBERS, decided.taken, decided.made_at).outerjoin(
        DUPLICATE_DECISIONS, decided.id == _M.decision_id
    )
    rows = connection.execute(query.order_by(_M.record_id)).mappings()
    return {row["record_id"]: _member(vault, row) for row in rows}


def as_sent(members: Mapping[str, Member], standing: Iterable[Candidate], scheme: str) -> tuple[Candidate, ...]:
    """Return the records of a scheme as their senders wrote them, by key, those merged away among them."""
    sent = [record for record in standing if record.id not in members]
    sent += [member.record for member in members.values() if member.record.scheme == scheme]
    return tuple(sorted(sent, key=lambda record: record.key))


def top_of(members: Mapping[str, Member], record_id: str) -> str:
    """Return the record that stands for one: the one it was merged into, or the one that was merged into, and so on."""
    while (kept := members[record_id].kept_id) is not None:
        record_id = kept
    return record_id


def united(members: Mapping[str, Member], record_id: str) -> Candidate:
    """Return a record with all that lies under it."""
    record = members[record_id].record
    for other, member in members.items():
        if member.kept_id == record_id:
            record = unite(record, united(members, other), member.taken)
    return record


def all_under(members: Mapping[str, Member], record_id: str) -> set[str]:
    """Return the ids of the records merged into one, of those merged into them, and so on."""
    below = {other for other, member in members.items() if member.kept_id == record_id}
    return below.union(*(all_under(members, other) for other in below))


def put_under(connection: Connection, kept_id: str, other_id: str, decision_id: str) -> None:
    """Lay one member under another."""
    values = {"kept_id": kept_id, "decision_id": decision_id}
    connection.execute(update(MERGE_MEMBERS).where(_M.record_id == other_id).values(values))


def take_out(connection: Connection, record_id: str) -> None:
    """Let a member stand by itself again."""
    values = {"kept_id": None, "decision_id": None}
    connection.execute(update(MERGE_MEMBERS).where(_M.record_id == record_id).values(values))


def enter(connection: Connection, vault: Vault, arrivals: Iterable[Arrival[Candidate]]) -> None:
    """Write down records, as their senders wrote them, that begin to take part in a merge."""
    rows = [
        {
            "record_id": arrival.record.id,
            "scheme": arrival.record.scheme,
            "key_code": key_code(vault, arrival.record.scheme, arrival.record.key),
            **_sealed(vault, arrival),
        }
        for arrival in arrivals
    ]
    if rows:
        connection.execute(insert(MERGE_MEMBERS), rows)


def leave(connection: Connection, record_id: str) -> None:
    """Forget a member that no longer takes part in any merge."""
    connection.execute(delete(MERGE_MEMBERS).where(_M.record_id == record_id))


def _rewrite(connection: Connection, vault: Vault, arrival: Arrival[Candidate]) -> None:
    query = update(MERGE_MEMBERS).where(_M.record_id == arrival.record.id)
    connection.execute(query.values(_sealed(vault, arrival)))


def _sealed(vault: Vault, arrival: Arrival[Candidate]) -> dict[str, bytes]:
    said: dict[str, Json] = {"content": encode(arrival.record), "content_hash": arrival.content_hash}
    return vault.seal_row(MERGE_MEMBERS.name, arrival.record.id, said)


def _member(vault: Vault, row: Mapping[Any, Any]) -> Member:
    said = vault.unseal_row(MERGE_MEMBERS.name, row["record_id"], row, ("content", "content_hash"))
    return Member(
        decode(Candidate, said["content"]),
        said["content_hash"],
        row["kept_id"],
        tuple(row["taken"] or ()),
        row["made_at"],
    )
