"""A phrase to the concepts it may mean: by the same label, by close spelling, by close meaning, weighed together.

Every label of a concept in every language is a target of its own, so "soudeur a l'arc" finds *welder* through a French
label and a misspelt Dutch title through a Dutch one. What the labels say is weighed with what the taxonomy knows of the
concept (:mod:`matcher.linking.features`) by a small model fitted on development data (:mod:`matcher.linking.model`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from matcher.encoding import Encoder, TextRole, Vectors
from matcher.index import Rows
from matcher.linking.features import Feature, LinkEvidence, Reading, Windows, evidence_for, length_of
from matcher.linking.model import LinkModel
from matcher.linking.space import ConceptSpace
from matcher.linking.targets import Targets
from matcher.linking.windows import windows_of
from matcher.records import ConceptLink, LinkMethod, LinkStatus
from matcher.spelling import CLOSEST, WordCorrector
from taxonomies.wording import normalise

LINKING_VERSION = 4  # raised where the same phrase may come to link otherwise: remembered links are worked out anew
BATCH = 256  # phrases searched at once: bounds memory whatever the length of the input
ACCEPTED = 0.4  # confidence under which a phrase of a profile stays unlinked, for a person to settle
_LABELS = 300  # nearest labels looked at
_NEAR = 60  # concepts nearest by centroid, and by description, that come into question whatever their labels
_WINDOW_CONCEPTS, _WINDOW_MEANING = 3, 0.5  # nearest concepts of a run of words, and the cosine under which none counts


@dataclass(frozen=True, slots=True)
class Scored:
    """What was found for one phrase: the evidence, and the model's score of each concept in question."""

    phrase: str
    form: str
    evidence: LinkEvidence
    scores: Vectors


def accepted(phrase: str, links: Sequence[ConceptLink]) -> ConceptLink:
    """Return the first of the links, unlinked where its confidence stays under :data:`ACCEPTED`."""
    certain = links and (links[0].confidence >= ACCEPTED or links[0].status is not LinkStatus.PROPOSED)
    return links[0] if certain else ConceptLink(phrase, None, None, LinkMethod.UNLINKED, 0.0)


class Linker:
    """Ranks the concepts of some :class:`Targets` for phrases."""

    def __init__(
        self,
        targets: Targets,
        encoder: Encoder,
        model: LinkModel,
        space: ConceptSpace | None = None,
        confirmed: Mapping[str, str] | None = None,
    ) -> None:
        """Remember the targets.

        Args:
            targets: the labels to link to.
            encoder: the encoder their vectors were made with.
            model: weighs the evidence.
            space: what the taxonomy knows of the concepts; without it labels alone decide.
            confirmed: normalised phrase -> concept id, as confirmed by people; outranks whatever is computed.
        """
        self._targets = targets
        self._encoder = encoder
        self._model = model
        self.space = space or ConceptSpace.of_labels(targets)
        self._confirmed = confirmed or {}
        self.ids = frozenset(targets.ids)
        self._corrector = WordCorrector(targets.normal)

    @property
    def targets(self) -> Targets:
        """The labels linked to."""
        return self._targets

    def link(self, phrases: Iterable[str], k: int, language: str = "") -> Iterator[tuple[ConceptLink, ...]]:
        """Yield for each phrase its min(k, number of concepts) best concepts; an empty phrase yields none.

        Phrases are taken :data:`BATCH` at a time, so a stream of any length runs in bounded memory. ``language`` is
        what they are written in (ISO 639-1), where that is known.
        """
        stream = iter(phrases)
        while batch := list(islice(stream, BATCH)):
            filled = [phrase for phrase in batch if phrase.strip()] if k and self.ids else []
            scored = iter(self.score(filled, language, k))
            for phrase in batch:
                yield self._links(next(scored), k) if filled and phrase.strip() else ()

    def score(self, phrases: Sequence[str], language: str = "", k: int = 1) -> Iterator[Scored]:
        """Yield for each phrase at least min(k, number of concepts) concepts with their evidence and score."""
        readings = self._read(phrases, language, max(k, _NEAR)) if phrases else ()
        for phrase, reading in zip(phrases, readings, strict=True):
            evidence = evidence_for(reading, self._targets, self.space)
            yield Scored(phrase, reading.form, evidence, self._model.scores(evidence, reading.form))

    def _read(self, phrases: Sequence[str], language: str, near: int) -> Iterator[Reading]:
        """Search labels as written and with misspelt words corrected, concepts by centroid and description."""
        forms = [normalise(phrase) for phrase in phrases]
        corrected = {form: self._corrector.correct(form) for form in forms}
        second = [form for form in dict.fromkeys(forms) if corrected[form] != form]
        vectors = self._encoder.encode([*phrases, *(corrected[form] for form in second)], TextRole.QUERY)
        scores, rows = self._targets.index.search(vectors, _LABELS)
        again = {form: len(phrases) + place for place, form in enumerate(second)}
        proposed = self._near(vectors[: len(phrases)], near)
        for place, form in enumerate(forms):
            searches = [(rows[place], scores[place])]
            if form in again:
                searches.append((rows[again[form]], scores[again[form]] * CLOSEST))
            found, meanings = self._merged(form, searches)
            yield Reading(form, vectors[place], language, found, meanings, proposed[place], self._windows(form))

    def _merged(self, form: str, searches: Sequence[tuple[Rows, Vectors]]) -> tuple[Rows, Vectors]:
        """Return the labels found, nearest first: those of the same form before all, each once."""
        same = self._targets.named(form)
        rows = np.concatenate([same, *(found for found, _ in searches)])
        meanings = np.concatenate([np.ones(len(same), np.float32), *(scores for _, scores in searches)])
        order = np.lexsort((rows, -meanings))
        _, first = np.unique(rows[order], return_index=True)
        kept = order[np.sort(first)]
        return rows[kept], meanings[kept]

    def _near(self, vectors: Vectors, near: int) -> list[Rows]:
        """Return for each vector the concepts nearest by centroid and by description."""
        size = len(self._targets.ids)
        if near >= size:
            return [np.arange(size)] * len(vectors)
        by_centroid, by_description = (
            np.argpartition(-(vectors @ known.T), count, axis=1)[:, :count]
            for known, count in ((self.space.centroids, near), (self.space.descriptions, min(_NEAR, size - 1)))
        )
        return [np.concatenate(both) for both in zip(by_centroid, by_description, strict=True)]

    def _windows(self, form: str) -> Windows:
        """Read the runs of words of a longer text; a phrase has none."""
        runs = windows_of(form) if length_of(form) else []
        if not runs:
            nothing = np.zeros(0, np.int64)
            return Windows(np.zeros((0, self._encoder.dimension), np.float32), 0, nothing, ())
        several = sum(" " in run for run in runs) or len(runs)
        vectors = self._encoder.encode(runs[:several], TextRole.QUERY)
        cosines = vectors @ self.space.centroids.T
        near = np.argpartition(-cosines, min(_WINDOW_CONCEPTS, cosines.shape[1] - 1), axis=1)[:, :_WINDOW_CONCEPTS]
        clear = np.take_along_axis(cosines, near, axis=1) > _WINDOW_MEANING
        same = tuple((row, run.count(" ") + 1) for run in runs for row in self._targets.rows_of.get(run, ()))
        return Windows(vectors, sum(run.count(" ") >= 2 for run in runs), np.unique(near[clear]), same)

    def _links(self, scored: Scored, k: int) -> tuple[ConceptLink, ...]:
        """Return the k best concepts, the surest first; what a person confirmed before all."""
        order = np.lexsort((scored.evidence.concepts, -scored.scores))
        best, same = (scored.evidence.features[:, column] for column in (Feature.BEST, Feature.SAME))
        chances = self._model.calibration.confidence(scored.scores, best, same)
        if np.count_nonzero(same) == 1:
            # The phrase is the name of this concept and of no other: nothing is left to guess.
            chances = np.maximum(chances, same)
        chances = chances[order]
        # A share of all and a nearness decide together; where they disagree the ranking stands.
        chances = np.minimum.accumulate(chances)
        links = [
            self._link(scored, int(place), float(chance)) for place, chance in zip(order[:k], chances, strict=False)
        ]
        return tuple(self._confirmed_first(scored, links)[:k])

    def _link(self, scored: Scored, place: int, confidence: float) -> ConceptLink:
        evidence = scored.evidence
        concept, label = int(evidence.concepts[place]), int(evidence.labels[place])
        if evidence.features[place, Feature.SAME]:
            method = LinkMethod.SAME_LABEL
        else:
            method = LinkMethod.CLOSE_SPELLING if evidence.spelt[place] else LinkMethod.CLOSE_MEANING
        text = self._targets.texts[label] if label >= 0 else self._targets.first_text(concept)
        return ConceptLink(scored.phrase, self._targets.ids[concept], text, method, confidence)

    def _confirmed_first(self, scored: Scored, links: list[ConceptLink]) -> list[ConceptLink]:
        uri = self._confirmed.get(scored.form)
        if uri is None:
            return links
        label = next((link.label for link in links if link.uri == uri), None)
        said = ConceptLink(scored.phrase, uri, label, LinkMethod.CONFIRMED, 1.0, LinkStatus.CONFIRMED)
        return [said, *(link for link in links if link.uri != uri)]
