"""What a taxonomy knows of each concept besides its labels, as arrays that a phrase is compared with."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Self
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray

from matcher.encoding import Vectors, unit
from matcher.index import Rows, VectorIndex
from matcher.linking.targets import Targets
from taxonomies.concepts import ConceptKind, Taxonomy

SPACE_VERSION = 2  # raised where the same taxonomy comes to give other arrays
Encode = Callable[[Sequence[str]], Vectors]
_SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=\w)")
_NEIGHBOURS = 10  # concepts that crowding is the mean nearness to
_REACH = {"sector-specific": 1 / 3, "cross-sector": 2 / 3, "transversal": 1.0}
_OPTIONAL = 0.5  # weight of an optional skill beside an essential one


@dataclass(frozen=True, slots=True)
class ConceptSpace:
    """Arrays over the concepts of :class:`Targets`, in their order; zero where nothing is known.

    Attributes:
        ids: the concepts, (n,).
        centroids: mean of the languages' mean label vectors, unit length, (n, dimension).
        descriptions: vector of the description, (n, dimension).
        groups: mean centroid of the concepts under the same groups, (n, dimension).
        context: for a skill the occupations that list it, for an occupation the skills it lists, the rarer the
            heavier, (n, dimension).
        sentences: vectors of the sentences of all descriptions; those of concept i are rows
            ``first_sentence[i]:first_sentence[i + 1]``.
        first_sentence: offsets into ``sentences``, (n + 1,).
        spread: log(1 + occupations that list the skill), (n,).
        reach: reuse level of a skill in 0..1, (n,).
        knowledge: 1 for knowledge, 0 for a skill or an occupation, (n,).
        crowding: mean cosine to the ten nearest centroids: a label there is near to everything (n,).
    """

    ids: NDArray[np.str_]
    centroids: Vectors
    descriptions: Vectors
    groups: Vectors
    context: Vectors
    sentences: Vectors
    first_sentence: Rows
    spread: Vectors
    reach: Vectors
    knowledge: Vectors
    crowding: Vectors

    @classmethod
    def of_labels(cls, targets: Targets) -> Self:
        """Build from labels alone, where no taxonomy says more."""
        size, dimension = len(targets.ids), targets.vectors.shape[1]
        centroids = _centroids(targets)
        nothing, none = np.zeros((size, dimension), np.float32), np.zeros(size, np.float32)
        return cls(
            ids=np.array(targets.ids, dtype=np.str_),
            centroids=centroids,
            descriptions=nothing,
            groups=nothing,
            context=nothing,
            sentences=np.zeros((0, dimension), np.float32),
            first_sentence=np.zeros(size + 1, np.int64),
            spread=none,
            reach=none,
            knowledge=none,
            crowding=_crowding(centroids),
        )

    @classmethod
    def of(cls, taxonomy: Taxonomy, kind: ConceptKind, targets: Targets, encode: Encode) -> Self:
        """Build from the taxonomy that the labels come from; ``encode`` gives the vectors of texts."""
        centroids = _centroids(targets)
        number = {uri: place for place, uri in enumerate(targets.ids)}
        described = _described(taxonomy, kind, number)
        owners, sentences = _sentences(described)
        descriptions = np.zeros_like(centroids)
        descriptions[list(described)] = encode(list(described.values()))
        traits = [(number[uri], trait, level) for uri, trait, level in taxonomy.skill_traits() if uri in number]
        reach, knowledge = np.zeros(len(number), np.float32), np.zeros(len(number), np.float32)
        for place, trait, level in traits:
            reach[place], knowledge[place] = _REACH.get(level, 0.0), trait == "knowledge"
        context, listed = _context(taxonomy, kind, number, encode)
        return cls(
            ids=np.array(targets.ids, dtype=np.str_),
            centroids=centroids,
            descriptions=descriptions,
            groups=_groups(taxonomy, kind, number, centroids),
            context=context,
            sentences=encode(sentences),
            first_sentence=np.searchsorted(owners, np.arange(len(number) + 1)),
            spread=np.log1p(listed) if kind is ConceptKind.SKILL else np.zeros_like(listed),
            reach=reach,
            knowledge=knowledge,
            crowding=_crowding(centroids),
        )

    def save(self, path: Path) -> None:
        """Write to a file, complete or not at all."""
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(f".{uuid4().hex}.partial")
        with partial.open("wb") as file:
            np.savez(file, **{field.name: getattr(self, field.name) for field in fields(self)})
        partial.replace(path)

    @classmethod
    def read(cls, path: Path) -> Self | None:
        """Read what :meth:`save` wrote, or ``None`` where there is nothing whole."""
        try:
            with np.load(path, allow_pickle=False) as arrays:
                return cls(**{field.name: arrays[field.name] for field in fields(cls)})
        except (OSError, ValueError, KeyError, EOFError):
            return None

    def best_sentence(self, concepts: Rows, query: Vectors) -> Vectors:
        """Return for each concept the cosine of its nearest sentence to a unit vector, 0 where it has none."""
        starts, ends = self.first_sentence[concepts], self.first_sentence[concepts + 1]
        lengths = ends - starts
        found = np.zeros(len(concepts), np.float32)
        if lengths.sum():
            within = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
            cosines = self.sentences[np.repeat(starts, lengths) + within] @ query
            np.maximum.at(found, np.repeat(np.arange(len(concepts)), lengths), cosines)
        return found


def _centroids(targets: Targets) -> Vectors:
    """Average labels within each language first, so that the language with most synonyms does not decide."""
    total = np.zeros((len(targets.ids), targets.vectors.shape[1]), np.float32)
    for language in np.unique(targets.languages):
        rows = np.flatnonzero(targets.languages == language)
        sums, counts = np.zeros_like(total), np.bincount(targets.owners[rows], minlength=len(total))
        np.add.at(sums, targets.owners[rows], targets.vectors[rows])
        total += sums / np.maximum(counts, 1).astype(np.float32)[:, None]
    return unit(total)


def _crowding(centroids: Vectors) -> Vectors:
    nearest, _ = VectorIndex(centroids).search(centroids, _NEIGHBOURS + 1)
    if nearest.shape[1] < 2:
        return np.zeros(len(centroids), np.float32)
    mean: Vectors = nearest[:, 1:].mean(axis=1)
    return mean


def _described(taxonomy: Taxonomy, kind: ConceptKind, number: dict[str, int]) -> dict[int, str]:
    """Return one description of each concept that has any: the English one, else the first by language."""
    found: dict[int, str] = {}
    for uri, language, text in taxonomy.descriptions(kind):
        if uri in number and (language == "en" or number[uri] not in found):
            found[number[uri]] = text
    return dict(sorted(found.items()))


def _sentences(described: dict[int, str]) -> tuple[Rows, list[str]]:
    split = [(place, sentence) for place, text in described.items() for sentence in _SENTENCE.split(text)]
    return np.array([place for place, _ in split], dtype=np.int64), [sentence for _, sentence in split]


def _groups(taxonomy: Taxonomy, kind: ConceptKind, number: dict[str, int], centroids: Vectors) -> Vectors:
    above = [(number[uri], parent) for uri, parent in taxonomy.parents(kind) if uri in number]
    names = {parent: place for place, parent in enumerate(dict.fromkeys(parent for _, parent in above))}
    below = np.array([place for place, _ in above], dtype=np.int64)
    group = np.array([names[parent] for _, parent in above], dtype=np.int64)
    sums = np.zeros((len(names), centroids.shape[1]), np.float32)
    np.add.at(sums, group, centroids[below])
    of_concepts = np.zeros_like(centroids)
    np.add.at(of_concepts, below, unit(sums)[group])
    return unit(of_concepts)


def _context(taxonomy: Taxonomy, kind: ConceptKind, number: dict[str, int], encode: Encode) -> tuple[Vectors, Vectors]:
    """Return the vectors of what stands on the other side of occupations and skills, and how much of it there is."""
    other = ConceptKind.OCCUPATION if kind is ConceptKind.SKILL else ConceptKind.SKILL
    labels = taxonomy.preferred_labels(other)
    place = {uri: row for row, uri in enumerate(labels)}
    of_skills = kind is ConceptKind.SKILL
    pairs = [(s, o, e) if of_skills else (o, s, e) for o, s, e in taxonomy.requirements()]
    pairs = [pair for pair in pairs if pair[0] in number and pair[1] in place]
    own = np.array([number[uri] for uri, _, _ in pairs], dtype=np.int64)
    others = np.array([place[uri] for _, uri, _ in pairs], dtype=np.int64)
    weights = np.array([1.0 if essential else _OPTIONAL for _, _, essential in pairs], dtype=np.float32)
    if pairs:
        # What stands in many lists says little about any of them (inverse document frequency).
        weights *= np.log((len(number) + 1) / (np.bincount(others, minlength=len(place)) + 1))[others]
    vectors = encode(list(labels.values()))
    sums = np.zeros((len(number), vectors.shape[1]), np.float32)
    np.add.at(sums, own, vectors[others] * weights[:, None])
    return unit(sums), np.bincount(own, minlength=len(number)).astype(np.float32)
