"""What a cohort is loaded under: as the loader says, else as its scheme declares."""

from __future__ import annotations

from collections.abc import Mapping

from matcher.errors import UsageError
from matcher.lawful import Basis, Consent, Declaration, Purpose
from taxonomies.schemes import find_scheme


def declaration(
    scheme: str, basis: str = "", purpose: str = "", consents: Mapping[str, Consent] | None = None
) -> Declaration:
    """Return the declaration of a load; empty words take the scheme's default.

    Raises:
        UsageError: There is no such basis or purpose.
        TaxonomyError: There is no such scheme.
    """
    rules = find_scheme(scheme).data_protection
    return Declaration(
        basis_named(basis or rules.basis), purpose_named(purpose or rules.purpose), bool(basis), consents or {}
    )


def basis_named(word: str) -> Basis:
    """Return the basis of that name; raises :class:`UsageError` that lists the valid ones."""
    if word not in tuple(Basis):
        raise UsageError(f"{word!r} is no lawful basis: choose one of {', '.join(Basis)}.")
    return Basis(word)


def purpose_named(word: str) -> Purpose:
    """Return the purpose of that name; raises :class:`UsageError` that lists the valid ones."""
    if word not in tuple(Purpose):
        raise UsageError(f"{word!r} is no purpose: choose one of {', '.join(Purpose)}.")
    return Purpose(word)
