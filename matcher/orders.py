"""In which order ranked candidates are shown: by score, or by what somebody looks at first. Nobody is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from matcher.eligibility import route
from matcher.records import Answer, LanguageGap, Match

_ROUTES = (Answer.YES, Answer.UNKNOWN, Answer.NO)
_UNKNOWN_STEPS = 1.5  # levels: worse than a small gap that is known, better than a wide one


class Order(StrEnum):
    """What comes first."""

    SCORE = "score"
    SKILLS = "skills"
    LANGUAGES = "languages"
    ROUTE = "route"
    KNOWN = "known"


def in_order(matches: Iterable[Match], order: Order) -> list[Match]:
    """Return ranked matches in another order; those alike in it stay as they were ranked."""
    return sorted(matches, key=_KEYS[order])


def essential_skills_away(match: Match) -> float:
    """Return the share (0..1) of essential skills that are not met; 1 where the profile states none."""
    values = {name: value for part in match.evidence if part.signal == "skills" for name, value in part.reason.values}
    essential = int(str(values.get("essential", "0")))
    if not essential:
        return float(any(part.reason.code == "skills.none_stated" for part in match.evidence))
    return 1 - int(str(values.get("met_essential", "0"))) / essential


def _steps_away(match: Match) -> float:
    return sum(map(_steps, (gap for gap in match.gaps if gap.essential)))


def _steps(gap: LanguageGap) -> float:
    return _UNKNOWN_STEPS if gap.steps is None else gap.steps


_KEYS: dict[Order, Callable[[Match], float]] = {
    Order.SCORE: lambda match: -round(match.score, 9),
    Order.SKILLS: essential_skills_away,
    Order.LANGUAGES: _steps_away,
    Order.ROUTE: lambda match: _ROUTES.index(route(match.verdicts)),
    Order.KNOWN: lambda match: -match.completeness,
}
