"""The table of what is shared with organisations: candidates and vacancies one by one, or a scheme's candidates."""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import Column, ColumnElement, Connection, String, Table, delete, insert, select

from matcher.store.accounts import ORGANISATIONS
from matcher.store.held_accounts import Organisation, Share, Shared, ShareKind
from matcher.store.schema import ID, METADATA, owned_by

SHARES = Table(
    "shares",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("organisation_id", ID, owned_by("organisations.id"), nullable=False, index=True),
    # One of these three is given. A person who is erased, or a vacancy that goes, takes its shares along.
    Column("candidate_id", ID, owned_by("candidates.id"), index=True),
    Column("vacancy_id", ID, owned_by("vacancies.id"), index=True),
    Column("scheme", String(64)),
)

_S = SHARES.c
_COLUMNS = {ShareKind.CANDIDATE: _S.candidate_id, ShareKind.VACANCY: _S.vacancy_id, ShareKind.SCHEME: _S.scheme}


def read_shares(connection: Connection) -> tuple[Share, ...]:
    """Read all that is shared, by organisation, then kind and subject."""
    query = select(SHARES, ORGANISATIONS.c.name).join(ORGANISATIONS, _S.organisation_id == ORGANISATIONS.c.id)
    found = []
    for row in connection.execute(query).mappings():
        organisation = Organisation(row["organisation_id"], row["name"])
        (kind,) = (kind for kind, column in _COLUMNS.items() if row[column.name] is not None)
        found.append(Share(kind, row[_COLUMNS[kind].name], organisation))
    return tuple(sorted(found, key=lambda share: (share.organisation.name, share.kind, share.subject)))


def shared_with(connection: Connection, organisation_id: str) -> Shared:
    """Read what one organisation may see."""
    rows = connection.execute(select(SHARES).where(_S.organisation_id == organisation_id)).mappings().all()
    named = {kind: {row[column.name] for row in rows} - {None} for kind, column in _COLUMNS.items()}
    return Shared(
        frozenset(named[ShareKind.CANDIDATE]),
        frozenset(named[ShareKind.SCHEME]),
        frozenset(named[ShareKind.VACANCY]),
    )


def organisations_of(connection: Connection, candidate_id: str) -> tuple[str, ...]:
    """Read the names of the organisations with which a candidate is shared one by one."""
    query = select(ORGANISATIONS.c.name).join(SHARES, _S.organisation_id == ORGANISATIONS.c.id)
    rows = connection.execute(query.where(_S.candidate_id == candidate_id).order_by(ORGANISATIONS.c.name))
    return tuple(row.name for row in rows)


def put_share(connection: Connection, share: Share) -> bool:
    """Share something; tell whether it was not shared yet."""
    if connection.execute(select(_S.id).where(_is(share))).first() is not None:
        return False
    row = {"id": uuid4().hex, "organisation_id": share.organisation.id, _COLUMNS[share.kind].name: share.subject}
    connection.execute(insert(SHARES), [row])
    return True


def take_share(connection: Connection, share: Share) -> bool:
    """Share something no longer; tell whether it was shared."""
    return connection.execute(delete(SHARES).where(_is(share))).rowcount > 0


def _is(share: Share) -> ColumnElement[bool]:
    return (_S.organisation_id == share.organisation.id) & (_COLUMNS[share.kind] == share.subject)
