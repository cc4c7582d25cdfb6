"""Finds concepts by what somebody types: by their labels in every language of the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from taxonomies.concepts import LANGUAGES_SHOWN, ConceptKind, LabelRole, Taxonomy
from taxonomies.wording import normalise

_SHORT_WORD = 3  # letters up to which a word says little by itself: "de", "het", "and"
_SHORTEST = 2  # letters under which nothing is searched: half of all labels hold them
_FEW = 3  # labels that hold all that was typed, under which those follow that hold some of its words


@dataclass(frozen=True, slots=True)
class FoundConcept:
    """A concept that was found, and the label that what was typed stands in."""

    uri: str
    label: str


class ConceptSearch:
    """Searches one taxonomy; the labels of a kind are read when first asked for."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        self._labels = lru_cache(maxsize=None)(self._read)

    def find(self, kind: ConceptKind, typed: str, most: int) -> tuple[FoundConcept, ...]:
        """Return at most so many concepts: labels that begin so, then words that do, then labels that hold it.

        Within each the preferred labels come first, then the shortest. Where hardly any label holds all that was typed,
        those follow that hold most of its words.
        """
        form = normalise(typed)
        if len(form) < _SHORTEST:
            return ()
        word = f" {form}"
        ranked = sorted(
            (0 if label.startswith(form) else 1 if word in label else 2, not preferred, len(label), label, uri, text)
            for label, preferred, uri, text in self._labels(kind)
            if form in label
        )
        found: dict[str, str] = {}
        for *_, uri, text in ranked:
            found.setdefault(uri, text)
        if len(found) < _FEW:
            for uri, text in self._by_words(kind, form):
                found.setdefault(uri, text)
        return tuple(FoundConcept(uri, text) for uri, text in list(found.items())[:most])

    def ready(self) -> None:
        """Read the labels now."""
        for kind in (ConceptKind.SKILL, ConceptKind.OCCUPATION):
            self._labels(kind)

    def _by_words(self, kind: ConceptKind, form: str) -> Iterator[tuple[str, str]]:
        """Yield what holds most of the longer words, at least half of them, the shortest label first."""
        words = [f" {word}" for word in form.split() if len(word) > _SHORT_WORD]
        ranked = []
        for label, preferred, uri, text in self._labels(kind):
            held = sum(word in f" {label}" for word in words)
            if held and 2 * held >= len(words):
                ranked.append((-held, not preferred, len(label), label, uri, text))
        yield from ((uri, text) for *_, uri, text in sorted(ranked))

    def _read(self, kind: ConceptKind) -> tuple[tuple[str, bool, str, str], ...]:
        return tuple(self._rows(kind))

    def _rows(self, kind: ConceptKind) -> Iterator[tuple[str, bool, str, str]]:
        for language in LANGUAGES_SHOWN:
            for label in self._taxonomy.labels(kind, language):
                if label.role is not LabelRole.HIDDEN:
                    yield label.normal, label.role is LabelRole.PREFERRED, label.uri, label.text
