"""What people said of matches, for measuring them: whether each candidate suited, beside the score and its parts.

It names nobody: candidates and vacancies stand under keyed pseudonyms, the same in every export of one home, and no
free text goes along, neither notes nor reasons in somebody's own words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matcher.stewardship import Right, Steward
from matcher.store import Store
from matcher.store.held_shortlists import Feedback, HeldEntry
from matcher.trail import Action, KeyedDigest

MEASURING = "measuring how good matches are"
_PSEUDONYM = 16  # hexadecimal digits


@dataclass(frozen=True, slots=True)
class Judgement:
    """One judgement. ``signals`` holds what each part of the score found, 0..1, or ``None`` where it knew nothing."""

    vacancy: str
    candidate: str
    suits: bool
    because: tuple[str, ...]
    score: float
    signals: Mapping[str, float | None]
    stage: str
    added_on: str


def judgements(store: Store, steward: Steward) -> tuple[Judgement, ...]:
    """Return every judgement of candidates who may be ranked today, by vacancy and candidate; the export is logged.

    Raises:
        RefusedError: The role may not see how good the matches are.
    """
    steward.actor.require(Right.QUALITY)
    held = store.shortlists.entries([shortlist.id for shortlist in store.shortlists.lists()])
    digest = steward.register.seal
    found = [_judgement(entry, entry.feedback, digest) for entry in held if entry.feedback and entry.standing]
    steward.audit.record(Action.EXPORT, "feedback", MEASURING, {"judgements": len(found)})
    return tuple(sorted(found, key=lambda one: (one.vacancy, one.candidate)))


def _judgement(entry: HeldEntry, feedback: Feedback, digest: KeyedDigest) -> Judgement:
    return Judgement(
        vacancy=digest(f"feedback vacancy {entry.vacancy.id}")[:_PSEUDONYM],
        candidate=digest(f"feedback candidate {entry.candidate_id}")[:_PSEUDONYM],
        suits=feedback.suits,
        because=tuple(reason.value for reason in feedback.reasons),
        score=entry.match.score,
        signals={part.signal: part.score for part in entry.match.evidence},
        stage=entry.stage.value,
        added_on=entry.added_at[:10],
    )
