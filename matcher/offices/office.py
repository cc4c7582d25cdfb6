"""What every office has: an engine in the hands of one actor, who needs a right to enter at all."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import ClassVar

from matcher.engine import Matcher
from matcher.errors import NotFoundError
from matcher.records import Vacancy
from matcher.stewardship import Actor, Right
from matcher.store import HeldProfile, Store


class Office:
    """An engine as one actor may use it.

    A method of an office is the only way from a page to the engine: it requires the right that it takes, and returns
    nothing outside the actor's reach. ``right`` is what it takes to enter.
    """

    right: ClassVar[Right]

    def __init__(self, engine: Matcher, actor: Actor) -> None:
        actor.require(self.right)
        self._shared_engine = engine
        self.actor = actor

    @cached_property
    def _engine(self) -> Matcher:
        """The engine in the actor's hands; its parts are opened no sooner than a method needs them."""
        return self._shared_engine.acting_as(self.actor)

    @property
    def _store(self) -> Store:
        """The store, which takes none of the engine's other parts."""
        return self._shared_engine.store

    def profiles(self) -> tuple[HeldProfile, ...]:
        """Return the candidates within reach, by id; to a blind actor without their schemes."""
        self.actor.require(Right.CANDIDATES)
        return self._engine.steward.candidates()

    def profile(self, candidate_id: str) -> HeldProfile:
        """Return one candidate, to a blind actor without the scheme.

        Raises:
            NotFoundError: There is no such candidate, or not within reach.
        """
        self.actor.require(Right.CANDIDATES)
        held = self._engine.store.held([candidate_id]).get(candidate_id)
        if held is None or not self._engine.steward.reach.candidate(held.id, held.scheme):
            raise NotFoundError(f"There is no candidate {candidate_id[:8]!r}: choose one of the list.")
        return held if self.actor.may(Right.LEGAL_FACTS) else held._replace(scheme="")

    def vacancies(self, open_on: date | None = None) -> tuple[Vacancy, ...]:
        """Return the vacancies within reach, those open on a day or all, by reference."""
        self.actor.require(Right.VACANCIES)
        return self._engine.steward.vacancies(open_on)

    def vacancy(self, name: str) -> Vacancy:
        """Return a vacancy by id or reference; raises :class:`NotFoundError` for one out of reach too."""
        found = next((item for item in self.vacancies() if name in (item.id, item.key)), None)
        if found is None:
            raise NotFoundError(f"There is no vacancy {name!r}: choose one of the list.")
        return found
