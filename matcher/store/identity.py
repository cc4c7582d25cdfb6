"""The table of who a candidate is: person, the sender's key, unread columns, own words and where it all was read.

Unread columns, the sender's own key, the file's name and the profile as stated may name a person, so they stand here,
sealed, never beside the masked profile. The hash of the content is sealed too: who knows the rest of a record could
else try birth dates until it fits.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column, ForeignKeyConstraint, String, Table, UniqueConstraint

from matcher.records import Candidate, Person, ProfessionalProfile, Source
from matcher.store.codec import Json, decode, encode
from matcher.store.schema import ID, METADATA, sealed
from matcher.store.vault import Vault

PERSONS = Table(
    "persons",
    METADATA,
    Column("candidate_id", ID, primary_key=True),
    Column("scheme", String(64), nullable=False),
    Column("key_code", String(64), nullable=False),
    sealed("key", nullable=False),
    sealed("name"),
    sealed("gender"),
    sealed("email"),
    sealed("phone"),
    sealed("source", nullable=False),
    sealed("extra"),
    sealed("stated"),
    sealed("content_hash", nullable=False),
    UniqueConstraint("scheme", "key_code"),
    # The scheme is written twice so that the database itself keeps (scheme, key) unique; this keeps the two equal.
    ForeignKeyConstraint(["candidate_id", "scheme"], ["candidates.id", "candidates.scheme"], ondelete="CASCADE"),
)

_PERSON = ("name", "gender", "email", "phone")
_READ = (*_PERSON, "key", "source", "extra", "stated")


def person_row(vault: Vault, candidate: Candidate, content_hash: str) -> dict[str, Any]:
    """Return the candidate's row in ``persons``."""
    said: dict[str, Json] = {
        "key": candidate.key,
        **encode(candidate.person),
        "source": encode(candidate.source),
        "content_hash": content_hash,
    }
    if candidate.extra:
        said["extra"] = [list(pair) for pair in candidate.extra]
    if candidate.stated is not None:
        said["stated"] = encode(candidate.stated)
    return {
        "candidate_id": candidate.id,
        "scheme": candidate.scheme,
        "key_code": key_code(vault, candidate.scheme, candidate.key),
        **dict.fromkeys(_READ),
        **vault.seal_row(PERSONS.name, candidate.id, said),
    }


def person_fields(vault: Vault, row: Mapping[Any, Any]) -> dict[str, Any]:
    """Return the fields of a candidate that a row holds, unsealed."""
    said = vault.unseal_row(PERSONS.name, row["candidate_id"], row, _READ)
    return {
        "key": said["key"],
        "source": decode(Source, said["source"]),
        "person": decode(Person, {name: said[name] for name in _PERSON if name in said}),
        "extra": tuple((header, cell) for header, cell in said.get("extra", ())),
        "stated": decode(ProfessionalProfile, said["stated"]) if "stated" in said else None,
    }


def key_code(vault: Vault, scheme: str, key: str) -> str:
    """Return what a sender's key is found by; the same key in another scheme has another code."""
    return vault.code("key", scheme, key)
