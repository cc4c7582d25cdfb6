"""The shelf of shortlists: made, named and removed. A list belongs to the organisation of whoever made it.

Who works for no organisation sees them all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar
from uuid import uuid4

from matcher.errors import NotFoundError, UsageError
from matcher.offices.asked import require_own_vacancy
from matcher.offices.office import Office
from matcher.records import Vacancy
from matcher.stewardship import Right
from matcher.store.held_shortlists import HeldShortlist
from matcher.store.shortlist_desk import ShortlistDesk
from matcher.store.shortlist_writing import now
from matcher.trail import Action, Note

LONGEST_NAME = 120
"""Characters that the name of a list may have."""

SHORTLISTING = "shortlisting"


class ShortlistShelf(Office):
    """Shortlists within the actor's reach."""

    right: ClassVar[Right] = Right.SHORTLIST

    def lists(self, vacancy_id: str | None = None) -> tuple[HeldShortlist, ...]:
        """Return the lists within reach, all or those for a vacancy or for any, the newest first.

        Each counts the candidates within reach alone.
        """
        self.actor.require(Right.SHORTLIST)
        reach = self._engine.steward.reach
        hidden = Counter(on for on, who, scheme in self._desk.listed() if not reach.candidate(who, scheme))
        own = (held for held in self._desk.lists(vacancy_id) if self._reaches(held))
        return tuple(replace(held, entries=held.entries - hidden[held.id]) for held in own)

    def shortlist(self, list_id: str) -> HeldShortlist:
        """Return one list; raises :class:`NotFoundError` for one out of reach as for one that does not exist."""
        self.actor.require(Right.SHORTLIST)
        return self._within_reach(list_id, self.lists())

    def make(self, name: str, vacancy: Vacancy | None = None) -> HeldShortlist:
        """Make a list, for a vacancy or for any.

        Raises:
            UsageError: The name is empty, too long, or that of another list for the same vacancy.
        """
        self.actor.require(Right.SHORTLIST)
        if vacancy is not None:
            require_own_vacancy(self._engine, vacancy)
        made = HeldShortlist(
            uuid4().hex, self._free_name(name, vacancy), vacancy, self.actor.organisation, self.actor.name, now()
        )
        self._desk.make(made, self._note(made.id, "made", made.id))
        return made

    def rename(self, list_id: str, name: str) -> None:
        """Give a list another name; raises as :meth:`make`."""
        self.actor.require(Right.SHORTLIST)
        held = self.shortlist(list_id)
        if name.strip() != held.name:
            self._desk.rename(list_id, self._free_name(name, held.vacancy), self._note(list_id, "renamed", list_id))

    def remove_list(self, list_id: str) -> str:
        """Take a list away; return the act that :meth:`take_back` undoes within a day."""
        self.actor.require(Right.SHORTLIST)
        act = uuid4().hex
        held = self.shortlist(list_id)
        self._desk.remove_list(held.id, act, self._note(held.id, "list removed", held.id))
        return act

    @property
    def _desk(self) -> ShortlistDesk:
        return self._engine.store.shortlists

    def _reaches(self, held: HeldShortlist) -> bool:
        return self.actor.organisation is None or held.organisation == self.actor.organisation

    def _within_reach(self, list_id: str, lists: Sequence[HeldShortlist]) -> HeldShortlist:
        found = next((held for held in lists if held.id == list_id and self._reaches(held)), None)
        if found is None:
            raise NotFoundError(f"There is no shortlist {list_id[:8]!r}: choose one of the list.")
        return found

    def _free_name(self, name: str, vacancy: Vacancy | None) -> str:
        asked = " ".join(name.split())
        if not 0 < len(asked) <= LONGEST_NAME:
            raise UsageError(f"Give the shortlist a name of 1 to {LONGEST_NAME} characters.")
        wanted = vacancy.id if vacancy else None
        for held in self.lists():
            if held.name.casefold() == asked.casefold() and (held.vacancy.id if held.vacancy else None) == wanted:
                raise UsageError(f"There is a shortlist {held.name!r} already: choose another name.")
        return asked

    def _note(self, subject: str, step: str, list_id: str) -> Note:
        detail = {"step": step, "shortlist": list_id}
        return self._engine.steward.audit.note(Action.SHORTLIST, subject, SHORTLISTING, detail)
