"""Candidates whole: the spine joined with identity, status and profile, for callers that may see a person."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, or_, select

from matcher.records import Candidate, Identity, Leg, LegalStatus, ProfessionalProfile
from matcher.store.arrivals import note_arrivals
from matcher.store.bulk import collection_paused, in_portions, replace_rows
from matcher.store.codec import decode, from_columns
from matcher.store.cohorts import CANDIDATES, mark_changed, schemes_held, spine_row
from matcher.store.held import HeldGrounds
from matcher.store.history import keep_candidates
from matcher.store.identity import PERSONS, key_code, person_fields, person_row
from matcher.store.keys import KeySource
from matcher.store.loading import Arrival, Held
from matcher.store.lookup import Entry
from matcher.store.merges import absorb, held_merged, merged_rows
from matcher.store.profiles import PROFILES, profile_row
from matcher.store.status import LEGAL_STATUSES, status_fields, status_row
from matcher.store.vault import Vault


@dataclass(frozen=True, slots=True)
class CandidateFamily:
    """How the candidates of one scheme are held, for :func:`matcher.store.loading.load`."""

    scheme: str
    keys: KeySource

    def held(self, connection: Connection, keys: Collection[str]) -> dict[str, Held]:
        """Read id and content hash of each candidate of the scheme that has one of those keys of the sender."""
        vault = Vault.reading(connection, self.keys)
        by_code = {key_code(vault, self.scheme, key): key for key in keys}
        query = select(PERSONS.c.key_code, PERSONS.c.candidate_id, PERSONS.c.content_hash)
        standing = {
            code: Held(record_id, vault.unseal("persons.content_hash", record_id, sealed_hash))
            for code, record_id, sealed_hash in connection.execute(query.where(PERSONS.c.scheme == self.scheme))
            if code in by_code
        }
        found = standing | held_merged(connection, vault, self.scheme)
        return {key: found[code] for code, key in by_code.items() if code in found}

    def insert(self, connection: Connection, arrivals: Sequence[Arrival[Candidate]]) -> None:
        """Write new candidates, whose ids are set."""
        if not arrivals:
            return
        vault = Vault.writing(connection, self.keys)
        records = [arrival.record for arrival in arrivals]
        connection.execute(insert(CANDIDATES), [spine_row(record) for record in records])
        note_arrivals(connection, [record.id for record in records])
        _insert_parts(connection, vault, arrivals)

    def replace(self, connection: Connection, arrivals: Sequence[Arrival[Candidate]]) -> None:
        """Overwrite candidates by id, their previous content going to the history."""
        vault = Vault.reading(connection, self.keys)
        rewrite(connection, vault, absorb(connection, vault, arrivals))


def rewrite(connection: Connection, vault: Vault, arrivals: Sequence[Arrival[Candidate]], *, keep: bool = True) -> None:
    """Overwrite what is shown of candidates; with ``keep`` their previous content goes to the history."""
    records = [arrival.record for arrival in arrivals]
    for ids in in_portions([record.id for record in records]) if keep else ():
        keep_candidates(connection, vault, _read(connection, vault, _whole().where(CANDIDATES.c.id.in_(ids))))
    mark_changed(connection, [record.id for record in records])
    replace_rows(connection, PERSONS, [person_row(vault, item.record, item.content_hash) for item in arrivals])
    replace_rows(connection, LEGAL_STATUSES, [status_row(vault, record) for record in records])
    replace_rows(connection, PROFILES, [profile_row(record) for record in records])


def put_away(connection: Connection, candidate_id: str) -> None:
    """Take every part of a candidate away but the spine, with what else hangs on it."""
    for table in (PERSONS, LEGAL_STATUSES, PROFILES):
        connection.execute(delete(table).where(table.c.candidate_id == candidate_id))


def put_back(connection: Connection, vault: Vault, arrival: Arrival[Candidate]) -> None:
    """Write the parts of a candidate whose spine is there."""
    _insert_parts(connection, vault, [arrival])


def held_by_id(connection: Connection, vault: Vault, candidate_id: str) -> Arrival[Candidate]:
    """Read one candidate that stands, with the hash of what its sender wrote."""
    query = select(PERSONS.c.content_hash).where(PERSONS.c.candidate_id == candidate_id)
    content_hash = vault.unseal("persons.content_hash", candidate_id, connection.execute(query).scalar_one())
    return Arrival(candidate_by_id(connection, vault, candidate_id), content_hash)


def identities_of(connection: Connection, vault: Vault, scheme: str | None) -> tuple[Identity, ...]:
    """Read who the candidates of one scheme or of all are, by id, and nothing else of them."""
    query = select(PERSONS, LEGAL_STATUSES.c.birth_date).join(
        LEGAL_STATUSES, LEGAL_STATUSES.c.candidate_id == PERSONS.c.candidate_id
    )
    if scheme is not None:
        query = query.where(PERSONS.c.scheme == scheme)
    rows = connection.execute(query.order_by(PERSONS.c.candidate_id)).mappings()
    return tuple(_identity(vault, row) for row in rows)


def grounds_of(connection: Connection, vault: Vault, ids: Sequence[str]) -> dict[str, HeldGrounds]:
    """Read gender, nationality, birth date and leg of some candidates, unsealing nothing else of who they are."""
    found: dict[str, HeldGrounds] = {}
    for some in in_portions(ids):
        query = select(PERSONS.c.candidate_id, PERSONS.c.gender, LEGAL_STATUSES.c.nationality)
        query = query.add_columns(LEGAL_STATUSES.c.birth_date, LEGAL_STATUSES.c.leg).join_from(
            PERSONS, LEGAL_STATUSES, LEGAL_STATUSES.c.candidate_id == PERSONS.c.candidate_id
        )
        for row in connection.execute(query.where(PERSONS.c.candidate_id.in_(some))).mappings():
            candidate_id = row["candidate_id"]
            gender = vault.unseal_row(PERSONS.name, candidate_id, row, ("gender",)).get("gender")
            said = vault.unseal_row(LEGAL_STATUSES.name, candidate_id, row, ("nationality", "birth_date", "leg"))
            leg = said.pop("leg", None)
            status = decode(LegalStatus, said)
            held_leg = None if leg is None else decode(Leg, leg)
            found[candidate_id] = HeldGrounds(gender, status.nationality, status.birth_date, held_leg)
    return found


def facts_told(connection: Connection) -> dict[str, frozenset[str]]:
    """Read which fields of identity and status are filled in, of every candidate by id, opening none of them."""
    asked = [*(PERSONS.c[name] for name in ("name", "gender", "email", "phone"))]
    asked += [LEGAL_STATUSES.c[name] for name in ("nationality", "birth_date", "residence_status")]
    query = select(PERSONS.c.candidate_id, *(column.is_not(None).label(column.name) for column in asked))
    query = query.join_from(PERSONS, LEGAL_STATUSES, LEGAL_STATUSES.c.candidate_id == PERSONS.c.candidate_id)
    names = [column.name for column in asked]
    return {
        row[0]: frozenset(name for name, is_told in zip(names, row[1:], strict=True) if is_told)
        for row in connection.execute(query)
    }


def candidates_of(connection: Connection, vault: Vault, scheme: str | None) -> tuple[Candidate, ...]:
    """Read the candidates of one scheme or of all, by scheme and key."""
    query = _whole()
    if scheme is not None:
        query = query.where(CANDIDATES.c.scheme == scheme)
    with collection_paused():
        # The database sees no key, so it cannot order by it.
        return tuple(sorted(_read(connection, vault, query), key=lambda candidate: (candidate.scheme, candidate.key)))


def candidate_by_id(connection: Connection, vault: Vault, candidate_id: str) -> Candidate:
    """Read one candidate that the store is known to hold."""
    return next(_read(connection, vault, _whole().where(CANDIDATES.c.id == candidate_id)))


def entries_called(connection: Connection, vault: Vault | None, name: str) -> list[Entry]:
    """Read the records with an id that starts so or, where there is a vault to tell, with that key, merged ones too."""
    codes = [] if vault is None else [key_code(vault, scheme, name) for scheme in schemes_held(connection)]
    query = select(PERSONS.c.candidate_id, PERSONS.c.key_code, PERSONS.c.scheme).order_by(PERSONS.c.scheme)
    query = query.where(or_(PERSONS.c.candidate_id.startswith(name, autoescape=True), PERSONS.c.key_code.in_(codes)))
    rows = [*connection.execute(query), *merged_rows(connection, name, codes)]
    return [Entry(found, name if code in codes else None, scheme) for found, code, scheme in rows]


def all_entries(connection: Connection, vault: Vault) -> list[Entry]:
    """Read what candidates can be called by, by scheme and key."""
    rows = connection.execute(select(PERSONS.c.candidate_id, PERSONS.c.key, PERSONS.c.scheme))
    entries = [Entry(found, vault.unseal("persons.key", found, key), scheme) for found, key, scheme in rows]
    return sorted(entries, key=lambda entry: (entry.scheme, entry.key or ""))


def _read(connection: Connection, vault: Vault, query: Select[Any]) -> Iterator[Candidate]:
    return (_candidate(vault, row) for row in connection.execute(query).mappings())


def _insert_parts(connection: Connection, vault: Vault, arrivals: Sequence[Arrival[Candidate]]) -> None:
    connection.execute(insert(PERSONS), [person_row(vault, item.record, item.content_hash) for item in arrivals])
    connection.execute(insert(LEGAL_STATUSES), [status_row(vault, item.record) for item in arrivals])
    connection.execute(insert(PROFILES), [profile_row(item.record) for item in arrivals])


def _identity(vault: Vault, row: Mapping[Any, Any]) -> Identity:
    candidate_id = row["candidate_id"]
    said = vault.unseal_row(PERSONS.name, candidate_id, row, ("name", "gender", "email", "phone"))
    born = vault.unseal_row(LEGAL_STATUSES.name, candidate_id, row, ("birth_date",)).get("birth_date")
    return Identity(candidate_id, row["scheme"], birth_date=None if born is None else date.fromisoformat(born), **said)


def _whole() -> Select[Any]:
    tables = CANDIDATES.join(PERSONS, PERSONS.c.candidate_id == CANDIDATES.c.id).join(LEGAL_STATUSES).join(PROFILES)
    columns = [CANDIDATES.c.id, CANDIDATES.c.scheme, PERSONS.c.candidate_id]
    for table in (PERSONS, LEGAL_STATUSES, PROFILES):
        columns += [column for column in table.columns if column.name not in ("candidate_id", "scheme")]
    return select(*columns).select_from(tables)


def _candidate(vault: Vault, row: Mapping[Any, Any]) -> Candidate:
    profile = from_columns(ProfessionalProfile, row)
    fields = {**person_fields(vault, row), **status_fields(vault, row)}
    return Candidate(id=row["id"], scheme=row["scheme"], profile=profile, **fields)
