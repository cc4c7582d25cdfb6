"""What is written down of every act on people's data: who, when, what, why, chained so that no word can be changed.

Each entry's SHA-256 covers the entry before it. The last one stands in a sealed head as well: without the key nobody
can cut entries off the end and make the rest look whole.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, Self, TypeAlias

KeyedDigest: TypeAlias = Callable[[str], str]
"""Words to a hexadecimal digest that nobody can work out without the key."""

FIRST = "0" * 64
"""What the first entry of all has for the hash before it."""

SIGNED_IN = "signed in"
"""The step of a login that succeeded, in the detail of its entry."""


class Role(StrEnum):
    """What somebody is to the data."""

    ADMIN = "admin"
    AUDITOR = "auditor"
    STAFF = "staff"
    RECRUITER = "recruiter"
    RESEARCHER = "researcher"


class Action(StrEnum):
    """What was done."""

    LOAD = "load"
    VIEW = "view"
    RANKING = "ranking"
    EXPORT = "export"
    CONFIRMATION = "confirmation"
    CONSENT = "consent"
    OBJECTION = "objection"
    DUPLICATES = "duplicates"
    ERASURE = "erasure"
    PRUNING = "pruning"
    LOGIN = "login"
    ACCOUNT = "account"
    SHARING = "sharing"
    SHORTLIST = "shortlist"
    VACANCY = "vacancy"


@dataclass(frozen=True, slots=True)
class Note:
    """One act, before it has its place in the log.

    ``subject`` is a random id or the name of a scheme, and ``detail`` holds ids, counts and digests: never a name, a
    sender's key or a person's words, for the log outlives an erasure. ``role`` is ``None`` where nobody is known yet.
    """

    actor: str
    role: Role | None
    action: Action
    subject: str
    purpose: str
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """One act in its place, in the very words that are kept, also where somebody has changed them since.

    ``number`` counts from 1 without gaps, ``at`` is UTC in ISO 8601, ``detail`` is JSON in its canonical form.
    """

    number: int
    at: str
    actor: str
    role: str
    action: str
    subject: str
    purpose: str
    detail: str
    previous: str
    hash: str = ""

    @classmethod
    def of(cls, number: int, at: str, note: Note, previous: str) -> Self:
        """Give an act its place after the entry whose hash is ``previous``."""
        who, what = (note.actor, note.role.value if note.role else ""), (note.action.value, note.subject, note.purpose)
        entry = cls(number, at, *who, *what, canonical(dict(note.detail)), previous)
        return replace(entry, hash=entry.taken_hash)

    @property
    def taken_hash(self) -> str:
        """SHA-256 (hexadecimal) of all that the entry says and of the hash before it."""
        words = [getattr(self, item.name) for item in fields(self) if item.name != "hash"]
        return hashlib.sha256(canonical(words).encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def is_as_written(self) -> bool:
        """Tell whether the entry still says what it said when it was written."""
        return self.hash == self.taken_hash


@dataclass(frozen=True, slots=True)
class LogQuery:
    """Which entries of the log are asked for; what is empty asks nothing.

    ``since`` and ``until`` are the first and the last day (UTC). ``subject`` is the start of an id, or all of a name.
    """

    since: date | None = None
    until: date | None = None
    action: str = ""
    actor: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Sealed:
    """An entry's number and hash under a seal: the head of the log, or the last entry that was pruned."""

    number: int
    hash: str
    seal: str

    @classmethod
    def of(cls, number: int, entry: str, digest: KeyedDigest) -> Sealed:
        """Seal an entry's number and hash."""
        return cls(number, entry, digest(_sealed_words(number, entry)))

    def holds(self, digest: KeyedDigest) -> bool:
        """Tell whether the seal was made with this key over these words."""
        return self.seal == digest(_sealed_words(self.number, self.hash))


def canonical(content: object) -> str:
    """Return JSON in the one form that is hashed and kept: sorted, without blanks."""
    return json.dumps(content, sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _sealed_words(number: int, entry: str) -> str:
    return f"audit head {number} {entry}"
