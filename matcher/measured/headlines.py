"""The one figure by which a benchmark is known, beside the best of the baselines and of what papers report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Figure = Mapping[str, Any]
_FIRST = ("MRR", "MAP")
_ERRORS = ("ECE", "error")  # in the name of a metric of which less is better


@dataclass(frozen=True, slots=True)
class Headline:
    """The engine's figure, and the best that a baseline measured and that a paper published, if any."""

    engine: Figure
    baseline: Figure | None
    published: Figure | None


def headline(benchmark: Mapping[str, Any]) -> Headline | None:
    """Return the engine's MRR or MAP, else its first figure, with its rivals; ``None`` where it has no figure."""
    whole = [figure for figure in benchmark["figures"] if not figure["part"]] or benchmark["figures"]
    engine = [figure for figure in whole if not figure["system"]]
    if not engine:
        return None
    first = next((figure for figure in engine if figure["metric"] in _FIRST), engine[0])
    rivals = [figure for figure in whole if figure["system"] and _same_question(figure, first)]
    baseline, published = (_best([one for one in rivals if one["published"] is said]) for said in (False, True))
    return Headline(first, baseline, published)


def _same_question(figure: Figure, other: Figure) -> bool:
    return bool(figure["metric"] == other["metric"] and figure["part"] == other["part"])


def _best(figures: Sequence[Figure]) -> Figure | None:
    """Return the highest figure, the lowest where it is an error."""
    if not figures:
        return None
    is_error = any(word in figures[0]["metric"] for word in _ERRORS)
    return (min if is_error else max)(figures, key=lambda figure: figure["value"])
