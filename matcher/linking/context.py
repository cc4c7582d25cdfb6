"""What a phrase means among the others of its profile or vacancy: a "driver" among ICT skills drives no car.

A phrase alone may mean several concepts. Each of them has surroundings in the taxonomy: a skill the occupations that
list it, an occupation the skills it lists. The other phrases point somewhere too, and the concept whose surroundings
they point to gains at the expense of its rivals; what a phrase as a whole is sure of stays as it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np

from matcher.encoding import Vectors, unit
from matcher.index import Rows
from matcher.linking.model import MODEL_FILE, FittedWeights
from matcher.records import ConceptLink
from taxonomies.concepts import ConceptKind

MEANINGS = 6  # concepts that a phrase may mean, of those that come first
_OWNERS_AT_ONCE = 500  # bounds memory whatever the number of profiles


@dataclass(frozen=True, slots=True)
class Said:
    """The phrases of one kind in several records, as a table.

    Attributes:
        texts: the phrases.
        meanings: what each may mean, best first, at most :data:`MEANINGS`.
        owners: the record of each phrase, ascending.
    """

    texts: Sequence[str]
    meanings: Sequence[tuple[ConceptLink, ...]]
    owners: Rows

    def of(self, first: int, last: int) -> Said:
        """Return what the records from ``first`` up to ``last`` (exclusive) say."""
        chosen = slice(*np.searchsorted(self.owners, [first, last]))
        return Said(self.texts[chosen], self.meanings[chosen], self.owners[chosen])


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Unit vectors of the concepts of one kind, the mean of all taken off: what sets each apart.

    Attributes:
        places: row of each concept.
        alone: what the concept is called, (n, dimension).
        around: the concepts of the other kind that it belongs with, (n, dimension); zero where none is known.
    """

    places: Mapping[str, int]
    alone: Vectors
    around: Vectors

    @classmethod
    def of(cls, ids: Sequence[str], centroids: Vectors, context: Vectors) -> Self:
        """Build from the arrays of a :class:`ConceptSpace`."""
        return cls({uri: place for place, uri in enumerate(ids)}, _apart(centroids), _apart(context))

    @classmethod
    def read(cls, path: Path) -> Self | None:
        """Read the three arrays it takes from a saved space, or ``None`` where there is nothing whole."""
        try:
            with np.load(path, allow_pickle=False) as arrays:
                return cls.of(arrays["ids"].tolist(), arrays["centroids"], arrays["context"])
        except (OSError, ValueError, KeyError, EOFError):
            return None


@dataclass(frozen=True, slots=True)
class _Table:
    """The meanings of phrases as arrays: rows of the surroundings and confidences, (phrases, MEANINGS)."""

    places: Rows
    confidences: Vectors

    @classmethod
    def of(cls, said: Said, surroundings: Surroundings) -> _Table:
        places = np.zeros((len(said.meanings), MEANINGS), np.int64)
        confidences = np.zeros((len(said.meanings), MEANINGS), np.float32)
        for phrase, links in enumerate(said.meanings):
            for number, link in enumerate(links[:MEANINGS]):
                place = surroundings.places.get(link.uri or "")
                if place is not None:
                    places[phrase, number], confidences[phrase, number] = place, link.confidence
        return cls(places, confidences)

    def mean(self, vectors: Vectors) -> Vectors:
        """Return where each phrase points, its meanings counted by confidence."""
        pointed: Vectors = np.einsum("pm,pmd->pd", self.confidences, vectors[self.places])
        return pointed


class Context:
    """Settles the meaning of phrases by the others that stand beside them."""

    def __init__(self, surroundings: Mapping[ConceptKind, Surroundings], weights: Mapping[ConceptKind, float]) -> None:
        """Remember the surroundings of each kind, and what a cosine to the others' counts in the log of the odds."""
        self._surroundings = surroundings
        self._weights = weights

    @classmethod
    def fitted(cls, surroundings: Mapping[ConceptKind, Surroundings], path: Path = MODEL_FILE) -> Self:
        """Build with the weights that ship; raises :class:`matcher.errors.LinkModelError` where they are missing."""
        weights = {
            kind: float(FittedWeights(path, kind.value).weights("context", ["coherence"])[0]) for kind in surroundings
        }
        return cls(surroundings, weights)

    def settle(self, said: Mapping[ConceptKind, Said]) -> dict[ConceptKind, list[tuple[ConceptLink, ...]]]:
        """Return the meanings of each phrase in the order, and with the confidence, that the others give them.

        Args:
            said: the phrases of each kind; the same number of an owner is the same record in all of them.
        """
        settled: dict[ConceptKind, list[tuple[ConceptLink, ...]]] = {kind: [] for kind in said}
        owners = max((int(some.owners[-1]) + 1 for some in said.values() if len(some.owners)), default=0)
        for first in range(0, owners, _OWNERS_AT_ONCE):
            block = {kind: some.of(first, first + _OWNERS_AT_ONCE) for kind, some in said.items()}
            tables = {kind: _Table.of(some, self._surroundings[kind]) for kind, some in block.items()}
            for kind, some in block.items():
                others = self._others(kind, block, tables)
                odds = self._odds(kind, tables[kind], others)
                settled[kind] += [_ordered(links, row) for links, row in zip(some.meanings, odds, strict=True)]
        return settled

    def _others(
        self, kind: ConceptKind, block: Mapping[ConceptKind, Said], tables: Mapping[ConceptKind, _Table]
    ) -> Vectors:
        """Return for each phrase of a kind where the other phrases of its record point; not those of the same words."""
        pointed, owners, words = [], [], []
        for other, said in block.items():
            surroundings = self._surroundings[other]
            pointed.append(tables[other].mean(surroundings.around if other is kind else surroundings.alone))
            owners.append(said.owners)
            words += [text.casefold() for text in said.texts]
        every, owner = np.concatenate(pointed), np.concatenate(owners)
        _, owner = np.unique(owner, return_inverse=True)
        number = {pair: place for place, pair in enumerate(dict.fromkeys(zip(owner.tolist(), words, strict=True)))}
        phrase = np.array([number[pair] for pair in zip(owner.tolist(), words, strict=True)], dtype=np.int64)
        rest = _sums(every, owner)[owner] - _sums(every, phrase)[phrase]
        start = sum(len(said.texts) for said in list(block.values())[: list(block).index(kind)])
        return unit(rest[start : start + len(block[kind].texts)])

    def _odds(self, kind: ConceptKind, table: _Table, others: Vectors) -> Vectors:
        """Return the confidence of each meaning, (phrases, MEANINGS); those of a phrase add up to what they did."""
        around = self._surroundings[kind].around[table.places]
        coherence = np.einsum("pmd,pd->pm", around, others) * self._weights[kind]
        coherence = np.where(table.confidences > 0, coherence, -np.inf)
        top = coherence.max(axis=1, keepdims=True, initial=-np.inf)
        odds = table.confidences * np.exp(coherence - np.where(np.isfinite(top), top, 0.0))
        whole = np.minimum(table.confidences.sum(axis=1, keepdims=True), 1.0)
        settled: Vectors = whole * np.divide(odds, odds.sum(axis=1, keepdims=True), out=odds, where=odds > 0)
        return settled


def _ordered(links: tuple[ConceptLink, ...], confidences: Vectors) -> tuple[ConceptLink, ...]:
    if len(links) < 2:
        return links
    chances = [float(chance) for chance in confidences[: len(links)]]
    order = sorted(range(len(links)), key=lambda number: -chances[number])
    # Written out: a country's people have a million meanings, and ``replace`` takes six times as long.
    return tuple(
        ConceptLink(link.text, link.uri, link.label, link.method, chances[number], link.status)
        for number, link in ((number, links[number]) for number in order)
    )


def _sums(vectors: Vectors, owners: Rows) -> Vectors:
    sums = np.zeros((int(owners.max(initial=-1)) + 1, vectors.shape[1]), np.float32)
    np.add.at(sums, owners, vectors)
    return sums


def _apart(vectors: Vectors) -> Vectors:
    """Return unit vectors without what all of them share; zero rows stay zero."""
    known = np.linalg.norm(vectors, axis=1) > 1e-9
    mean = vectors[known].mean(axis=0) if known.any() else 0.0
    return unit(np.where(known[:, None], vectors - mean, 0.0).astype(np.float32))
