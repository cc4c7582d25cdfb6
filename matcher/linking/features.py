"""What speaks for a concept being meant by a phrase, as a row of numbers for each concept that comes into question."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, auto

import numpy as np

from matcher.encoding import Vectors
from matcher.index import Rows
from matcher.linking.space import ConceptSpace
from matcher.linking.targets import Targets
from matcher.spelling import spelling_scores, wording_scores

SHORT, LONG = 6, 16  # words: up to which a text is read as a phrase, and from which as a sentence
_COUNTED = 5  # best labels of a concept that are averaged
_UNRELATED = 0.3  # cosine of a label that has nothing to do with a phrase: fills up concepts with fewer labels found
_SPELT = 120  # nearest labels whose spelling is compared
_FROM_CENTROID = (
    0.9  # of the centroid's cosine: what the best label of a concept scores, none of whose labels was found
)
_OTHER_LANGUAGE = 0.8  # of the best label: what counts as the best one in a language where none was found


class Feature(IntEnum):
    """The columns, all about 0..1 and higher where a concept is likelier meant."""

    BEST = 0
    SECOND = auto()
    FIVE = auto()
    CENTROID = auto()
    DESCRIPTION = auto()
    SENTENCE = auto()
    GROUP = auto()
    CONTEXT = auto()
    LANGUAGE = auto()
    SAME = auto()
    SPELLING = auto()
    WORDING = auto()
    SPREAD = auto()
    REACH = auto()
    KIND = auto()
    CROWDING = auto()
    WINDOW = auto()
    LONG_WINDOW = auto()
    WINDOW_LABEL = auto()
    WINDOW_SAME = auto()


@dataclass(frozen=True, slots=True)
class Windows:
    """The runs of words of a longer text.

    Attributes:
        vectors: unit vectors of its runs of two words and more, longest first (of its words, where it has none).
        longer: how many of them have three words or more.
        concepts: those near to a run.
        same: labels that a run equals, as row of the label and number of words.
    """

    vectors: Vectors
    longer: int
    concepts: Rows
    same: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A phrase as it is searched.

    Attributes:
        form: its normal form.
        vector: its unit vector.
        language: what it is written in, empty where not known.
        rows: labels found, nearest first, each once.
        meanings: cosine of each of them, that of a corrected wording a little less.
        proposed: concepts near by centroid or description.
        windows: its runs of words, none for a short phrase.
    """

    form: str
    vector: Vectors
    language: str
    rows: Rows
    meanings: Vectors
    proposed: Rows
    windows: Windows


@dataclass(frozen=True, slots=True)
class LinkEvidence:
    """The concepts that come into question for a phrase: their :class:`Feature` rows, and the label that says most.

    ``spelt`` is the spelling of that label where it is a misspelling, else 0.
    """

    concepts: Rows
    features: Vectors
    labels: Rows
    spelt: Vectors


def length_of(form: str) -> float:
    """Return where a text stands between a phrase (0) and a sentence (1), by its number of words."""
    words = form.count(" ") + 1
    return min(max((words - SHORT) / (LONG - SHORT), 0.0), 1.0)


def evidence_for(reading: Reading, targets: Targets, space: ConceptSpace) -> LinkEvidence:
    """Gather the evidence of labels, of the taxonomy and of the text's parts."""
    owners = targets.owners[reading.rows]
    named = targets.owners[[row for row, _ in reading.windows.same]] if reading.windows.same else owners[:0]
    concepts = np.unique(np.concatenate([owners, reading.proposed, reading.windows.concepts, named]))
    features = np.zeros((len(concepts), len(Feature)), dtype=np.float32)
    _from_space(features, reading, concepts, space)
    places = np.searchsorted(concepts, owners)
    labels, spelt = _from_labels(features, reading, places, targets)
    if len(reading.windows.vectors):
        _from_windows(features, reading.windows, concepts, targets, space)
    return LinkEvidence(concepts, features, labels, spelt)


def _from_space(features: Vectors, reading: Reading, concepts: Rows, space: ConceptSpace) -> None:
    columns = ((Feature.CENTROID, space.centroids), (Feature.DESCRIPTION, space.descriptions))
    for feature, vectors in (*columns, (Feature.GROUP, space.groups), (Feature.CONTEXT, space.context)):
        features[:, feature] = vectors[concepts] @ reading.vector
    features[:, Feature.SENTENCE] = space.best_sentence(concepts, reading.vector)
    features[:, Feature.SPREAD] = space.spread[concepts]
    features[:, Feature.REACH] = space.reach[concepts]
    features[:, Feature.CROWDING] = space.crowding[concepts]
    knowledge = space.knowledge[concepts]
    nearest = np.argsort(-features[:, Feature.CENTROID], kind="stable")[:20]
    share = float(knowledge[nearest].mean()) if len(nearest) else 0.0
    features[:, Feature.KIND] = np.where(knowledge > 0, share, 1 - share)


def _from_labels(features: Vectors, reading: Reading, places: Rows, targets: Targets) -> tuple[Rows, Vectors]:
    """Fill what labels say; return the label that says most of each concept and how nearly that is spelt alike."""
    size = len(features)
    order = np.argsort(places, kind="stable")  # by concept, nearest label first
    grouped, meanings = places[order], reading.meanings[order]
    rank = np.arange(len(order)) - np.searchsorted(grouped, np.arange(size))[grouped]
    best = features[:, Feature.CENTROID] * _FROM_CENTROID
    best[grouped[rank == 0]] = meanings[rank == 0]
    features[:, Feature.BEST] = best
    features[:, Feature.SECOND] = _UNRELATED
    features[grouped[rank == 1], Feature.SECOND] = meanings[rank == 1]
    counted = rank < _COUNTED
    sums = np.bincount(grouped[counted], weights=meanings[counted], minlength=size)
    counts = np.bincount(grouped[counted], minlength=size)
    sums, counts = np.where(counts, sums, best), np.maximum(counts, 1)
    features[:, Feature.FIVE] = (sums + (_COUNTED - counts) * _UNRELATED) / _COUNTED
    features[:, Feature.LANGUAGE] = best * _OTHER_LANGUAGE if reading.language else best
    own = targets.languages[reading.rows] == reading.language
    np.maximum.at(features[:, Feature.LANGUAGE], places[own], reading.meanings[own])
    return _from_spelling(features, reading, places, targets)


def _from_spelling(features: Vectors, reading: Reading, places: Rows, targets: Targets) -> tuple[Rows, Vectors]:
    near = reading.rows[:_SPELT]
    forms = [targets.normal[row] for row in near]
    alike = wording_scores(reading.form, forms)
    spelt = spelling_scores(reading.form, forms, alike)
    same = np.array([form == reading.form for form in forms], dtype=bool)
    np.maximum.at(features[:, Feature.WORDING], places[:_SPELT], alike)
    np.maximum.at(features[:, Feature.SPELLING], places[:_SPELT], spelt)
    np.maximum.at(features[:, Feature.SAME], places[:_SPELT][same], targets.same[near][same])
    says = reading.meanings.copy()
    says[:_SPELT] = np.maximum(says[:_SPELT], spelt)
    says[:_SPELT][same] = 1 + targets.same[near][same]
    order = np.lexsort((reading.rows, -says, places))
    first = np.unique(places[order], return_index=True)
    labels, nearest = np.full(len(features), -1, dtype=np.int64), np.zeros(len(features), dtype=np.float32)
    labels[first[0]] = reading.rows[order[first[1]]]
    misspelt = np.zeros(len(reading.rows), dtype=np.float32)
    misspelt[:_SPELT] = spelt
    nearest[first[0]] = misspelt[order[first[1]]]
    return labels, nearest


def _from_windows(features: Vectors, windows: Windows, concepts: Rows, targets: Targets, space: ConceptSpace) -> None:
    cosines = windows.vectors @ space.centroids[concepts].T
    features[:, Feature.WINDOW] = cosines.max(axis=0)
    if windows.longer:
        features[:, Feature.LONG_WINDOW] = cosines[: windows.longer].max(axis=0)
    # The labels of a concept are held against the one run that is nearest to it.
    nearest = windows.vectors[cosines.argmax(axis=0)]
    counts = targets.starts[concepts + 1] - targets.starts[concepts]
    places = np.repeat(np.arange(len(concepts)), counts)
    within = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    rows = targets.by_owner[np.repeat(targets.starts[concepts], counts) + within]
    meanings = np.einsum("rd,rd->r", targets.vectors[rows], nearest[places])
    np.maximum.at(features[:, Feature.WINDOW_LABEL], places, meanings)
    for row, words in windows.same:
        place = np.searchsorted(concepts, targets.owners[row])
        features[place, Feature.WINDOW_SAME] = max(features[place, Feature.WINDOW_SAME], np.log1p(words))
