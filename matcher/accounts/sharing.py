"""Sharing: what the recruiters of an organisation may see."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from matcher.accounts.directory import organisation_called
from matcher.errors import RefusedError
from matcher.stewardship import Actor, Right
from matcher.stewardship.reach import Reach
from matcher.store import Store
from matcher.store.held_accounts import Organisation, Share, ShareKind
from matcher.trail import Action, Note
from taxonomies.schemes import find_scheme

if TYPE_CHECKING:
    from matcher.store.account_desk import AccountDesk

SHARING = "what an organisation may see"


class Sharing:
    """What is shared with organisations, in the hands of one actor, whose role must allow it."""

    def __init__(self, store: Store, actor: Actor) -> None:
        actor.require(Right.SHARE)
        self._store = store
        self._desk: AccountDesk = store.accounts()
        self._actor = actor

    def shares(self) -> tuple[Share, ...]:
        """Return all that is shared of what is within reach, by organisation."""
        return tuple(filter(self._lets_see(), self._desk.shares()))

    def organisations(self) -> tuple[Organisation, ...]:
        """Return the organisations that something can be shared with, by name."""
        return self._desk.organisations()

    def organisation(self, name: str) -> Organisation:
        """Return the organisation with a name or id; raises :class:`NotFoundError` with those there are."""
        return organisation_called(self._desk.organisations(), name)

    def share(self, kind: ShareKind, subject: str, organisation: str) -> bool:
        """Share something with an organisation; tell whether it was not shared yet. Otherwise as :meth:`share_all`."""
        return self.share_all(kind, [subject], organisation) > 0

    def unshare(self, kind: ShareKind, subject: str, organisation: str) -> bool:
        """Share something no longer; tell whether it was shared. Otherwise as :meth:`share_all`."""
        return self.unshare_all(kind, [subject], organisation) > 0

    def share_all(self, kind: ShareKind, subjects: Sequence[str], organisation: str) -> int:
        """Share things of a kind with an organisation, all of them or none; return how many were not shared yet.

        Args:
            kind: what is shared.
            subjects: ids or references of candidates or vacancies, or names of schemes: then all of their candidates.
            organisation: its name or id.

        Raises:
            NotFoundError: There is no such candidate, vacancy or organisation.
            RefusedError: One is out of the actor's reach.
        """
        shares = self._named(kind, subjects, organisation)
        return self._desk.share([(share, self._note(share, "shared")) for share in shares])

    def unshare_all(self, kind: ShareKind, subjects: Sequence[str], organisation: str) -> int:
        """Share things no longer; return how many were shared. Otherwise as :meth:`share_all`."""
        shares = self._named(kind, subjects, organisation)
        return self._desk.unshare([(share, self._note(share, "no longer shared")) for share in shares])

    def _named(self, kind: ShareKind, subjects: Sequence[str], organisation: str) -> list[Share]:
        known, sees = self.organisation(organisation), self._lets_see()
        shares = [Share(kind, subject, known) for subject in self._ids(kind, subjects)]
        for share in shares:
            if not sees(share):
                raise RefusedError(
                    f"{self._actor.name} may not share the {kind} {share.subject[:8]!r}: it is out of their reach."
                )
        return shares

    def _ids(self, kind: ShareKind, subjects: Sequence[str]) -> list[str]:
        if kind is ShareKind.SCHEME:
            return [find_scheme(name).name for name in subjects]
        if kind is ShareKind.CANDIDATE:
            return [self._store.candidate_id(name) for name in subjects]
        # Many at once are looked up among all that are held in memory; of one that is not there the nearest are named.
        held = {one.id for one in self._store.vacancies()} if len(subjects) > 1 else frozenset()
        return [name if name in held else self._store.vacancy(name).id for name in subjects]

    def _lets_see(self) -> Callable[[Share], bool]:
        """Return what tells whether a shared thing is within the actor's reach, having read the store once."""
        reach = Reach.of(self._actor, self._store)
        people = {held.id for held in self._store.profiles(self._actor.schemes)} if self._actor.schemes else None

        def sees(share: Share) -> bool:
            if share.kind is ShareKind.VACANCY:
                return reach.vacancy(share.subject)
            if share.kind is ShareKind.SCHEME:
                return self._actor.reaches(share.subject)
            return people is None or share.subject in people

        return sees

    def _note(self, share: Share, step: str) -> Note:
        detail: Mapping[str, Any] = {"step": step, "kind": share.kind.value, "organisation": share.organisation.id}
        return Note(self._actor.name, self._actor.role, Action.SHARING, share.subject, SHARING, detail)
