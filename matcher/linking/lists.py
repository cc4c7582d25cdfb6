"""Phrases to the rows of any list, by the same methods, with the taxonomy as a pivot between the two.

A phrase and a row may share no word and no language and still name one ESCO concept: "lasser" and "welder". So a row is
compared as it stands, and through the concepts that both are linked to: the concepts a row names, or is nearest to,
with what the linker makes of the phrase; and by the context of both, the skills behind a title (Decorte et al. 2021).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, auto
from itertools import islice
from pathlib import Path
from typing import Self

import numpy as np

from matcher.encoding import Encoder, TextRole, Vectors, unit
from matcher.index import Rows
from matcher.linking.linker import BATCH, Linker, Scored
from matcher.linking.model import MODEL_FILE, Calibration, FittedWeights, log_shares
from matcher.linking.targets import Targets
from matcher.records import ConceptLink, LinkMethod
from matcher.spelling import spelling_scores, wording_scores

_CONCEPTS = 10  # concepts that a row, none of whose label it is, is shared among
_SHARPNESS = 30.0  # of that sharing: cosine x this, softmax
_NEARNESS = 20.0  # the same for a phrase: flatter, for it may mean several concepts
_POOL = 150  # rows taken up by each way of finding them
_LEAST = -12.0  # log share of a concept that did not come into question


class RowFeature(IntEnum):
    """What speaks for a row being meant by a phrase."""

    MEANING = 0
    MEANING_SQUARED = auto()
    WORDING = auto()
    SPELLING = auto()
    SAME = auto()
    KNOWN = auto()
    THROUGH = auto()
    SHARED = auto()
    CONTEXT = auto()


@dataclass(frozen=True, slots=True)
class ListModel:
    """Weights of the :class:`RowFeature` columns, and how sure the best row is."""

    weights: Vectors
    calibration: Calibration

    @classmethod
    def read(cls, path: Path = MODEL_FILE) -> Self:
        """Read the weights that ship; raises :class:`matcher.errors.LinkModelError` where they are missing."""
        found = FittedWeights(path, "list")
        return cls(found.weights("row", [feature.name for feature in RowFeature]), found.calibration())


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows as shares of concepts: ``shares[r]`` belong to ``concepts[r]``; known rows are ESCO labels."""

    concepts: Rows
    shares: Vectors
    known: Vectors
    context: Vectors

    @classmethod
    def of(cls, targets: Targets, pivot: Linker) -> _Rows:
        """Share every row among the concepts it names, or else among the nearest ones."""
        space, size = pivot.space, len(pivot.targets.ids)
        width = min(_CONCEPTS, size)
        concepts = np.zeros((len(targets.texts), width), np.int64)
        shares = np.zeros((len(targets.texts), width), np.float32)
        known = np.zeros(len(targets.texts), np.float32)
        for start in range(0, len(targets.texts), BATCH):
            cosines = targets.vectors[start : start + BATCH] @ space.centroids.T
            near = np.argpartition(-cosines, width - 1, axis=1)[:, :width]
            weights = np.exp(_SHARPNESS * np.take_along_axis(cosines, near, axis=1))
            concepts[start : start + BATCH], shares[start : start + BATCH] = near, weights
        for row, form in enumerate(targets.normal):
            named = np.unique(pivot.targets.owners[pivot.targets.named(form)])[:width]
            if len(named):
                concepts[row, : len(named)], shares[row] = named, 0
                shares[row, : len(named)], known[row] = 1, 1
        shares /= shares.sum(axis=1, keepdims=True)
        context = np.einsum("rc,rcd->rd", shares, space.context[concepts]) if size else space.context
        return cls(concepts, shares, known, unit(context))


class ListLinker:
    """Ranks the rows of a list; an id that stands in several rows counts once, by its best row."""

    def __init__(self, targets: Targets, encoder: Encoder, pivot: Linker, model: ListModel) -> None:
        """Remember the rows, and the linker onto the taxonomy that serves as pivot."""
        self._targets = targets
        self._encoder = encoder
        self._pivot = pivot
        self._model = model
        self._rows = _Rows.of(targets, pivot)
        self.ids = frozenset(targets.ids)

    def link(self, phrases: Iterable[str], k: int, language: str = "") -> Iterator[tuple[ConceptLink, ...]]:
        """Yield for each phrase its min(k, number of ids) best rows; an empty phrase yields none."""
        stream = iter(phrases)
        while batch := list(islice(stream, BATCH)):
            filled = [phrase for phrase in batch if phrase.strip()]
            vectors = iter(self._encoder.encode(filled, TextRole.QUERY)) if filled else iter(())
            scored = self._pivot.score(filled, language)
            for phrase in batch:
                yield self._rank(next(scored), next(vectors), k) if phrase.strip() else ()

    def evidence_of(self, phrases: Sequence[str], language: str = "") -> Iterator[tuple[list[str], Vectors]]:
        """Yield for each phrase the ids of the rows in question and their :class:`RowFeature` columns."""
        vectors = self._encoder.encode(phrases, TextRole.QUERY)
        for scored, vector in zip(self._pivot.score(phrases, language), vectors, strict=True):
            rows, features = self.evidence(scored, vector)
            yield [self._targets.ids[owner] for owner in self._targets.owners[rows]], features

    def _rank(self, scored: Scored, vector: Vectors, k: int) -> tuple[ConceptLink, ...]:
        rows, features = self.evidence(scored, vector, k)
        scores = features @ self._model.weights
        chances = self._model.calibration.confidence(
            scores, features[:, RowFeature.MEANING], features[:, RowFeature.SAME]
        )
        order = np.lexsort((rows, -scores))
        found: dict[int, ConceptLink] = {}
        least = 1.0
        for place in order:
            owner = int(self._targets.owners[rows[place]])
            if owner not in found:
                least = min(least, float(chances[place]))
                text, uri = self._targets.texts[rows[place]], self._targets.ids[owner]
                found[owner] = ConceptLink(scored.phrase, uri, text, _method(features[place]), least)
            if len(found) == k:
                break
        return tuple(found.values())

    def evidence(self, scored: Scored, vector: Vectors, k: int = 1) -> tuple[Rows, Vectors]:
        """Return the rows that come into question for a phrase, and their :class:`RowFeature` columns."""
        log_share, share = self._shares(scored, vector)
        meaning = self._targets.vectors @ vector
        through = (self._rows.shares * log_share[self._rows.concepts]).sum(axis=1)
        context = self._rows.context @ unit((share @ self._pivot.space.context)[None])[0]
        wanted = min(max(_POOL, k), len(meaning))
        if wanted < len(meaning):
            ways = (np.argpartition(-way, wanted - 1)[:wanted] for way in (meaning, through, context))
            rows = self._enough(np.unique(np.concatenate(list(ways))), meaning, k)
        else:
            rows = np.arange(len(meaning))
        forms = [self._targets.normal[row] for row in rows]
        features = np.zeros((len(rows), len(RowFeature)), np.float32)
        features[:, RowFeature.MEANING] = meaning[rows]
        features[:, RowFeature.MEANING_SQUARED] = meaning[rows] ** 2
        features[:, RowFeature.WORDING] = alike = wording_scores(scored.form, forms)
        features[:, RowFeature.SPELLING] = spelling_scores(scored.form, forms, alike)
        features[:, RowFeature.SAME] = [form == scored.form for form in forms]
        features[:, RowFeature.KNOWN] = self._rows.known[rows]
        features[:, RowFeature.THROUGH] = through[rows]
        shared = (self._rows.shares[rows] * share[self._rows.concepts[rows]]).sum(axis=1)
        features[:, RowFeature.SHARED] = np.sqrt(shared)
        features[:, RowFeature.CONTEXT] = context[rows]
        return rows, features

    def _enough(self, rows: Rows, meaning: Vectors, k: int) -> Rows:
        """Return all rows where those found name fewer than k ids, as when one id has many rows."""
        return rows if len(np.unique(self._targets.owners[rows])) >= min(k, len(self.ids)) else np.arange(len(meaning))

    def _shares(self, scored: Scored, vector: Vectors) -> tuple[Vectors, Vectors]:
        """Return over all concepts the log share the linker gives, and a smoother share mixed with nearness."""
        log_share = np.full(len(self._pivot.targets.ids), _LEAST, np.float32)
        concepts = scored.evidence.concepts
        log_share[concepts] = np.maximum(log_shares(scored.scores), _LEAST)
        near = np.exp(_NEARNESS * (self._pivot.space.centroids[concepts] @ vector))
        share = np.zeros(len(log_share), np.float32)
        share[concepts] = (np.exp(log_share[concepts]) + near / near.sum()) / 2
        return log_share, share


def _method(features: Vectors) -> LinkMethod:
    if features[RowFeature.SAME]:
        return LinkMethod.SAME_LABEL
    spelt = features[RowFeature.SPELLING] > features[RowFeature.MEANING]
    return LinkMethod.CLOSE_SPELLING if spelt else LinkMethod.CLOSE_MEANING
