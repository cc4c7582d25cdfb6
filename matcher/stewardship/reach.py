"""How far an actor sees: which candidates and vacancies there are for them. What is out of reach does not exist."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from matcher.stewardship.actors import Actor, Right
from matcher.store import Store
from matcher.store.held_accounts import Shared


@dataclass(frozen=True, slots=True)
class Reach:
    """What one actor may see, as it stands now. ``shared`` is what their organisation may see, if they have one."""

    actor: Actor
    shared: Shared | None = None

    @classmethod
    def of(cls, actor: Actor, store: Store) -> Self:
        """Read how far an actor sees."""
        if actor.organisation is None:
            return cls(actor)
        return cls(actor, store.accounts().shared_with(actor.organisation))

    def candidate(self, candidate_id: str, scheme: str) -> bool:
        """Tell whether a candidate is within reach: a person that the actor may see, not only count."""
        if not self.actor.may(Right.CANDIDATES) or not self.actor.reaches(scheme):
            return False
        return self.shared is None or scheme in self.shared.schemes or candidate_id in self.shared.candidates

    def vacancy(self, vacancy_id: str) -> bool:
        """Tell whether a vacancy is within reach."""
        if not self.actor.may(Right.VACANCIES):
            return False
        return self.shared is None or vacancy_id in self.shared.vacancies
