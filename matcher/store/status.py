"""The table of what the law needs to know. The leg stands here too: an origin says much of what a nationality says.

All of it is sealed. Birth date and dates of a procedure single a person out, and that somebody fled or applied for
asylum is what harms most if it gets out; nothing searches these columns, so sealing them costs no question.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, select

from matcher.records import Candidate, Leg, LegalStatus
from matcher.store.bulk import collection_paused, in_portions
from matcher.store.codec import decode, encode
from matcher.store.cohorts import CANDIDATES
from matcher.store.held import HeldStatus
from matcher.store.revisions import Copied
from matcher.store.schema import COPIED_AS, ID, METADATA, owned_by, sealed
from matcher.store.vault import Vault

LEGAL_STATUSES = Table(
    "legal_statuses",
    METADATA,
    Column("candidate_id", ID, owned_by("candidates.id"), primary_key=True),
    sealed("nationality"),
    sealed("birth_date"),
    sealed("residence_status"),
    sealed("events"),
    sealed("leg"),
    info={COPIED_AS: (Copied.STATUSES,)},
)

_SEALED = ("nationality", "birth_date", "residence_status", "events", "leg")


def read_statuses(connection: Connection, vault: Vault, ids: Sequence[str]) -> dict[str, HeldStatus]:
    """Read the legal status of candidates by id; ids that nobody has are passed over."""
    found: dict[str, HeldStatus] = {}
    for some in in_portions(ids):
        query = select(LEGAL_STATUSES, CANDIDATES.c.scheme).join(CANDIDATES).where(CANDIDATES.c.id.in_(some))
        for row in connection.execute(query).mappings():
            fields = status_fields(vault, row)
            found[row["candidate_id"]] = HeldStatus(row["scheme"], fields["status"], fields["leg"])
    return found


def read_all_statuses(
    connection: Connection, vault: Vault, before: Mapping[str, HeldStatus] | None = None
) -> dict[str, HeldStatus]:
    """Read the legal status of every candidate, by id.

    One that says what it said ``before`` stays that very object, so that what was worked out of it is known to hold.
    """
    known, found = before or {}, {}
    with collection_paused():
        for row in connection.execute(select(LEGAL_STATUSES, CANDIDATES.c.scheme).join(CANDIDATES)).mappings():
            fields = status_fields(vault, row)
            held, name = HeldStatus(row["scheme"], fields["status"], fields["leg"]), row["candidate_id"]
            found[name] = known[name] if known.get(name) == held else held
    return found


def status_row(vault: Vault, candidate: Candidate) -> dict[str, Any]:
    """Return the candidate's row in ``legal_statuses``."""
    said = encode(candidate.status)
    if candidate.leg is not None:
        said["leg"] = encode(candidate.leg)
    sealed_values = vault.seal_row(LEGAL_STATUSES.name, candidate.id, said)
    return {"candidate_id": candidate.id, **dict.fromkeys(_SEALED), **sealed_values}


def status_fields(vault: Vault, row: Mapping[Any, Any]) -> dict[str, Any]:
    """Return the fields of a candidate that a row holds, unsealed."""
    said = vault.unseal_row(LEGAL_STATUSES.name, row["candidate_id"], row, _SEALED)
    leg = said.pop("leg", None)
    return {"status": decode(LegalStatus, said), "leg": None if leg is None else decode(Leg, leg)}
