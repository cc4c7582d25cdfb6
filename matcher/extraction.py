"""Running text to the concepts it speaks of: each once, with what is said of it and where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.linking import Context, Linker, Said
from matcher.records import (
    ConceptLink,
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

MENTIONED = 0.2  # confidence from which an item names a concept: chosen on the tuning half of the marked texts
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

    def __init__(self, linkers: Mapping[ConceptKind, Linker], context: Context | None = None) -> None:
        """Remember the linkers: what a phrase means is asked of each, then of the phrases beside it."""
        self._linkers = dict(linkers)
        self._context = context

    def extract(self, text: str, k: int = 5) -> Extraction:
        """Return the segments of a text, each with at most k candidate concepts, and the best set of concepts.

        Clauses, the items in them and the words within items compete: kept are the readings, none over another,
        whose confidence above its threshold adds up highest.
        """
        segments = segments_of(text, windows=True)
        found = self._linked(dict.fromkeys(phrase for segment in segments for phrase in segment.phrases), k)
        segments_by_length = sorted(segments, key=lambda segment: segment.end - segment.start)
        chosen = _chosen(segments_by_length, found)
        if self._context is not None:
            found |= self._settled(_apart(chosen, segments), found, self._context, k)
            chosen = _chosen(segments_by_length, found)
        shown = {reading.segment for reading in chosen}
        linked = [
            LinkedSegment(segment, _merged((found[phrase] for phrase in segment.phrases), k))
            for segment in segments
            if segment.level is not SegmentLevel.WINDOW or segment in shown
        ]
        linked.sort(key=lambda item: (item.segment.start, -item.segment.end))
        return Extraction(text, tuple(linked), tuple(_concepts(chosen)))

    def _settled(
        self, phrases: Sequence[str], found: Mapping[str, Matches], context: Context, k: int
    ) -> dict[str, Matches]:
        """Return what phrases that stand beside one another mean together."""
        said = {
            kind: Said(
                phrases,
                [tuple(_as_link(match) for match in found[phrase] if match.kind is kind) for phrase in phrases],
                np.zeros(len(phrases), dtype=np.int64),
            )
            for kind in self._linkers
        }
        settled: dict[str, list[ConceptMatch]] = {phrase: [] for phrase in phrases}
        for kind, meanings in context.settle(said).items():
            for phrase, links in zip(phrases, meanings, strict=True):
                settled[phrase] += _as_matches(kind, links)
        return {phrase: _merged([tuple(matches)], k) for phrase, matches in settled.items()}

    def _linked(self, phrases: Iterable[str], k: int) -> dict[str, Matches]:
        """Link every phrase once to every kind, best first."""
        listed = list(phrases)
        found: dict[str, list[ConceptMatch]] = {phrase: [] for phrase in listed}
        for kind, linker in self._linkers.items():
            for phrase, links in zip(listed, linker.link(listed, k), strict=True):
                found[phrase] += _as_matches(kind, links)
        return {phrase: _merged([tuple(matches)], k) for phrase, matches in found.items()}


def unlinked(extraction: Extraction) -> list[Segment]:
    """Return the items of a text that say they lack or want something which no concept was found for.

    What is said plainly and not found is left out: of running text that is most of the words.
    """
    spans = [span for concept in extraction.concepts for span in concept.spans]
    return [
        item.segment
        for item in extraction.segments
        if item.segment.level is SegmentLevel.ITEM
        and item.segment.polarity is not Polarity.STATED
        and all(item.segment.end <= start or end <= item.segment.start for start, end in spans)
    ]


def _as_matches(kind: ConceptKind, links: Iterable[ConceptLink]) -> Matches:
    return tuple(
        ConceptMatch(link.uri, link.label or "", kind, link.confidence, link.method) for link in links if link.uri
    )


def _as_link(match: ConceptMatch) -> ConceptLink:
    return ConceptLink("", match.uri, match.label, match.method, match.confidence)


def _chosen(segments: Sequence[Segment], found: Mapping[str, Matches]) -> list[_Reading]:
    """Return the readings, none over another, that are worth most together; of equal ones the earlier in the input."""
    readings = [_reading(segment, found) for segment in segments]
    kept = best_apart([Interval(r.segment.start, r.segment.end, r.worth) for r in readings])
    return [readings[number] for number in kept]


def _apart(chosen: Sequence[_Reading], segments: Sequence[Segment]) -> list[str]:
    """Return the phrases of the readings chosen, and of the items that no chosen reading touches."""
    kept = [reading.segment for reading in chosen]
    free = [
        segment
        for segment in segments
        if segment.level is SegmentLevel.ITEM
        and all(segment.end <= other.start or other.end <= segment.start for other in kept)
    ]
    return list(dict.fromkeys(phrase for segment in (*kept, *free) for phrase in segment.phrases))


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
