"""Every failure the engine names: one sentence with the value, the place and the remedy."""

from __future__ import annotations

from taxonomies.errors import TaxonomyError


class MatcherError(Exception):
    """Base of all failures a user can do something about."""


class UnreadableFileError(MatcherError):
    """A file could not be read at all: nothing in it was accepted."""


class PastedTextError(MatcherError):
    """A pasted text that is no vacancy. ``fault`` is the reason as a code, for pages to put into words."""

    def __init__(self, fault: str, message: str) -> None:
        super().__init__(message)
        self.fault = fault


class NotFoundError(MatcherError):
    """An id that the store does not hold."""


class RefusedRecordError(MatcherError):
    """A record entered by hand that cannot stand as one: nothing was kept."""


class EncoderError(MatcherError):
    """An encoder could not be opened or gave unusable vectors."""


class StoreError(MatcherError):
    """The database could not be opened or is of another version."""


class IdentityKeyError(StoreError):
    """Identities and the audit log cannot be read or written: the key is missing, wrong or open to others."""


class RefusedError(MatcherError):
    """Something that a person's role, basis or objection does not allow."""


class UsageError(MatcherError):
    """Options that do not go together or a value out of its range."""


class LinkModelError(MatcherError):
    """The weights that ship for linking are missing or do not fit."""


class UnknownSchemeError(UsageError):
    """A scheme name that no file in ``taxonomies/schemes`` defines."""


__all__ = [
    "EncoderError",
    "IdentityKeyError",
    "LinkModelError",
    "MatcherError",
    "NotFoundError",
    "PastedTextError",
    "RefusedError",
    "RefusedRecordError",
    "StoreError",
    "TaxonomyError",
    "UnknownSchemeError",
    "UnreadableFileError",
    "UsageError",
]
