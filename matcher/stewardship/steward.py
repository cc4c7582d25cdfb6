"""``Steward``: everything the engine and the command line ask about the care for people's data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from matcher.errors import RefusedError, UsageError
from matcher.lawful import Basis, Consent, Exclusion, HeldBasis, Purpose, exclusion, later
from matcher.records import Vacancy
from matcher.stewardship.actors import Actor, Right
from matcher.stewardship.audit_log import AuditLog
from matcher.stewardship.cohort_status import CohortStatus, cohort_status
from matcher.stewardship.erasure import Erased, Eraser, Places
from matcher.stewardship.lawfulness import LEFT_OUT, LawfulPool, lawful_pool, reasons_of
from matcher.stewardship.loads import Loads
from matcher.stewardship.person_export import Links, person_export
from matcher.stewardship.reach import Reach
from matcher.stewardship.retention import Due, due
from matcher.store import HeldProfile, Store
from matcher.store.held import Cause, HeldGrounds
from matcher.trail import Action, Note
from taxonomies.schemes import find_scheme

if TYPE_CHECKING:
    from matcher.store.register import Register

ACCESS = "right of access (GDPR art. 15)"
ERASURE = "right to erasure (GDPR art. 17)"
OBJECTION = "right to object (GDPR art. 21)"
COHORT = "make-up of a cohort"
MONITORING = "measuring how groups of people fare"
RETENTION = "retention rule of the scheme"


class Steward:
    """Care for the data of one home, in the hands of one actor."""

    def __init__(self, store: Store, places: Places, actor: Actor) -> None:
        self._store = store
        self.places = places
        self.actor = actor

    @cached_property
    def register(self) -> Register:
        """Where bases, erasures, the audit log and rankings are kept."""
        return self._store.register()

    @cached_property
    def audit(self) -> AuditLog:
        """The audit log."""
        return AuditLog(self.register, self.actor)

    @property
    def reach(self) -> Reach:
        """How far the actor sees."""
        return Reach.of(self.actor, self._store)

    def candidates(self) -> tuple[HeldProfile, ...]:
        """Return the candidates within reach, by id.

        Their schemes are left out for whoever may not see legal facts: a scheme tells where people come from.
        """
        profiles, reach = self._store.profiles(), self.reach
        sees = self.actor.may(Right.LEGAL_FACTS)

        def look() -> tuple[HeldProfile, ...]:
            seen = (profiles[row] for row in self._seen(profiles, reach))
            return tuple(seen if sees else (held._replace(scheme="") for held in seen))

        return self.register.copies.derived(("candidates", reach), (profiles,), look)

    def vacancies(self, open_on: date | None = None) -> tuple[Vacancy, ...]:
        """Return the vacancies within reach, those open on a day or all, by reference."""
        vacancies, reach = self._store.vacancies(open_on), self.reach
        return self.register.copies.derived(
            ("vacancies", reach, open_on),
            (vacancies,),
            lambda: tuple(one for one in vacancies if reach.vacancy(one.id)),
        )

    def _seen(self, profiles: tuple[HeldProfile, ...], reach: Reach) -> NDArray[np.int64]:
        """Return the rows within reach, looked at one by one once for each reach."""

        def look() -> NDArray[np.int64]:
            rows = (row for row, held in enumerate(profiles) if reach.candidate(held.id, held.scheme))
            return np.fromiter(rows, dtype=np.int64)

        return self.register.copies.derived(("seen", reach), (profiles,), look)

    # --- lawful basis

    def lawful_pool(self, profiles: tuple[HeldProfile, ...], as_of: date | None = None) -> LawfulPool:
        """Keep those within reach who may be ranked today, and on the day asked about too where that is another."""
        return self._lawful(profiles, self._seen(profiles, self.reach), as_of)

    def counted_pool(self, profiles: tuple[HeldProfile, ...], as_of: date | None = None) -> LawfulPool:
        """Keep those who may be ranked, as :meth:`lawful_pool`, of all whom the actor may count."""
        reach = self.reach
        rows = [row for row, held in enumerate(profiles) if reach.counted(held.id, held.scheme)]
        return self._lawful(profiles, np.array(rows, dtype=np.int64), as_of)

    def exclusion(self, candidate_id: str, as_of: date | None = None) -> Exclusion | None:
        """Return why a candidate may not be ranked, or ``None``."""
        return exclusion(self.register.standing(candidate_id, Purpose.MATCHING), _days(as_of))

    def require_rankable(self, candidate_id: str, as_of: date | None = None) -> None:
        """Raise :class:`RefusedError` where a candidate may not be ranked."""
        reason = self.exclusion(candidate_id, as_of)
        if reason is not None:
            raise RefusedError(
                f"Candidate {candidate_id[:8]} is not matched with vacancies: {LEFT_OUT[reason]}; "
                f"`matcher consent show {candidate_id[:8]}` says under what they are held."
            )

    def give_consent(self, candidate_id: str, purpose: Purpose, consent: Consent) -> HeldBasis:
        """Record a consent; from its day on the person is held under it for that purpose."""
        held = self._basis(candidate_id, purpose)
        known = held.consent if held else Consent()
        basis = HeldBasis(Basis.CONSENT, purpose, later(known, consent))
        if basis.consent.withdrawn_on is not None and consent.given_on is not None:
            raise UsageError(
                f"Candidate {candidate_id[:8]} withdrew consent on {basis.consent.withdrawn_on}: a new consent must be "
                "given on a later day, with --on."
            )
        self.register.put_basis(candidate_id, basis, self._consent_note(candidate_id, purpose, "given"))
        return basis

    def withdraw_consent(self, candidate_id: str, purpose: Purpose, on: date) -> HeldBasis:
        """Record that a consent is withdrawn; from that day on the person is not used for that purpose.

        Raises:
            UsageError: The person is not held under consent for that purpose.
        """
        held = self._basis(candidate_id, purpose)
        if held is None or held.basis is not Basis.CONSENT:
            rests = f"rests on {held.basis.replace('_', ' ')}" if held else "has no basis"
            raise UsageError(
                f"The use of candidate {candidate_id[:8]} for {purpose} {rests}, not on consent: there is none to "
                "withdraw; `matcher object` takes somebody out of every ranking."
            )
        basis = replace(held, consent=later(held.consent, Consent(withdrawn_on=on)))
        if basis.consent.withdrawn_on is None:
            raise UsageError(
                f"Candidate {candidate_id[:8]} gave consent on {held.consent.given_on}, after {on}: withdraw it that "
                "day or a later one."
            )
        self.register.put_basis(candidate_id, basis, self._consent_note(candidate_id, purpose, "withdrawn"))
        return basis

    def object(self, candidate_id: str) -> None:
        """Record that a person objects to being ranked, from today on."""
        note = self.audit.note(Action.OBJECTION, candidate_id, OBJECTION, {"step": "raised"})
        self.register.object(candidate_id, date.today(), note)

    def lift_objection(self, candidate_id: str) -> bool:
        """Take an objection back; tell whether there was one."""
        note = self.audit.note(Action.OBJECTION, candidate_id, OBJECTION, {"step": "lifted"})
        return self.register.lift_objection(candidate_id, note)

    @cached_property
    def loads(self) -> Loads:
        """What a load asks before it writes."""
        return Loads(self.register, self.audit)

    # --- rights

    def export(self, candidate_id: str, links: Links) -> dict[str, Any]:
        """Return everything held about a person; raises :class:`RefusedError` for a role that may not see it."""
        self.actor.require(Right.EXPORT)
        self.audit.record(Action.EXPORT, candidate_id, ACCESS)
        return person_export(self._store, self.register, self.places.reports, candidate_id, links)

    def erase(self, candidate_ids: Iterable[str], cause: Cause = Cause.REQUEST) -> Erased:
        """Erase people from everything the program has written; raises :class:`RefusedError` for other roles."""
        self.actor.require(Right.ERASE)
        why = ERASURE if cause is Cause.REQUEST else RETENTION
        eraser = Eraser(self._store, self.register, self.places)
        return eraser.erase(
            tuple(candidate_ids),
            cause,
            lambda candidate_id, detail: self.audit.note(Action.ERASURE, candidate_id, why, detail),
        )

    def grounds(self, ids: Sequence[str]) -> dict[str, HeldGrounds]:
        """Return what groups some candidates belong to, for counting, and write down that it was asked.

        Raises:
            RefusedError: The actor's role may not measure how groups fare.
        """
        self.actor.require(Right.FAIRNESS)
        self.audit.record(Action.VIEW, "candidates", MONITORING, {"candidates": len(ids), "shown": "counts of groups"})
        return self._store.grounds(ids)

    def due(self, as_of: date) -> tuple[Due, ...]:
        """Return whom the retention rules of the schemes want erased by a day."""
        return due(self.register.last_changes(), as_of)

    def cohort(self, scheme: str) -> CohortStatus:
        """Return how a scheme's cohort is made up; raises :class:`RefusedError` for a role that may not see it."""
        self.actor.require(Right.COHORT)
        found = find_scheme(scheme)
        self.audit.record(Action.VIEW, found.name, COHORT)
        ids = [held.id for held in self._store.profiles([found.name])]
        return cohort_status(found, self._store.grounds(ids).values())

    def _lawful(self, profiles: tuple[HeldProfile, ...], rows: NDArray[np.int64], as_of: date | None) -> LawfulPool:
        exclusions = self.register.exclusions(Purpose.MATCHING, _days(as_of))
        reasons = self.register.copies.derived(
            ("reasons", _days(as_of)), (profiles, exclusions), lambda: reasons_of(profiles, exclusions)
        )
        return lawful_pool(profiles, rows, reasons)

    def _basis(self, candidate_id: str, purpose: Purpose) -> HeldBasis | None:
        return next((held for held in self.register.bases(candidate_id) if held.purpose is purpose), None)

    def _consent_note(self, candidate_id: str, purpose: Purpose, step: str) -> Note:
        return self.audit.note(Action.CONSENT, candidate_id, purpose.value, {"step": step})


def _days(as_of: date | None) -> tuple[date, ...]:
    """Return the days that count: nobody who may not be used today is reached by asking about another day."""
    today = date.today()
    return (today,) if as_of is None or as_of == today else (as_of, today)
