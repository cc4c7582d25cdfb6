"""Finds concepts by what somebody has typed of a label so far, in whichever language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from matcher.spelling import WordCorrector
from taxonomies.concepts import LANGUAGES_SHOWN, ConceptKind, Label, LabelRole, Taxonomy
from taxonomies.wording import normalise

_SHORTEST = 2  # letters from which anything is suggested
_SHORT_WORD = 3  # letters up to which a word says little by itself: "de", "het", "and"
_FEW = 3  # labels that hold all that was typed, under which those follow that hold most of it


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A concept that may be meant: its preferred label in the language asked, and the label that was typed."""

    uri: str
    label: str
    typed: str


class ConceptSearch:
    """Searches the labels of one kind of concept; they are read once, when first searched."""

    def __init__(self, taxonomy: Taxonomy, kind: ConceptKind) -> None:
        self._taxonomy = taxonomy
        self._kind = kind

    def suggest(self, typed: str, language: str, k: int = 8) -> tuple[Suggestion, ...]:
        """Return up to k concepts with a label that holds every word typed, the last one perhaps unfinished.

        First come labels that begin with what was typed, then shorter ones, then preferred ones; labels in the
        language asked before those of others. Where no label has the words, they are taken for misspelt; where hardly
        any has, those follow that have most of the longer words.
        """
        words = normalise(typed).split()
        if sum(map(len, words)) < _SHORTEST:
            return ()
        found = self._holding(words)
        if not found:
            words = self._corrected(words)
            found = self._holding(words)
        sought = " ".join(words)
        found.sort(key=lambda label: _order(label, sought, language))
        if len(found) < _FEW:
            found += self._holding_most_of(words)
        best = dict.fromkeys(label.uri for label in found)
        typed_as = {label.uri: label.text for label in reversed(found)}
        return tuple(
            Suggestion(uri, self._label(uri, language, typed_as[uri]), typed_as[uri]) for uri in islice(best, k)
        )

    def ready(self) -> None:
        """Read the labels now."""
        _ = self._labels

    def _holding_most_of(self, words: list[str]) -> list[Label]:
        """Return the labels that hold at least half of the longer words, those with most of them first."""
        longer = [f" {word}" for word in words if len(word) > _SHORT_WORD]
        held = [(sum(word in f" {label.normal}" for word in longer), label) for label in self._labels]
        enough = [(number, label) for number, label in held if number and 2 * number >= len(longer)]
        return [label for _, label in sorted(enough, key=lambda pair: (-pair[0], len(pair[1].normal), pair[1].uri))]

    def _holding(self, words: list[str]) -> list[Label]:
        longest = max(words, key=len)
        return [label for label in self._labels if longest in label.normal and _holds(label.normal, words)]

    def _corrected(self, words: list[str]) -> list[str]:
        return self._corrector.correct(" ".join(words)).split()

    def _label(self, uri: str, language: str, otherwise: str) -> str:
        concept = self._taxonomy.concept(uri)
        return concept.label(language) if concept else otherwise

    @cached_property
    def _labels(self) -> tuple[Label, ...]:
        return tuple(self._read())

    def _read(self) -> Iterator[Label]:
        for language in LANGUAGES_SHOWN:
            labels = self._taxonomy.labels(self._kind, language)
            yield from (label for label in labels if label.role is not LabelRole.HIDDEN)

    @cached_property
    def _corrector(self) -> WordCorrector:
        return WordCorrector(label.normal for label in self._labels)


def _holds(normal: str, words: list[str]) -> bool:
    """Tell whether a label has each word whole, and the last one at least begun."""
    padded = f" {normal} "
    return all(f" {word} " in padded for word in words[:-1]) and f" {words[-1]}" in padded


def _order(label: Label, sought: str, language: str) -> tuple[bool, bool, bool, int, str, str]:
    begins = label.normal.startswith(sought)
    preferred = label.role is LabelRole.PREFERRED
    return (not begins, label.language != language, not preferred, len(label.normal), label.normal, label.uri)
