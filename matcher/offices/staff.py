"""What project staff do: load cohorts, review what was understood, look after people and their rights."""

from __future__ import annotations

from typing import ClassVar

from matcher.offices.office import Office
from matcher.stewardship import Right


class StaffOffice(Office):
    """Cohorts of the actor's own schemes, and vacancies."""

    right: ClassVar[Right] = Right.COHORT
