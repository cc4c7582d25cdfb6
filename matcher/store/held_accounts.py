"""What is held of those who use the program: accounts, the organisations they work for, what was shared, sessions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from matcher.trail import Note, Role


@dataclass(frozen=True, slots=True)
class Organisation:
    """An employer or mediator whose recruiters see what is shared with it. ``id`` is random."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may sign in.

    ``login`` is in lower case. ``schemes`` are those whose people they may see, ``None`` for all. ``password`` is an
    argon2id hash, empty where an identity provider vouches for them. ``failures`` counts wrong passwords since the last
    right one; until ``locked_until`` (UTC) no password is right.
    """

    id: str
    login: str
    role: Role
    schemes: frozenset[str] | None = None
    organisation: Organisation | None = None
    disabled: bool = False
    password: str = field(default="", repr=False)
    failures: int = 0
    locked_until: datetime | None = None

    def is_locked(self, now: datetime) -> bool:
        """Tell whether too many wrong passwords keep the account shut at a moment."""
        return self.locked_until is not None and now < self.locked_until

    @property
    def manages(self) -> bool:
        """Tell whether it is an administrator's and not shut: whether its owner may manage accounts."""
        return self.role is Role.ADMIN and not self.disabled


@dataclass(frozen=True, slots=True)
class BrowserSession:
    """One browser that is signed in. ``token_hash`` is the SHA-256 of what its cookie holds; times are UTC."""

    token_hash: str
    account_id: str
    opened_at: datetime
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of an account under one act: the account, the entry for the log, sessions opened or all ended."""

    account: Account
    note: Note
    opened: BrowserSession | None = None
    ends_sessions: bool = False


class ShareKind(StrEnum):
    """What can be shared with an organisation."""

    CANDIDATE = "candidate"
    SCHEME = "scheme"
    VACANCY = "vacancy"


@dataclass(frozen=True, slots=True)
class Share:
    """One thing that an organisation may see. ``subject`` is an id, or the name of a scheme: all its candidates."""

    kind: ShareKind
    subject: str
    organisation: Organisation


@dataclass(frozen=True, slots=True)
class Shared:
    """All that one organisation may see: candidates and vacancies by id, schemes by name."""

    candidates: frozenset[str] = frozenset()
    schemes: frozenset[str] = frozenset()
    vacancies: frozenset[str] = frozenset()
