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


GRANTED: Mapping[Right, frozenset[Role]] = {
    Right.READ_AUDIT: frozenset({Role.ADMIN, Role.AUDITOR}),
    Right.PRUNE_AUDIT: frozenset({Role.ADMIN}),
    Right.EXPORT: frozenset({Role.ADMIN, Role.STAFF}),
    Right.ERASE: frozenset({Role.ADMIN, Role.STAFF}),
    Right.DUPLICATES: frozenset({Role.ADMIN, Role.STAFF}),
    Right.LEGAL_FACTS: frozenset({Role.ADMIN, Role.STAFF}),
    Right.COHORT: frozenset({Role.ADMIN, Role.STAFF}),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody at work: the name that the audit log keeps, and a role."""

    name: str
    role: Role

    @classmethod
    def of(cls, name: str | None, role: str) -> Self:
        """Return the actor that the settings name, or the user of the operating system.

        Raises:
            UsageError: There is no such role.
        """
        if role not in tuple(Role):
            raise UsageError(f"MATCHER_ROLE {role!r} is no role: choose one of {', '.join(Role)}.")
        return cls(name or _system_user(), Role(role))

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
