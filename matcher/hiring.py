"""How far a candidate came with a vacancy: the stages that people set by hand, never the engine."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """Where a candidate stands on a shortlist, in the order of a hiring; the last three are ends."""

    PROPOSED = "proposed"
    CONTACTED = "contacted"
    INTERVIEW = "interview"
    OFFER = "offer"
    HIRED_HERE = "hired_here"
    HIRED_HOME = "hired_home"
    DECLINED = "declined"
