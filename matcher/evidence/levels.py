"""Experience and education: what is asked against what is stated. More than asked is never worth more."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.evidence.sides import Numbers, Opening, Pool
from matcher.records import Reason

_STEP_BELOW = 0.4  # what each EQF level under the one asked costs


@dataclass(frozen=True, slots=True)
class LevelFound:
    """A level asked (``None`` for none) and the levels held (nan where unknown)."""

    signal: str
    asked: float | None
    held: Numbers
    scores: Numbers

    def reason(self, row: int) -> Reason:
        """Say what was asked and what is stated."""
        held = self.held[row]
        if self.asked is None:
            return Reason(f"{self.signal}.none_asked")
        if np.isnan(held):
            return Reason(f"{self.signal}.unknown", (("asked", _plain(self.asked)),))
        code = "enough" if held >= self.asked else "less"
        return Reason(f"{self.signal}.{code}", (("asked", _plain(self.asked)), ("held", _plain(held))))


class Experience:
    """Years stated over years asked, at most 1; a vacancy that asks none is met by everyone."""

    name = "experience"

    def compare(self, opening: Opening, pool: Pool) -> LevelFound:
        """Compare years of experience."""
        asked = opening.vacancy.years or None
        scores = np.ones(len(pool)) if asked is None else (pool.years / asked).clip(0.0, 1.0)
        return LevelFound(self.name, asked, pool.years, scores)


class EducationLevel:
    """EQF level claimed against the level asked: each level under it costs; a vacancy that asks none is met by all."""

    name = "education"

    def compare(self, opening: Opening, pool: Pool) -> LevelFound:
        """Compare EQF levels (1..8)."""
        asked = opening.vacancy.eqf
        missing = np.zeros(len(pool)) if asked is None else (asked - pool.eqf).clip(min=0.0)
        return LevelFound(self.name, asked, pool.eqf, (1.0 - _STEP_BELOW * missing).clip(0.0, 1.0))


def _plain(number: float) -> str:
    return f"{number:g}"
