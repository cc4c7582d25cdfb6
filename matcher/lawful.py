"""Whether a person's data may be used for something: the lawful basis it is held under, consent, objection.

The three bases are those of GDPR article 6(1) that the schemes can rest on: (a) consent, (b) contract, (e) public task.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import reduce


class Basis(StrEnum):
    """The lawful basis that data are held under."""

    CONSENT = "consent"
    PUBLIC_TASK = "public_task"
    CONTRACT = "contract"


class Purpose(StrEnum):
    """What data are held for. The engine ranks under ``matching`` alone."""

    MATCHING = "matching"
    RESEARCH = "research"
    STATISTICS = "statistics"
    TRAINING = "training"


class Exclusion(StrEnum):
    """Why a person may not be ranked."""

    NO_BASIS = "no_basis"
    NO_CONSENT = "no_consent"
    NOT_YET = "not_yet"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    OBJECTED = "objected"


@dataclass(frozen=True, slots=True)
class Consent:
    """What is known of a consent. ``expires_on`` and ``withdrawn_on`` are the first days on which it counts no more."""

    given_on: date | None = None
    given_how: str | None = None
    expires_on: date | None = None
    withdrawn_on: date | None = None

    def flaw(self, on: date) -> Exclusion | None:
        """Return why the consent does not count on that day, or ``None`` where it does."""
        withdrawn = self.withdrawn_on
        if withdrawn is not None and withdrawn <= on and _stands(withdrawn, self.given_on):
            return Exclusion.WITHDRAWN
        if self.given_on is None:
            return Exclusion.NO_CONSENT
        if self.given_on > on:
            return Exclusion.NOT_YET
        return Exclusion.EXPIRED if self.expires_on is not None and self.expires_on <= on else None


@dataclass(frozen=True, slots=True)
class HeldBasis:
    """The basis under which one person's data are held for one purpose.

    ``assumed`` tells a basis that nobody named, the scheme's default, from one that a person declared.
    """

    basis: Basis
    purpose: Purpose
    consent: Consent = field(default_factory=Consent)
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """All that decides whether one person may be ranked: the basis for the purpose asked, and an objection."""

    basis: HeldBasis | None = None
    objected_on: date | None = None

    def exclusion(self, on: date) -> Exclusion | None:
        """Return why the person may not be ranked on that day, or ``None``.

        An objection counts before all else, and a consent that was withdrawn before any basis: the person said no.
        """
        if self.objected_on is not None and self.objected_on <= on:
            return Exclusion.OBJECTED
        if self.basis is None:
            return Exclusion.NO_BASIS
        flaw = self.basis.consent.flaw(on)
        return flaw if self.basis.basis is Basis.CONSENT or flaw is Exclusion.WITHDRAWN else None


def exclusion(standing: Standing, days: Sequence[date]) -> Exclusion | None:
    """Return the first reason why somebody may not be ranked on one of some days, or ``None``."""
    return next((reason for day in days if (reason := standing.exclusion(day)) is not None), None)


def exclusions(standings: Mapping[str, Standing], days: Sequence[date]) -> dict[str, Exclusion | None]:
    """Return by id why each may not be ranked on one of some days, ``None`` where they may."""
    reasons: dict[int, Exclusion | None] = {}
    for standing in standings.values():
        # Many share one standing, so each is judged once; the mapping keeps them alive, so no two have one number.
        if id(standing) not in reasons:
            reasons[id(standing)] = exclusion(standing, days)
    return {candidate_id: reasons[id(standing)] for candidate_id, standing in standings.items()}


def joined(standings: Sequence[Standing]) -> Standing:
    """Return how one person stands of whom several records were merged, the one that is shown first.

    What is shown holds the words of all of them, so each needs a basis, and consent where one rests on it. What the
    person said counts for all, whichever record it was written on: an objection, a consent, a later withdrawal.
    """
    objected_on = min((item.objected_on for item in standings if item.objected_on is not None), default=None)
    bases = [item.basis for item in standings if item.basis is not None]
    if len(bases) < len(standings):
        return Standing(None, objected_on)
    consent = reduce(later, (held.consent for held in bases))
    strictest = next((held for held in bases if held.basis is Basis.CONSENT), bases[0])
    return Standing(replace(strictest, consent=consent), objected_on)


@dataclass(frozen=True, slots=True)
class Declaration:
    """What is declared when a cohort is loaded. ``consents`` are those that the file itself states, by its keys.

    ``chosen`` tells a basis that a person named from one that is only the scheme's default.
    """

    basis: Basis
    purpose: Purpose
    chosen: bool = False
    consents: Mapping[str, Consent] = field(default_factory=dict)

    def settled(self, key: str, held: HeldBasis | None) -> HeldBasis:
        """Return what a person's basis becomes when a file that names them is loaded again.

        A default never replaces what was declared before, and no basis replaces a consent that was withdrawn: the
        person said no, and only a consent given later is another word of theirs.
        """
        said = self.consents.get(key, Consent())
        if held is None:
            return HeldBasis(self.basis, self.purpose, said, assumed=not self.chosen)
        consent = later(held.consent, said)
        withdrawn = held.basis is Basis.CONSENT and consent.withdrawn_on is not None
        if self.chosen and not withdrawn:
            return HeldBasis(self.basis, self.purpose, consent)
        return replace(held, consent=consent)


def later(held: Consent, said: Consent) -> Consent:
    """Join what is known of a consent with what is said now: the later giving counts.

    A withdrawal on or after that day stands, the earliest of them; one before it was outlived by the new giving.
    """
    newer = held.given_on is None or (said.given_on is not None and said.given_on >= held.given_on)
    first, second = (said, held) if newer and said.given_on is not None else (held, said)
    same = first.given_on == second.given_on
    days = [day for day in (held.withdrawn_on, said.withdrawn_on) if day is not None and _stands(day, first.given_on)]
    return Consent(
        first.given_on,
        first.given_how or second.given_how,
        first.expires_on or (second.expires_on if same else None),
        min(days, default=None),
    )


def _stands(withdrawn_on: date, given_on: date | None) -> bool:
    return given_on is None or withdrawn_on >= given_on
