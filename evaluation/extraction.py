"""Scores extraction on 66 invented texts, marked by hand with the concepts that a careful counsellor would choose.

``extraction_gold.jsonl`` was written before the extractor was. Concepts were looked up in the taxonomy, for a dozen
phrases with ``matcher link``; ``also`` holds those that are right as well. Texts of part ``tuning`` were read while
thresholds and word lists were made; those of part ``held_out`` were counted at times, never read. Texts and cues have
one author, so the polarity figures flatter; and the texts are dense in skills, so they say little of chatter.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from matcher.engine import Matcher
from matcher.records import Extraction, Polarity


@dataclass(frozen=True, slots=True)
class Expected:
    """A concept that a text speaks of: any of ``uris`` is right, the first being the best."""

    phrase: str
    polarity: Polarity
    uris: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """One text with all the concepts it speaks of."""

    id: str
    language: str
    part: str
    text: str
    expected: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Counts over some texts: concepts right, wrong and missed, right ones with the right polarity, true spans."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    right_polarity: int = 0
    texts: int = 0
    texts_with_true_spans: int = 0

    def __add__(self, other: Outcome) -> Outcome:
        """Add up the counts."""
        return Outcome(
            self.right + other.right,
            self.wrong + other.wrong,
            self.missed + other.missed,
            self.right_polarity + other.right_polarity,
            self.texts + other.texts,
            self.texts_with_true_spans + other.texts_with_true_spans,
        )

    @property
    def precision(self) -> float:
        """Share of the concepts found that are right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of the concepts expected that were found."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    @property
    def polarity(self) -> float:
        """Share of the right concepts of which the right thing is said."""
        return self.right_polarity / max(1, self.right)


def marked_texts() -> tuple[MarkedText, ...]:
    """Return the texts that ship with this package."""
    lines = (files("evaluation") / "extraction_gold.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(_marked(json.loads(line)) for line in lines)


def evaluate(
    matcher: Matcher, texts: Sequence[MarkedText], progress: Callable[[int, int], None]
) -> dict[tuple[str, str], Outcome]:
    """Extract from every text and count by (part, language), and over all languages as (part, "all")."""
    outcomes: dict[tuple[str, str], Outcome] = {}
    for done, marked in enumerate(texts, start=1):
        outcome = compare(marked, matcher.extract(marked.text))
        for key in ((marked.part, marked.language), (marked.part, "all")):
            outcomes[key] = outcomes.get(key, Outcome()) + outcome
        progress(done, len(texts))
    return dict(sorted(outcomes.items()))


def compare(marked: MarkedText, extraction: Extraction) -> Outcome:
    """Count what an extraction got right: each concept found answers at most one expected."""
    found = {concept.match.uri: concept.polarity for concept in extraction.concepts}
    right = right_polarity = 0
    for expected in marked.expected:
        uri = next((uri for uri in expected.uris if uri in found), None)
        if uri is not None:
            right += 1
            right_polarity += found.pop(uri) is expected.polarity
    spans = [(item.segment.start, item.segment.end, item.segment.text) for item in extraction.segments]
    true = all(marked.text[start:end] == text for start, end, text in spans)
    return Outcome(right, len(found), len(marked.expected) - right, right_polarity, 1, int(true))


def _marked(row: dict[str, Any]) -> MarkedText:
    expected = tuple(
        Expected(item["phrase"], Polarity(item["polarity"]), (item["uri"], *(other["uri"] for other in item["also"])))
        for item in row["concepts"]
    )
    return MarkedText(row["id"], row["language"], row["part"], row["text"], expected)
