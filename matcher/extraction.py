"""Running text to the concepts it speaks of: each once, with what is said of it and where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from matcher.linking import ACCEPTED, Linker
from matcher.records import (
    ConceptMatch,
    ExtractedConcept,
    Extraction,
    LinkedSegment,
    LinkMethod,
    Polarity,
    Segment,
    SegmentLevel,
)
from matcher.segments import segments_of
from matcher.selection import Interval, best_apart
from taxonomies.concepts import ConceptKind

MENTIONED = ACCEPTED  # confidence from which an item names a concept
ONE_WORD_MENTIONED = MENTIONED + 0.3 * (1 - MENTIONED)  # one word alone is near many labels: "team", "growing"
# Any text has many runs of words, and some are near a label by chance: the words within an item must be surer.
WINDOW_MENTIONED = MENTIONED + 0.6 * (1 - MENTIONED)
NEAR_OCCUPATION = 0.1  # what an activity is nearer to the people who do it than it should: taken off what is not named
_SURE = frozenset((LinkMethod.SAME_LABEL, LinkMethod.CONFIRMED))
_STRONGEST = (Polarity.STATED, Polarity.WISHED, Polarity.NEGATED)

Matches = tuple[ConceptMatch, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """A segment as the concepts it would give, and what that is worth."""

    segment: Segment
    concepts: Matches
    worth: float


class Extractor:
    """Finds the concepts in texts, by the linkers of one or more kinds."""

    def __init__(self, linkers: Mapping[ConceptKind, Linker]) -> None:
        """Remember the linkers: what a phrase means is asked of each."""
        self._linkers = dict(linkers)

    def extract(self, text: str, k: int = 5) -> Extraction:
        """Return the segments of a text, each with at most k candidate concepts, and the best set of concepts.

        Clauses, the items in them and the words within items compete: kept are the readings, none over another,
        whose confidence above its threshold adds up highest.
        """
        segments = segments_of(text, windows=True)
        found = self._linked(dict.fromkeys(phrase for segment in segments for phrase in segment.phrases), k)
        readings = [_reading(segment, found) for segment in sorted(segments, key=lambda s: s.end - s.start)]
        kept = best_apart([Interval(r.segment.start, r.segment.end, r.worth) for r in readings])
        chosen = [readings[number] for number in kept]
        shown = {reading.segment for reading in chosen}
        linked = [
            LinkedSegment(segment, _merged((found[phrase] for phrase in segment.phrases), k))
            for segment in segments
            if segment.level is not SegmentLevel.WINDOW or segment in shown
        ]
        linked.sort(key=lambda item: (item.segment.start, -item.segment.end))
        return Extraction(text, tuple(linked), tuple(_concepts(chosen)))

    def _linked(self, phrases: Iterable[str], k: int) -> dict[str, Matches]:
        """Link every phrase once to every kind, best first."""
        listed = list(phrases)
        found: dict[str, list[ConceptMatch]] = {phrase: [] for phrase in listed}
        for kind, linker in self._linkers.items():
            for phrase, links in zip(listed, linker.link(listed, k), strict=True):
                found[phrase] += [
                    ConceptMatch(link.uri, link.label or "", kind, link.confidence, link.method)
                    for link in links
                    if link.uri
                ]
        return {phrase: _merged([tuple(matches)], k) for phrase, matches in found.items()}


def _reading(segment: Segment, found: Mapping[str, Matches]) -> _Reading:
    """Read each phrase of a segment as its best concept; worth nothing where one has none that is sure enough."""
    best = [found[phrase][0] for phrase in segment.phrases if found[phrase]]
    margins = [_margin(match, segment) for match in best]
    if not best or len(best) < len(segment.phrases) or min(margins) <= 0:
        return _Reading(segment, (), 0.0)
    distinct = {match.uri: (match, margin) for match, margin in zip(best, margins, strict=True)}
    return _Reading(segment, tuple(match for match, _ in distinct.values()), sum(m for _, m in distinct.values()))


def _margin(match: ConceptMatch, segment: Segment) -> float:
    """Return how far a match is above the threshold of its segment."""
    unsure_word = match.method not in _SURE and all(" " not in phrase for phrase in segment.phrases)
    if segment.level is not SegmentLevel.WINDOW:
        return _weighed(match) - (ONE_WORD_MENTIONED if unsure_word else MENTIONED)
    return 0.0 if unsure_word else _weighed(match) - WINDOW_MENTIONED


def _weighed(match: ConceptMatch) -> float:
    """Return the confidence by which matches of the two kinds compare."""
    near = match.kind is ConceptKind.OCCUPATION and match.method is LinkMethod.CLOSE_MEANING
    return match.confidence - NEAR_OCCUPATION * near


def _merged(several: Iterable[Matches], k: int) -> Matches:
    """Return the best k of several lists of matches, each concept once."""
    ranked = sorted((match for matches in several for match in matches), key=lambda match: -_weighed(match))
    first: dict[str, ConceptMatch] = {}
    for match in ranked:
        first.setdefault(match.uri, match)
    return tuple(first.values())[:k]


def _concepts(readings: Sequence[_Reading]) -> list[ExtractedConcept]:
    """Gather what the kept readings say of each concept, in order of first mention."""
    said: dict[str, list[tuple[ConceptMatch, Segment]]] = {}
    for reading in readings:
        for match in reading.concepts:
            said.setdefault(match.uri, []).append((match, reading.segment))
    concepts = []
    for mentions in said.values():
        best = max((match for match, _ in mentions), key=lambda match: match.confidence)
        polarity = next(p for p in _STRONGEST if any(segment.polarity is p for _, segment in mentions))
        spans = dict.fromkeys((segment.start, segment.end) for _, segment in mentions)
        concepts.append(ExtractedConcept(best, polarity, tuple(spans)))
    return concepts
