"""Scores what the other phrases of a profile add to the link of one: questions made from ESCO, answers known.

A question is an ambiguous phrase: a label that names several concepts, or one word of a label. Beside it stand labels,
in any of four languages, of six skills that its occupation lists as essential, and of three that another occupation
does: profiles are never of one piece. The right answer is the concept that the phrase was taken from. The half of the
occupations that the weight of coherence is fitted on is not the half reported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from zlib import crc32

import numpy as np

from evaluation.intervals import figure
from evaluation.suites import Figure, Progress, silent
from matcher.engine import Matcher
from matcher.linking import MEANINGS, Context, Said
from matcher.records import ConceptLink
from taxonomies.concepts import ConceptKind, Taxonomy

SORTS = ("label", "word")
WEIGHTS = np.arange(0.0, 12.5, 0.5)  # tried when fitting
# Of the weight that fits these questions: they are of one piece beside what people write, whose words wander.
_TIDIER = 0.5
_LANGUAGES = ("en", "fr", "nl", "de")
_ASKED, _SEED = 700, 20261125  # questions of a kind and sort, before those without an occupation are left out
_OWN, _FOREIGN = 6, 3  # phrases beside it of the same and of another occupation
_SHORTEST = 4  # letters of a word that stands for its label


@dataclass(frozen=True, slots=True)
class Question:
    """An ambiguous phrase of an occupation's profile, what it means there, and the skill phrases beside it."""

    kind: ConceptKind
    sort: str
    phrase: str
    uri: str
    beside: tuple[str, ...]
    occupation: str

    @property
    def fitted_on(self) -> bool:
        """Whether the weight is fitted on this question; the others are reported."""
        return crc32(self.occupation.encode()) % 2 == 0


class _Lists:
    """What occupations list and what concepts are called."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.skills: dict[str, list[str]] = defaultdict(list)
        self.occupations: dict[str, list[str]] = defaultdict(list)
        for occupation, skill, essential in taxonomy.requirements():
            if essential:
                self.skills[occupation].append(skill)
                self.occupations[skill].append(occupation)
        self.labels: dict[ConceptKind, dict[str, list[str]]] = {}
        self.ambiguous: dict[ConceptKind, list[tuple[str, str]]] = {}
        for kind in (ConceptKind.SKILL, ConceptKind.OCCUPATION):
            called, named = defaultdict(list), defaultdict(set)
            for language in set(_LANGUAGES) & set(taxonomy.languages(kind)):
                for label in taxonomy.labels(kind, language):
                    called[label.uri].append(label.text)
                    named[label.text.casefold()].add(label.uri)
            self.labels[kind] = {uri: sorted(texts) for uri, texts in called.items()}
            self.ambiguous[kind] = [(text, uri) for text, uris in named.items() if len(uris) > 1 for uri in uris]

    def occupation_of(self, kind: ConceptKind, uri: str, random: Random) -> str | None:
        """Return the occupation in whose profile the concept stands, where that lists enough."""
        listed = [uri] if kind is ConceptKind.OCCUPATION else self.occupations.get(uri)
        found = random.choice(sorted(listed)) if listed else ""
        return found if len(self.skills.get(found, ())) > _OWN else None

    def beside(self, occupation: str, uri: str, random: Random) -> tuple[str, ...]:
        """Return how a profile would call other skills of the occupation, and some of another one."""
        other = random.choice(sorted(self.skills))
        own = random.sample(sorted(set(self.skills[occupation]) - {uri}), _OWN)
        strange = sorted(set(self.skills[other]) - {uri})
        foreign = random.sample(strange, min(_FOREIGN, len(strange)))
        known = self.labels[ConceptKind.SKILL]
        return tuple(random.choice(known[skill]) for skill in own + foreign if skill in known)


def questions(taxonomy: Taxonomy) -> list[Question]:
    """Make the questions from a taxonomy, the same ones each time."""
    lists, random = _Lists(taxonomy), Random(_SEED)
    return [
        Question(kind, sort, phrase, uri, lists.beside(occupation, uri, random), occupation)
        for kind in (ConceptKind.SKILL, ConceptKind.OCCUPATION)
        for sort in SORTS
        for phrase, uri, occupation in _phrases(lists, kind, sort, random)
    ]


def _phrases(lists: _Lists, kind: ConceptKind, sort: str, random: Random) -> Iterator[tuple[str, str, str]]:
    if sort == "label":
        pairs = random.sample(sorted(lists.ambiguous[kind]), min(_ASKED, len(lists.ambiguous[kind])))
    else:
        concepts = random.sample(sorted(lists.labels[kind]), min(_ASKED, len(lists.labels[kind])))
        pairs = [(_word(random.choice(lists.labels[kind][uri]), random), uri) for uri in concepts]
    for phrase, uri in pairs:
        occupation = lists.occupation_of(kind, uri, random)
        if phrase and occupation:
            yield phrase, uri, occupation


def _word(label: str, random: Random) -> str:
    words = [word for word in label.split() if len(word) >= _SHORTEST and word.isalpha()]
    return random.choice(words) if words else ""


@dataclass(frozen=True, slots=True)
class _Asked:
    """The meanings of every phrase, so that they are settled again with another weight without linking again."""

    said: Mapping[ConceptKind, Said]
    rows: tuple[int, ...]


def evaluate(matcher: Matcher, progress: Progress = silent, *, every: int = 1) -> list[tuple[str, Figure, Figure]]:
    """Return for each kind and sort A@1 of the phrase alone and beside the others, on the half not fitted on.

    ``every`` asks one question in so many, for a look.
    """
    asked = [question for question in questions(matcher.taxonomy) if not question.fitted_on][::every]
    found = []
    for kind, some in _by_kind(asked).items():
        gathered = _gather(matcher, kind, some, progress)
        alone = [gathered.said[kind].meanings[row] for row in gathered.rows]
        settled = matcher.linkers.context.settle(gathered.said)[kind]
        beside = [settled[row] for row in gathered.rows]
        for sort in SORTS:
            of_sort = [number for number, question in enumerate(some) if question.sort == sort]
            before, after = (
                figure("A@1", np.array([_right(links[number], some[number]) for number in of_sort]))
                for links in (alone, beside)
            )
            found.append((f"{kind.value}, {sort}", before, after))
    return found


def fit(matcher: Matcher) -> dict[ConceptKind, float]:
    """Return for each kind the weight that makes the right meanings likeliest, on the half to fit on."""
    asked = [question for question in questions(matcher.taxonomy) if question.fitted_on]
    surroundings = matcher.linkers.surroundings
    best = {}
    for kind, some in _by_kind(asked).items():
        gathered = _gather(matcher, kind, some)
        gains = []
        for weight in WEIGHTS:
            context = Context(surroundings, dict.fromkeys(surroundings, float(weight)))
            settled = context.settle(gathered.said)[kind]
            gains.append(_likelihood([settled[row] for row in gathered.rows], some))
        best[kind] = _TIDIER * float(WEIGHTS[int(np.argmax(gains))])
    return best


def _by_kind(asked: Sequence[Question]) -> dict[ConceptKind, list[Question]]:
    kinds = (ConceptKind.SKILL, ConceptKind.OCCUPATION)
    return {kind: [question for question in asked if question.kind is kind] for kind in kinds}


def _gather(matcher: Matcher, kind: ConceptKind, asked: Sequence[Question], progress: Progress = silent) -> _Asked:
    """Link the phrases of questions of one kind, each once; each question stands for a record."""
    texts: dict[ConceptKind, list[str]] = {ConceptKind.SKILL: [], ConceptKind.OCCUPATION: []}
    owners: dict[ConceptKind, list[int]] = {ConceptKind.SKILL: [], ConceptKind.OCCUPATION: []}
    rows = []
    for number, question in enumerate(asked):
        rows.append(len(texts[kind]))
        for some, spoken in ((kind, (question.phrase,)), (ConceptKind.SKILL, question.beside)):
            texts[some] += spoken
            owners[some] += [number] * len(spoken)
    said = {}
    for some, phrases in texts.items():
        distinct = list(dict.fromkeys(phrases))
        known = {}
        for done, links in enumerate(matcher.linkers.of(some).link(distinct, MEANINGS), start=1):
            known[distinct[done - 1]] = links
            progress(done, len(distinct))
        said[some] = Said(phrases, [known[phrase] for phrase in phrases], np.array(owners[some], dtype=np.int64))
    return _Asked(said, tuple(rows))


def _right(links: Sequence[ConceptLink], question: Question) -> float:
    return float(bool(links) and links[0].uri == question.uri)


def _likelihood(settled: Sequence[Sequence[ConceptLink]], asked: Sequence[Question]) -> float:
    """Return the mean log share of the right meaning among those of its phrase, where it is one of them."""
    shares = []
    for links, question in zip(settled, asked, strict=True):
        right = next((link.confidence for link in links if link.uri == question.uri), None)
        if right is not None:
            shares.append(np.log(max(right, 1e-9) / sum(link.confidence for link in links)))
    return float(np.mean(shares)) if shares else 0.0
