"""Who acts, and what their role allows."""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from matcher.errors import RefusedError, UsageError
from matcher.trail import Role


class Right(StrEnum):
    """What not every role may do. The value completes "may not"."""

    READ_AUDIT = "read the audit log"
    PRUNE_AUDIT = "prune the audit log"
    EXPORT = "export what is held about a person"
    ERASE = "erase a person"
    DUPLICATES = "see or decide about duplicates"
    LEGAL_FACTS = "see nationality, age and residence papers"
    COHORT = "see how a cohort is made up"
    FAIRNESS = "measure how groups of people fare"
    CANDIDATES = "see candidates"
    VACANCIES = "see vacancies"
    LOAD = "load or change records"
    REVIEW = "decide what people's words mean"
    SHORTLIST = "keep shortlists"
    REVEAL = "reveal who a candidate is"
    STATISTICS = "see statistics about candidates"
    QUALITY = "see how good the matches are"
    ACCOUNTS = "manage accounts"
    SHARE = "share candidates or vacancies with an organisation"


GRANTED: Mapping[Right, frozenset[Role]] = {
    Right.READ_AUDIT: frozenset({Role.ADMIN, Role.AUDITOR}),
    Right.PRUNE_AUDIT: frozenset({Role.ADMIN}),
    Right.EXPORT: frozenset({Role.ADMIN, Role.STAFF}),
    Right.ERASE: frozenset({Role.ADMIN, Role.STAFF}),
    Right.DUPLICATES: frozenset({Role.ADMIN, Role.STAFF}),
    Right.LEGAL_FACTS: frozenset({Role.ADMIN, Role.STAFF}),
    Right.COHORT: frozenset({Role.ADMIN, Role.STAFF}),
    Right.FAIRNESS: frozenset({Role.ADMIN, Role.AUDITOR, Role.RESEARCHER}),
    Right.CANDIDATES: frozenset({Role.ADMIN, Role.STAFF, Role.RECRUITER}),
    Right.VACANCIES: frozenset({Role.ADMIN, Role.STAFF, Role.RECRUITER}),
    Right.LOAD: frozenset({Role.ADMIN, Role.STAFF}),
    Right.REVIEW: frozenset({Role.ADMIN, Role.STAFF}),
    Right.SHORTLIST: frozenset({Role.ADMIN, Role.STAFF, Role.RECRUITER}),
    Right.REVEAL: frozenset({Role.ADMIN, Role.STAFF}),
    Right.STATISTICS: frozenset({Role.ADMIN, Role.STAFF, Role.RESEARCHER}),
    Right.QUALITY: frozenset({Role.ADMIN, Role.STAFF, Role.RESEARCHER, Role.AUDITOR}),
    Right.ACCOUNTS: frozenset({Role.ADMIN}),
    Right.SHARE: frozenset({Role.ADMIN, Role.STAFF}),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody at work: the name that the audit log keeps, a role, and how far that role reaches.

    ``schemes`` are those whose people they may see, ``None`` for all; ``organisation`` is the id of the employer or
    mediator they work for, ``None`` for nobody's: then nothing is kept from them for being another organisation's.
    """

    name: str
    role: Role
    schemes: frozenset[str] | None = None
    organisation: str | None = None

    @classmethod
    def of(cls, name: str | None, role: str) -> Self:
        """Return the actor that the settings name, or the user of the operating system.

        Raises:
            UsageError: There is no such role.
        """
        if role not in tuple(Role):
            raise UsageError(f"MATCHER_ROLE {role!r} is no role: choose one of {', '.join(Role)}.")
        return cls(name or _system_user(), Role(role))

    def reaches(self, scheme: str) -> bool:
        """Tell whether the people of a scheme are within reach."""
        return self.schemes is None or scheme in self.schemes

    def may(self, right: Right) -> bool:
        """Tell whether the role grants the right."""
        return self.role in GRANTED[right]

    def require(self, right: Right) -> None:
        """Raise :class:`RefusedError` where the role does not grant the right."""
        granted = GRANTED[right]
        if self.role not in granted:
            roles = " or ".join(role for role in Role if role in granted)
            raise RefusedError(f"{self.name} may not {right} as {self.role}: that takes the role {roles}.")


def _system_user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container whose user has no name
        return "unknown"
