"""The two sides of a match, prepared once: phrases linked and encoded, levels as numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from matcher.encoding import Vectors
from matcher.records import ConceptLink, Vacancy

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class LinkColumns:
    """The links of some phrases as columns: ``codes[i]`` is the place of phrase i's concept in ``uris``.

    An unlinked phrase has the code ``len(uris)``. ``confidences`` are 0..1; ``order`` and ``starts`` find the phrases
    of a concept without looking at the others.
    """

    uris: Mapping[str, int]
    codes: NDArray[np.int64]
    confidences: Numbers
    order: NDArray[np.int64]
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, links: Sequence[ConceptLink]) -> Self:
        """Number the concepts in the order in which they first stand."""
        places = {uri: place for place, uri in enumerate(dict.fromkeys(link.uri for link in links if link.uri))}
        codes = np.array([places.get(link.uri or "", len(places)) for link in links], dtype=np.int64)
        confidences = np.array([link.confidence for link in links], dtype=np.float64)
        order = np.argsort(codes, kind="stable")
        starts = np.searchsorted(codes[order], np.arange(len(places) + 1))
        return cls(places, codes, confidences, order, starts)

    def having(self, values: Mapping[str, float]) -> tuple[NDArray[np.int64], Numbers]:
        """Return the phrases whose concept has a value, and the value of each."""
        known = [(self.uris[uri], value) for uri, value in values.items() if uri in self.uris]
        if not known:
            return np.zeros(0, dtype=np.int64), np.zeros(0)
        parts = [self.order[self.starts[code] : self.starts[code + 1]] for code, _ in known]
        return np.concatenate(parts), np.repeat([value for _, value in known], [len(part) for part in parts])


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of several records in one table: ``owners[i]`` (ascending) is the record that phrase i belongs to.

    People say the same words: ``vectors`` holds one row for each wording, ``wordings[i]`` is the row of phrase i.
    """

    texts: tuple[str, ...]
    links: tuple[ConceptLink, ...]
    vectors: Vectors
    owners: NDArray[np.int64]
    wordings: NDArray[np.int64]
    columns: LinkColumns = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "columns", LinkColumns.of(self.links))

    def best_by_owner(self, values: Numbers, owners: int) -> tuple[Numbers, NDArray[np.int64]]:
        """Return the highest value of each owner and the phrase that has it; nan and -1 for an owner without phrases.

        Args:
            values: one number for each phrase, shape (phrases,).
            owners: how many owners there are.
        """
        best = np.full(owners, np.nan)
        phrase = np.full(owners, -1, dtype=np.int64)
        if len(values):
            starts = np.flatnonzero(np.diff(self.owners, prepend=self.owners[0] - 1))
            having = self.owners[starts]
            best[having] = np.maximum.reduceat(values, starts)
            winners = np.flatnonzero(values == best[self.owners])
            # Written from the last to the first: of several that are highest the first one stays.
            phrase[self.owners[winners[::-1]]] = winners[::-1]
        return best, phrase

    def of(self, rows: NDArray[np.int64]) -> Phrases:
        """Return the phrases of the chosen owners, renumbered in that order."""
        starts = np.searchsorted(self.owners, rows, side="left")
        ends = np.searchsorted(self.owners, rows, side="right")
        chosen = np.concatenate([np.arange(a, b) for a, b in zip(starts, ends, strict=True)] or [np.arange(0)])
        chosen = chosen.astype(np.int64)
        kept, wordings = np.unique(self.wordings[chosen], return_inverse=True)
        return Phrases(
            tuple(self.texts[row] for row in chosen),
            tuple(self.links[row] for row in chosen),
            self.vectors[kept],
            np.repeat(np.arange(len(rows)), ends - starts),
            wordings.astype(np.int64),
        )

    def joined(self, other: Phrases, owners: int) -> Phrases:
        """Return the phrases of these ``owners`` records, and of the other's after them."""
        return Phrases(
            self.texts + other.texts,
            self.links + other.links,
            np.concatenate([self.vectors, other.vectors]),
            np.concatenate([self.owners, other.owners + owners]),
            np.concatenate([self.wordings, other.wordings + len(self.vectors)]),
        )


@dataclass(frozen=True, slots=True)
class Pool:
    """Candidates ready to be compared: n ids, their skill phrases, job titles, whole-profile vectors, levels.

    ``years`` and ``eqf`` have shape (n,), nan where nothing is known; ``vectors`` has shape (n, dimension).
    """

    ids: tuple[str, ...]
    skills: Phrases
    titles: Phrases
    vectors: Vectors
    years: Numbers
    eqf: Numbers

    def __len__(self) -> int:
        return len(self.ids)

    def joined(self, other: Pool) -> Pool:
        """Return the candidates of both, the other's after these."""
        return Pool(
            self.ids + other.ids,
            self.skills.joined(other.skills, len(self)),
            self.titles.joined(other.titles, len(self)),
            np.concatenate([self.vectors, other.vectors]),
            np.concatenate([self.years, other.years]),
            np.concatenate([self.eqf, other.eqf]),
        )

    def of(self, rows: NDArray[np.int64]) -> Pool:
        """Return the chosen candidates in that order."""
        rows = np.asarray(rows, dtype=np.int64)
        return Pool(
            tuple(self.ids[row] for row in rows),
            self.skills.of(rows),
            self.titles.of(rows),
            self.vectors[rows],
            self.years[rows],
            self.eqf[rows],
        )


@dataclass(frozen=True, slots=True)
class Opening:
    """A vacancy ready to be compared: its requirements linked and encoded, its title's occupations, its vectors.

    ``title_vector`` is that of the headline: the title, or the first sentence of a vacancy that has none.
    """

    vacancy: Vacancy
    requirement_links: tuple[ConceptLink, ...]
    requirement_vectors: Vectors
    occupations: tuple[ConceptLink, ...]
    title_vector: Vectors
    vector: Vectors


def ramp(values: NDArray[Any], low: float, high: float) -> Numbers:
    """Stretch cosines so that ``low`` becomes 0 and ``high`` 1; unrelated texts of one field rarely come under 0."""
    stretched: Numbers = ((np.asarray(values, dtype=np.float64) - low) / (high - low)).clip(0.0, 1.0)
    return stretched
