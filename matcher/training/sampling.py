"""Draws what a batch learns from: pairs of texts of one concept or one dictionary word, and texts for the teacher."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.training.corpus import Corpus, Rows
from matcher.training.plan import TrainingPlan

Ids = NDArray[np.int64]
_OF_A_GROUP = 32  # siblings taken from one group, so that a batch sees many groups


@dataclass(frozen=True, slots=True)
class Drawn:
    """Rows of the corpus: entries i of ``first`` and ``second`` belong together.

    ``taught`` are positions in ``corpus.english``.
    """

    first: Ids
    second: Ids
    taught: Ids


class PairSampler:
    """Draws as a plan says; each step has a generator of its own, so a resumed run draws what an unbroken one would."""

    def __init__(self, corpus: Corpus, plan: TrainingPlan) -> None:
        self._corpus = corpus
        self._plan = plan
        # No more siblings than half of those there are: looking for the last few would take for ever.
        self._most_siblings = len(np.unique(np.concatenate(corpus.siblings))) // 2 if corpus.siblings else 0

    def draw(self, step: int) -> Drawn:
        """Return the texts of a step. Concepts are distinct, and so are dictionary words."""
        random = np.random.default_rng((self._plan.seed, step))
        words = min(int(self._plan.batch * self._plan.words), len(self._corpus.words))
        concepts = self._draw_concepts(self._plan.batch - words, random)
        pairs = [(self._draw_text(concept, random), self._draw_text(concept, random)) for concept in concepts]
        for number in random.choice(len(self._corpus.words), words, replace=False, shuffle=False) if words else ():
            group = self._corpus.words[number]
            one, other = random.permutation(len(group))[:2]
            pairs.append((_one_of(group[one], random), _one_of(group[other], random)))
        first, second = np.array(pairs, dtype=np.int64).T
        english = len(self._corpus.english)
        taught = random.choice(english, min(self._plan.taught, english), replace=False, shuffle=False)
        return Drawn(first, second, taught)

    def _draw_concepts(self, size: int, random: np.random.Generator) -> list[int]:
        """Return distinct concepts, a share of them from groups of siblings."""
        chosen: dict[int, None] = {}
        groups = self._corpus.siblings
        wanted = min(int(size * self._plan.siblings), self._most_siblings)
        while len(chosen) < wanted:
            chosen.update(dict.fromkeys(random.permutation(_one_group(groups, random))[:_OF_A_GROUP].tolist()))
        chosen = dict.fromkeys(list(chosen)[:wanted])
        for concept in random.permutation(len(self._corpus.labels)).tolist():
            if len(chosen) >= size:
                break
            chosen[concept] = None
        return list(chosen)

    def _draw_text(self, concept: int, random: np.random.Generator) -> int:
        """Return a text of a concept: its languages count alike, however many labels each has."""
        described = self._corpus.sentences[concept]
        use_sentence = described and random.random() < self._plan.sentences
        languages = described if use_sentence else self._corpus.labels[concept]
        return _one_of(languages[int(random.random() * len(languages))], random)


def _one_group(groups: Sequence[Rows], random: np.random.Generator) -> Rows:
    return groups[int(random.random() * len(groups))]


def _one_of(rows: Rows, random: np.random.Generator) -> int:
    # A tenth of the time of random.integers, which is called some 10,000 times a batch.
    return int(rows[int(random.random() * len(rows))])
