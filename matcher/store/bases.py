"""The tables of lawful bases, one a person and purpose, and of objections to being ranked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Date, RowMapping, String, Table, Text, delete, insert, select

from matcher.lawful import Basis, Consent, Declaration, HeldBasis, Purpose, Standing
from matcher.store.bulk import in_portions
from matcher.store.revisions import Copied
from matcher.store.schema import COPIED_AS, ID, METADATA, owned_by

BASES = Table(
    "lawful_bases",
    METADATA,
    Column("candidate_id", ID, owned_by("candidates.id"), primary_key=True),
    Column("purpose", String(32), primary_key=True),
    Column("basis", String(32), nullable=False),
    Column("given_on", Date),
    Column("given_how", Text),
    Column("expires_on", Date),
    Column("withdrawn_on", Date),
    Column("assumed", Boolean, nullable=False),
    info={COPIED_AS: (Copied.STANDINGS,)},
)

OBJECTIONS = Table(
    "objections",
    METADATA,
    Column("candidate_id", ID, owned_by("candidates.id"), primary_key=True),
    Column("objected_on", Date, nullable=False),
    info={COPIED_AS: (Copied.STANDINGS,)},
)


_CONSENT = (BASES.c.given_on, BASES.c.given_how, BASES.c.expires_on, BASES.c.withdrawn_on)


def declare(connection: Connection, ids: Mapping[str, str], declaration: Declaration) -> None:
    """Write the basis of everybody in a load.

    Args:
        connection: of the transaction that loads them.
        ids: candidate id by the sender's key.
        declaration: what the loader declares; :meth:`Declaration.settled` says what it does to a basis held already.
    """
    held = _held(connection, list(ids.values()), declaration.purpose)
    settled = {record_id: declaration.settled(key, held.get(record_id)) for key, record_id in ids.items()}
    changed = {record_id: basis for record_id, basis in settled.items() if basis != held.get(record_id)}
    for some in in_portions([record_id for record_id in changed if record_id in held]):
        connection.execute(delete(BASES).where(BASES.c.candidate_id.in_(some), _for(declaration.purpose)))
    if changed:
        connection.execute(insert(BASES), [_row(record_id, basis) for record_id, basis in changed.items()])


def put_basis(connection: Connection, candidate_id: str, basis: HeldBasis) -> None:
    """Write one person's basis for one purpose, in place of the one before."""
    connection.execute(delete(BASES).where(BASES.c.candidate_id == candidate_id, _for(basis.purpose)))
    connection.execute(insert(BASES), [_row(candidate_id, basis)])


def bases_of(connection: Connection, candidate_id: str) -> tuple[HeldBasis, ...]:
    """Read the bases of one person, by purpose."""
    query = select(BASES).where(BASES.c.candidate_id == candidate_id).order_by(BASES.c.purpose)
    return tuple(_basis(row) for row in connection.execute(query).mappings())


def standings(connection: Connection, purpose: Purpose) -> dict[str, Standing]:
    """Read what decides whether somebody may be ranked, of everybody of whom anything is declared."""
    columns = (BASES.c.basis, BASES.c.purpose, *_CONSENT)
    rows = connection.execute(select(BASES.c.candidate_id, *columns).where(_for(purpose)))
    # Nearly everybody of a cohort stands alike: one noun serves them all, where a hundred thousand would take seconds.
    alike = cache(lambda basis, use, *consent: Standing(HeldBasis(Basis(basis), Purpose(use), Consent(*consent))))
    found = {candidate_id: alike(*said) for candidate_id, *said in rows}
    for candidate_id, day in connection.execute(select(OBJECTIONS.c.candidate_id, OBJECTIONS.c.objected_on)):
        held = found.get(candidate_id, Standing())
        found[candidate_id] = Standing(held.basis, day)
    return found


def standing_of(connection: Connection, candidate_id: str, purpose: Purpose) -> Standing:
    """Read what decides whether one record may be ranked."""
    held = _held(connection, [candidate_id], purpose).get(candidate_id)
    return Standing(held, objection_of(connection, candidate_id))


def object_to_ranking(connection: Connection, candidate_id: str, on: date) -> None:
    """Write that a person objects; an earlier objection keeps its day."""
    if objection_of(connection, candidate_id) is None:
        connection.execute(insert(OBJECTIONS), [{"candidate_id": candidate_id, "objected_on": on}])


def lift_objection(connection: Connection, candidate_id: str) -> bool:
    """Take an objection back; tell whether there was one."""
    done = connection.execute(delete(OBJECTIONS).where(OBJECTIONS.c.candidate_id == candidate_id))
    return done.rowcount > 0


def objection_of(connection: Connection, candidate_id: str) -> date | None:
    """Read since when a person objects."""
    query = select(OBJECTIONS.c.objected_on).where(OBJECTIONS.c.candidate_id == candidate_id)
    return connection.execute(query).scalar()


def _held(connection: Connection, ids: list[str], purpose: Purpose) -> dict[str, HeldBasis]:
    found = {}
    for some in in_portions(ids):
        query = select(BASES).where(BASES.c.candidate_id.in_(some), _for(purpose))
        found.update({row["candidate_id"]: _basis(row) for row in connection.execute(query).mappings()})
    return found


def _for(purpose: Purpose) -> Any:
    return BASES.c.purpose == purpose.value


def _row(candidate_id: str, held: HeldBasis) -> dict[str, Any]:
    consent = held.consent
    return {
        "candidate_id": candidate_id,
        "purpose": held.purpose.value,
        "basis": held.basis.value,
        "given_on": consent.given_on,
        "given_how": consent.given_how,
        "expires_on": consent.expires_on,
        "withdrawn_on": consent.withdrawn_on,
        "assumed": held.assumed,
    }


def _basis(row: RowMapping) -> HeldBasis:
    consent = Consent(row["given_on"], row["given_how"], row["expires_on"], row["withdrawn_on"])
    return HeldBasis(Basis(row["basis"]), Purpose(row["purpose"]), consent, row["assumed"])
