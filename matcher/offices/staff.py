"""What project staff do: load cohorts, review what was understood, look after people and their rights."""

from __future__ import annotations

from typing import ClassVar

from matcher.offices.cohort_loading import CohortLoading
from matcher.offices.office import Office
from matcher.offices.skill_review import SkillReview
from matcher.stewardship import Right


class StaffOffice(Office):
    """Cohorts of the actor's own schemes, and vacancies."""

    right: ClassVar[Right] = Right.COHORT

    @property
    def loading(self) -> CohortLoading:
        """Where cohorts are loaded."""
        return CohortLoading(self._engine, self.actor)

    @property
    def review(self) -> SkillReview:
        """Where what people's words mean is decided."""
        return SkillReview(self._engine, self.actor)
