"""Which side of ``narrowMatch`` is the narrower one in a crosswalk, measured against ESCO's own structure.

SKOS reads *A narrowMatch B* as "B is narrower than A"; files exist that mean the reverse. Two figures tell:

- *The hierarchy.* Two ESCO concepts of which ESCO calls one broader, mapped to one code: the concept with the narrower
  relation should stand lower. An exact match stands between a narrower and a broader one.
- *The spread.* A code that is broader than the ESCO concepts mapped to it gathers several of them; one that is narrower
  shares its concept with other codes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

_FEWEST_PAIRS = 10
_CLEAR_SHARE = 0.75
_FEWEST_ROWS = 30
_CLEAR_SPREAD = 1.25


class Written(StrEnum):
    """The relation of a row as its file writes it, without a direction."""

    EXACT = "exactMatch"
    CLOSE = "closeMatch"
    NARROW = "narrowMatch"
    BROAD = "broadMatch"
    RELATED = "relatedMatch"


class Reading(StrEnum):
    """Which side of ``narrowMatch`` a file takes for the narrower one."""

    ESCO_NARROWER = "esco_narrower"
    ESCO_BROADER = "esco_broader"
    UNDECIDED = "undecided"


Pair = tuple[str, str, Written]
"""The URI of an ESCO concept, a code, and the relation between them."""

# The lower, the narrower the ESCO concept is where narrowMatch means "ESCO is the narrower".
_HEIGHT = {Written.NARROW: 0, Written.EXACT: 1, Written.BROAD: 2}


@dataclass(frozen=True, slots=True)
class Direction:
    """What was measured, and what it says.

    Attributes:
        reading: what ``narrowMatch`` means.
        agree: pairs of concepts under one code whose place in ESCO says "ESCO is the narrower under narrowMatch".
        differ: pairs whose place says the reverse.
        concepts_per_code: for narrowMatch and broadMatch, how many ESCO concepts a code has on average.
        codes_per_concept: for both, how many codes an ESCO concept has on average.
    """

    reading: Reading
    agree: int
    differ: int
    concepts_per_code: Mapping[str, float]
    codes_per_concept: Mapping[str, float]


def measure(pairs: Collection[Pair], ancestors: Callable[[str], Iterable[str]]) -> Direction:
    """Tell the direction of the mapping relations of one crosswalk.

    The hierarchy decides where at least 10 pairs speak and three in four agree; else the spread where it differs by a
    quarter over at least 30 rows; else nothing is decided.

    Args:
        pairs: the rows kept, of one kind of concept.
        ancestors: gives the URIs of all concepts above one.
    """
    agree, differ = _by_hierarchy(pairs, ancestors)
    spread = {relation: _spread(pairs, relation) for relation in (Written.NARROW, Written.BROAD)}
    return Direction(
        reading=_reading(agree, differ, spread, sum(relation in spread for _, _, relation in pairs)),
        agree=agree,
        differ=differ,
        concepts_per_code={relation.value: round(per_code, 2) for relation, (per_code, _) in spread.items()},
        codes_per_concept={relation.value: round(per_concept, 2) for relation, (_, per_concept) in spread.items()},
    )


def _by_hierarchy(pairs: Iterable[Pair], ancestors: Callable[[str], Iterable[str]]) -> tuple[int, int]:
    by_code: dict[str, dict[str, int]] = defaultdict(dict)
    for uri, code, relation in pairs:
        if relation in _HEIGHT:
            by_code[code][uri] = _HEIGHT[relation]
    agree = differ = 0
    for heights in by_code.values():
        for lower, height in heights.items():
            for higher in ancestors(lower):
                above = heights.get(higher, height)
                agree += height < above
                differ += height > above
    return agree, differ


def _spread(pairs: Iterable[Pair], relation: Written) -> tuple[float, float]:
    """Return how many concepts a code has and how many codes a concept has, on average; 0 and 0 for no rows."""
    rows = [(uri, code) for uri, code, written in pairs if written is relation]
    codes, concepts = Counter(code for _, code in rows), Counter(uri for uri, _ in rows)
    return (len(rows) / len(codes), len(rows) / len(concepts)) if rows else (0.0, 0.0)


def _reading(agree: int, differ: int, spread: Mapping[Written, tuple[float, float]], rows: int) -> Reading:
    if agree + differ >= _FEWEST_PAIRS and max(agree, differ) >= _CLEAR_SHARE * (agree + differ):
        return Reading.ESCO_NARROWER if agree > differ else Reading.ESCO_BROADER
    gathers = 1.0
    for relation, (per_code, per_concept) in spread.items():
        if per_code and per_concept:
            gathers *= per_code / per_concept if relation is Written.NARROW else per_concept / per_code
    if rows >= _FEWEST_ROWS and gathers >= _CLEAR_SPREAD:
        return Reading.ESCO_NARROWER
    if rows >= _FEWEST_ROWS and gathers <= 1 / _CLEAR_SPREAD:
        return Reading.ESCO_BROADER
    return Reading.UNDECIDED
