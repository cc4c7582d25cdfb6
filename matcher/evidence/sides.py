"""The two sides of a match, prepared once: phrases linked and encoded, levels as numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.encoding import Vectors
from matcher.records import ConceptLink, Vacancy

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of several records in one table: ``owners[i]`` (ascending) is the record that phrase i belongs to."""

    texts: tuple[str, ...]
    links: tuple[ConceptLink, ...]
    vectors: Vectors
    owners: NDArray[np.int64]

    def best_by_owner(self, values: Numbers, owners: int) -> tuple[Numbers, NDArray[np.int64]]:
        """Return the highest value of each owner and the phrase that has it; nan and -1 for an owner without phrases.

        Args:
            values: one number for each phrase, shape (phrases,).
            owners: how many owners there are.
        """
        best = np.full(owners, np.nan)
        phrase = np.full(owners, -1, dtype=np.int64)
        if len(values):
            order = np.lexsort((-np.arange(len(values)), values, self.owners))
            last = np.append(np.flatnonzero(np.diff(self.owners[order])), len(order) - 1)
            winners = order[last]
            best[self.owners[winners]] = values[winners]
            phrase[self.owners[winners]] = winners
        return best, phrase

    def of(self, rows: NDArray[np.int64]) -> Phrases:
        """Return the phrases of the chosen owners, renumbered in that order."""
        starts = np.searchsorted(self.owners, rows, side="left")
        ends = np.searchsorted(self.owners, rows, side="right")
        chosen = np.concatenate([np.arange(a, b) for a, b in zip(starts, ends, strict=True)] or [np.arange(0)])
        chosen = chosen.astype(np.int64)
        return Phrases(
            tuple(self.texts[row] for row in chosen),
            tuple(self.links[row] for row in chosen),
            self.vectors[chosen],
            np.repeat(np.arange(len(rows)), ends - starts),
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
