"""How far an actor sees: which candidates and vacancies there are for them. What is out of reach does not exist."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.stewardship.actors import Actor


@dataclass(frozen=True, slots=True)
class Reach:
    """What one actor may see, as it stands now."""

    actor: Actor

    def candidate(self, _candidate_id: str, scheme: str) -> bool:
        """Tell whether a candidate is within reach."""
        return self.actor.reaches(scheme)

    def vacancy(self, _vacancy_id: str) -> bool:
        """Tell whether a vacancy is within reach."""
        return True
