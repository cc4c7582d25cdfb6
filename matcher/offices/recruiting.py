"""What recruiters do: find candidates for a vacancy."""

from __future__ import annotations

from typing import ClassVar

from matcher.offices.office import Office
from matcher.stewardship import Right


class RecruitingOffice(Office):
    """Vacancies and candidates within the actor's reach, blind."""

    right: ClassVar[Right] = Right.CANDIDATES
