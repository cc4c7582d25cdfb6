"""What became of each skill that a vacancy asks, read from the reason that the engine gave."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.records import Match, Reason

ESSENTIAL = ("met", "near", "missing")
OPTIONAL = ("extra_met", "extra_near", "extra_missing")


@dataclass(frozen=True, slots=True)
class AskedSkill:
    """A skill in the employer's words, its state, and the candidate's words for it, quoted, or ``""``."""

    asked: str
    state: str
    words: str


def asked_skills(match: Match, states: tuple[str, ...]) -> list[AskedSkill]:
    """Return the skills in those states (of ``ESSENTIAL`` or ``OPTIONAL``), state by state."""
    values = {name: value for part in match.evidence for name, value in part.reason.values if part.signal == "skills"}
    return [_asked_skill(state, entry) for state in states for entry in _entries(values.get(state, ()))]


def _asked_skill(state: str, entry: str) -> AskedSkill:
    asked, _, words = entry.partition(" ← ")
    return AskedSkill(asked, state, words)


def _entries(value: str | tuple[str, ...] | Reason) -> tuple[str, ...]:
    if isinstance(value, Reason):
        return ()
    return value if isinstance(value, tuple) else (value,)
