"""A phrase to the concepts it may mean: by the same label, by close spelling, by close meaning.

Every label of a concept in every language is a target of its own; a concept scores by its best few labels. So
"soudeur a l'arc" finds *welder* through a French label, and a misspelt Dutch title through a Dutch one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from matcher.encoding import Encoder, TextRole, Vectors
from matcher.errors import UnreadableFileError
from matcher.index import Rows, VectorIndex
from matcher.records import ConceptLink, LinkMethod, LinkStatus
from matcher.spelling import CLOSEST, WordCorrector, spelling_scores
from taxonomies.concepts import Label, LabelRole
from taxonomies.wording import normalise

LINKING_VERSION = 1  # raised where the same phrase may come to link otherwise: remembered links are worked out anew
BATCH = 256  # phrases searched at once: bounds memory whatever the length of the input
ACCEPTED = 0.65  # confidence under which a phrase of a profile stays unlinked, for a person to settle
_FIRST_LABELS = 240  # labels looked at first; more where they name too few concepts
_LABELS_COUNTED, _UNRELATED = 5, 0.3  # tuned on the development benchmarks: docs/decisions/linking.md
_ROLE_SCORES = {LabelRole.PREFERRED: 1.0, LabelRole.ALTERNATIVE: 0.99, LabelRole.HIDDEN: 0.985}


@dataclass(frozen=True, slots=True)
class Targets:
    """The labels to link to: parallel columns of concept id, text, normal form, role, and the index of vectors."""

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    normal: tuple[str, ...]
    roles: tuple[LabelRole, ...]
    rows_of: Mapping[str, tuple[int, ...]]
    index: VectorIndex

    @classmethod
    def of(cls, labels: Sequence[Label], vectors: Vectors) -> Targets:
        """Build from labels and their vectors, in the same order."""
        normal = tuple(label.normal or normalise(label.text) for label in labels)
        rows_of: dict[str, tuple[int, ...]] = {}
        for row, form in enumerate(normal):
            rows_of[form] = (*rows_of.get(form, ()), row)
        return cls(
            ids=tuple(label.uri for label in labels),
            texts=tuple(label.text for label in labels),
            normal=normal,
            roles=tuple(label.role for label in labels),
            rows_of=rows_of,
            index=VectorIndex(vectors),
        )


@dataclass(frozen=True, slots=True)
class _Hits:
    """The nearest labels of one wording of a phrase: as written, or with its words corrected."""

    form: str
    scores: Vectors
    rows: Rows
    corrected: bool = False


class Linker:
    """Ranks the concepts of some :class:`Targets` for phrases."""

    def __init__(self, targets: Targets, encoder: Encoder, confirmed: Mapping[str, str] | None = None) -> None:
        """Remember the targets.

        Args:
            targets: the labels to link to.
            encoder: the encoder their vectors were made with.
            confirmed: normalised phrase -> concept id, as confirmed by people; outranks whatever is computed.
        """
        self._targets = targets
        self._encoder = encoder
        self._confirmed = confirmed or {}
        self.ids = frozenset(targets.ids)
        self._corrector = WordCorrector(targets.normal)

    def link(self, phrases: Iterable[str], k: int) -> Iterator[tuple[ConceptLink, ...]]:
        """Yield for each phrase its min(k, number of concepts) best concepts; an empty phrase yields none.

        Phrases are taken :data:`BATCH` at a time, so a stream of any length runs in bounded memory.
        """
        stream = iter(phrases)
        while batch := list(islice(stream, BATCH)):
            yield from self._link_batch(batch, min(k, len(self.ids)))

    def best(self, phrases: Sequence[str]) -> list[ConceptLink]:
        """Return the best link of each phrase, unlinked where its confidence stays under :data:`ACCEPTED`."""
        links = []
        for phrase, found in zip(phrases, self.link(phrases, 1), strict=True):
            certain = found and (found[0].confidence >= ACCEPTED or found[0].status is LinkStatus.CONFIRMED)
            links.append(found[0] if certain else ConceptLink(phrase, None, None, LinkMethod.UNLINKED, 0.0))
        return links

    def _link_batch(self, batch: list[str], k: int) -> list[tuple[ConceptLink, ...]]:
        """Search as written and as corrected; look further where the nearest labels name too few concepts."""
        found: list[tuple[ConceptLink, ...]] = [()] * len(batch)
        todo = [number for number, phrase in enumerate(batch) if phrase.strip()]
        width = max(_FIRST_LABELS, 4 * k)
        while todo and k:
            short = []
            for number, ranked in zip(todo, self._search([batch[number] for number in todo], width), strict=True):
                if len(ranked) < k and width < len(self._targets.ids):
                    short.append(number)
                found[number] = tuple(ranked[:k])
            todo, width = short, width * 4
        return found

    def _search(self, phrases: list[str], width: int) -> Iterator[list[ConceptLink]]:
        forms = [normalise(phrase) for phrase in phrases]
        corrected = {form: self._corrector.correct(form) for form in forms}
        second = [form for form in dict.fromkeys(forms) if corrected[form] != form]
        vectors = self._encoder.encode([*phrases, *(corrected[form] for form in second)], TextRole.QUERY)
        scores, rows = self._targets.index.search(vectors, width)
        again = {form: len(phrases) + place for place, form in enumerate(second)}
        for place, (phrase, form) in enumerate(zip(phrases, forms, strict=True)):
            hits = [_Hits(form, scores[place], rows[place])]
            if form in again:
                hits.append(_Hits(corrected[form], scores[again[form]] * CLOSEST, rows[again[form]], corrected=True))
            yield self._confirmed_first(phrase, form, self._rank(phrase, hits))

    def _rank(self, phrase: str, searches: Sequence[_Hits]) -> list[ConceptLink]:
        """Merge the three ways of finding a label, and score each concept by its best labels."""
        targets = self._targets
        found: dict[str, dict[int, tuple[float, LinkMethod]]] = {}
        for hits in searches:
            for row, score, method in self._label_scores(hits):
                labels = found.setdefault(targets.ids[row], {})
                if row not in labels or score > labels[row][0]:
                    labels[row] = (score, method)
        links = []
        for uri, labels in found.items():
            row, (best, method) = max(labels.items(), key=lambda item: (item[1][0], -item[0]))
            score = best if method is LinkMethod.SAME_LABEL else concept_score([value for value, _ in labels.values()])
            links.append(ConceptLink(phrase, uri, targets.texts[row], method, score))
        links.sort(key=lambda link: (-link.confidence, link.uri or ""))
        return links

    def _label_scores(self, hits: _Hits) -> Iterator[tuple[int, float, LinkMethod]]:
        """Yield row, score and method of each label found for one wording."""
        targets = self._targets
        for row in targets.rows_of.get(hits.form, ()):
            same = _ROLE_SCORES[targets.roles[row]]
            if hits.corrected:
                yield row, same * CLOSEST, LinkMethod.CLOSE_SPELLING
            else:
                yield row, same, LinkMethod.SAME_LABEL
        spelling = spelling_scores(hits.form, [targets.normal[row] for row in hits.rows])
        for row, meaning, spelt in zip(hits.rows.tolist(), hits.scores.tolist(), spelling.tolist(), strict=True):
            if spelt > meaning:
                yield row, spelt, LinkMethod.CLOSE_SPELLING
            else:
                yield row, min(meaning, CLOSEST), LinkMethod.CLOSE_MEANING

    def _confirmed_first(self, phrase: str, form: str, links: list[ConceptLink]) -> list[ConceptLink]:
        uri = self._confirmed.get(form)
        if uri is None:
            return links
        label = next((link.label for link in links if link.uri == uri), None)
        said = ConceptLink(phrase, uri, label, LinkMethod.CONFIRMED, 1.0, LinkStatus.CONFIRMED)
        return [said, *(link for link in links if link.uri != uri)]


def read_targets(path: Path) -> list[tuple[str, str]]:
    """Read the ``id<TAB>label`` rows of a UTF-8 file without header.

    Raises:
        UnreadableFileError: the file is missing, not UTF-8, or a row has no two columns.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFileError(f"{path} cannot be read as UTF-8 text: give a file of id<TAB>label rows.") from error
    rows = []
    for number, line in enumerate(lines, start=1):
        identity, tab, label = line.partition("\t")
        if line and not tab:
            raise UnreadableFileError(f"{path}, line {number}: {line[:60]!r} has no tab: write id<TAB>label.")
        if line:
            rows.append((identity, label.partition("\t")[0]))
    if not rows:
        raise UnreadableFileError(f"{path} is empty: write one id<TAB>label row for each target.")
    return rows


def concept_score(labels: Sequence[float]) -> float:
    """Return a concept's score from those of its labels: half the best one, half the mean of the best five.

    One label that happens to be near says less than several; a concept with fewer labels found is filled up with
    what unrelated labels score.
    """
    best = sorted(labels, reverse=True)[:_LABELS_COUNTED]
    mean = (sum(best) + (_LABELS_COUNTED - len(best)) * _UNRELATED) / _LABELS_COUNTED
    return (best[0] + mean) / 2
