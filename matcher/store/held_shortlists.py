"""What a shortlist holds: candidates as they were when somebody put them there, and what people did with them since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from matcher.hiring import Stage
from matcher.records import Evidence, LanguageGap, Match, Reason, Vacancy
from matcher.store.codec import decode, encode


class FeedbackReason(StrEnum):
    """Why a candidate suits a vacancy or not, in words that name nobody: researchers read them."""

    SKILLS = "skills"
    OCCUPATION = "occupation"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    LANGUAGE = "language"
    PRACTICAL = "practical"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class HeldShortlist:
    """A named shortlist, for one vacancy or for none. ``organisation`` is whose it is, ``None`` for the house's own.

    ``entries`` counts the candidates on it; ``made_at`` is UTC in ISO 8601.
    """

    id: str
    name: str
    vacancy: Vacancy | None
    organisation: str | None
    made_by: str
    made_at: str
    entries: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One stage that an entry was given, by whom and when (UTC, ISO 8601); ``act`` is the change it was part of."""

    stage: Stage
    at: str
    by: str
    act: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a person says of a match: whether the candidate suits the vacancy, and why."""

    suits: bool
    reasons: tuple[FeedbackReason, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldEntry:
    """A candidate on a shortlist: the match as it stood when it was added, and what was done with it since.

    ``candidate_id`` is that of the record that is shown today, where records were merged. ``steps`` run from the first
    to the latest; ``standing`` tells that the person may be ranked today.
    """

    id: str
    shortlist_id: str
    scheme: str
    match: Match
    vacancy: Vacancy
    ranking_id: str | None
    added_by: str
    added_at: str
    steps: tuple[Step, ...]
    note: str = ""
    feedback: Feedback | None = None
    standing: bool = True

    @property
    def candidate_id(self) -> str:
        """The candidate."""
        return self.match.candidate_id

    @property
    def stage(self) -> Stage:
        """The latest stage."""
        return self.steps[-1].stage


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A candidate to put on a shortlist."""

    shortlist_id: str
    match: Match
    vacancy: Vacancy
    ranking_id: str | None
    added_by: str


def match_content(match: Match) -> dict[str, Any]:
    """Return what is kept of a match as plain JSON: its parts and the language gaps.

    Not its verdicts: the law is asked anew of whoever looks, on the day they look.
    """
    parts = [
        {
            "signal": part.signal,
            "score": part.score,
            "weight": part.weight,
            "prior": part.prior,
            "reason": _reason_content(part.reason),
        }
        for part in match.evidence
    ]
    return {"evidence": parts, "gaps": [encode(gap) for gap in match.gaps]}


def match_of(candidate_id: str, vacancy_id: str, content: Mapping[str, Any]) -> Match:
    """Return the match that :func:`match_content` wrote."""
    parts = (
        Evidence(part["signal"], part["score"], part["weight"], _reason_of(part["reason"]), part["prior"])
        for part in content["evidence"]
    )
    gaps = tuple(decode(LanguageGap, gap) for gap in content["gaps"])
    return Match(candidate_id, vacancy_id, tuple(parts), gaps=gaps)


def _reason_content(reason: Reason) -> dict[str, Any]:
    return {"code": reason.code, "values": [[name, _value_content(value)] for name, value in reason.values]}


def _value_content(value: str | tuple[str, ...] | Reason) -> Any:
    if isinstance(value, Reason):
        return _reason_content(value)
    return value if isinstance(value, str) else list(value)


def _reason_of(content: Mapping[str, Any]) -> Reason:
    return Reason(content["code"], tuple((name, _value_of(value)) for name, value in content["values"]))


def _value_of(content: Any) -> str | tuple[str, ...] | Reason:
    if isinstance(content, Mapping):
        return _reason_of(content)
    return content if isinstance(content, str) else tuple(content)
