"""What researchers do: read statistics, with small groups suppressed. Nobody is named or shown."""

from __future__ import annotations

from typing import ClassVar

from matcher.offices.office import Office
from matcher.preparation import Progress, silent
from matcher.statistics import Release
from matcher.stewardship import Right


class ResearchOffice(Office):
    """Counts of people, never people."""

    right: ClassVar[Right] = Right.STATISTICS

    def statistics(self, progress: Progress = silent) -> Release:
        """Return the statistics that stand, as far as the actor reaches; that they were seen is written down.

        Whoever reaches some schemes alone is told of those, and of nothing over all schemes.
        """
        self.actor.require(Right.STATISTICS)
        return self._engine.releases.standing(progress).within(self.actor.schemes)
