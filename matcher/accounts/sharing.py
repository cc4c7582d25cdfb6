"""Sharing: what the recruiters of an organisation may see."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
        """Share something with an organisation; tell whether it was not shared yet.

        Args:
            kind: what is shared.
            subject: a candidate's or vacancy's id or reference, or a scheme's name: then all of its candidates.
            organisation: its name or id.

        Raises:
            NotFoundError: There is no such candidate, vacancy or organisation.
            RefusedError: It is out of the actor's reach.
        """
        share = self._named(kind, subject, organisation)
        return self._desk.share(share, self._note(share, "shared"))

    def unshare(self, kind: ShareKind, subject: str, organisation: str) -> bool:
        """Share something no longer; tell whether it was shared. Raises as :meth:`share`."""
        share = self._named(kind, subject, organisation)
        return self._desk.unshare(share, self._note(share, "no longer shared"))

    def _named(self, kind: ShareKind, subject: str, organisation: str) -> Share:
        if kind is ShareKind.SCHEME:
            subject = find_scheme(subject).name
        elif kind is ShareKind.CANDIDATE:
            subject = self._store.candidate_id(subject)
        else:
            subject = self._store.vacancy(subject).id
        share = Share(kind, subject, self.organisation(organisation))
        if not self._lets_see()(share):
            raise RefusedError(
                f"{self._actor.name} may not share the {kind} {subject[:8]!r}: it is out of their reach."
            )
        return share

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
