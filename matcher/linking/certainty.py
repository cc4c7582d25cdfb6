"""What a confidence is worth: how often links of that confidence were right, where labelled data say so.

The curves are isotonic regressions of "this is the concept meant" on the confidence of the best link, one a kind,
fitted by ``python -m evaluation.calibration`` on development benchmarks (``matcher/models/certainty.json`` names them).
They are monotone: no ranking and no threshold changes by them, only what is shown.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from matcher.errors import LinkModelError
from matcher.records import ConceptLink, LinkMethod, LinkStatus
from taxonomies.concepts import ConceptKind

CERTAINTY_FILE = Path(__file__).parent.parent / "models" / "certainty.json"
_ARABIC, _OTHER_LETTERS = re.compile(r"[\u0600-\u06ff]"), re.compile(r"[^\W\d_\u0041-\u024f\u0600-\u06ff]")


@dataclass(frozen=True, slots=True)
class Certainty:
    """The chance (0..1) that a link is right; ``is_calibrated`` tells whether labelled data say so."""

    chance: float
    is_calibrated: bool


@dataclass(frozen=True, slots=True)
class Curve:
    """A rising line through points, confidence to share right, and the languages whose phrases it was fitted on."""

    confidences: tuple[float, ...]
    shares: tuple[float, ...]
    languages: frozenset[str]

    def at(self, confidence: float) -> float:
        """Return the share right at a confidence, straight between two points, level beyond the first and last."""
        place = bisect_right(self.confidences, confidence)
        if place in (0, len(self.confidences)):
            return self.shares[0 if place == 0 else -1]
        left, right = self.confidences[place - 1], self.confidences[place]
        low, high = self.shares[place - 1], self.shares[place]
        return low + (high - low) * (confidence - left) / (right - left)


def certainty(link: ConceptLink, kind: ConceptKind, language: str = "") -> Certainty:
    """Return what the confidence of a link is worth.

    Args:
        link: what a person confirmed, or a code said, is as certain as it stands.
        kind: of the concept.
        language: what the phrase is written in (ISO 639-1), where it is known. Where it is not, Latin letters count as
            of the languages fitted on, Arabic ones as Arabic, all others as unlike any.
    """
    if link.status is LinkStatus.CONFIRMED or link.method is LinkMethod.CODED:
        return Certainty(link.confidence, is_calibrated=True)
    curve = curves().get(kind.value)
    if curve is None or not _speaks(curve, link.text, language):
        return Certainty(link.confidence, is_calibrated=False)
    return Certainty(curve.at(link.confidence), is_calibrated=True)


def _speaks(curve: Curve, text: str, language: str) -> bool:
    if language:
        return language in curve.languages
    if _OTHER_LETTERS.search(text):
        return False
    return "ar" in curve.languages if _ARABIC.search(text) else True


@lru_cache(maxsize=4)
def curves(path: Path = CERTAINTY_FILE) -> dict[str, Curve]:
    """Return the curve of each kind that has one; raises :class:`LinkModelError` where the file is damaged."""
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return {kind: _curve(row["points"], row["languages"]) for kind, row in found.items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LinkModelError(f"{path} cannot be read ({type(error).__name__}): reinstall, or fit it again.") from error


def _curve(points: Sequence[Sequence[float]], languages: Sequence[str]) -> Curve:
    confidences, shares = zip(*points, strict=True)
    return Curve(tuple(map(float, confidences)), tuple(map(float, shares)), frozenset(languages))
