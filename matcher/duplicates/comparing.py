"""The two records side by side, read once, as every reason sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from matcher.duplicates.contacts import email_form, phone_form
from matcher.duplicates.frequency import Frequencies
from matcher.duplicates.names import Name, read_name
from matcher.duplicates.nouns import PairEvidence
from matcher.records import Identity


@dataclass(frozen=True, slots=True)
class Side:
    """One record, its name, address and number in the forms that are compared."""

    identity: Identity
    name: Name
    email: str | None
    phone: str | None

    @classmethod
    def of(cls, identity: Identity) -> Side:
        """Read one record."""
        name = read_name(identity.name or "")
        return cls(identity, name, email_form(identity.email), phone_form(identity.phone))


class Signal(Protocol):
    """One reason to take two records for one person, or for two."""

    def compare(self, left: Side, right: Side, frequencies: Frequencies) -> PairEvidence:
        """Weigh the reason between two records: ``bits`` is ``None`` where one of them says nothing of it."""
