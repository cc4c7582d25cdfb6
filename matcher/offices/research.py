"""What researchers do: read statistics, with small groups suppressed. Nobody is named or shown."""

from __future__ import annotations

from typing import ClassVar

from matcher.offices.office import Office
from matcher.stewardship import Right


class ResearchOffice(Office):
    """Counts of people, never people."""

    right: ClassVar[Right] = Right.STATISTICS
