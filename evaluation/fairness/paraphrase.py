"""The paraphrase test: the same trade and skills, written in another language, ranked by how far they come apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random
from typing import Any

import numpy as np

from evaluation.fairness.arena import Arena, Shift
from evaluation.intervals import figure
from evaluation.suites import Bench, Figure, Measured
from matcher.encoding import Encoder, TextRole
from matcher.records import ProfessionalProfile, SkillStatement
from taxonomies.concepts import ConceptKind, Taxonomy
from taxonomies.lexicon import phrases

LANGUAGES = ("fr", "nl", "en", "de")
SKILLS = 3  # skills of a profile, beside its occupation
HELD_BACK, LEARNT, LABELS = "held back", "learnt from", "labels"
MOST = 40  # profiles of labels
ANY_PAIR = "any two"
_METRICS = ("RBO", "score change", "rank shift")

Wordings = Mapping[str, str]
"""What one concept is called by language."""


@dataclass(frozen=True, slots=True)
class Concepts:
    """An occupation and some skills near it, each in every language."""

    occupation: Wordings
    skills: tuple[Wordings, ...]

    def written(self, language: str) -> ProfessionalProfile:
        """Write the profile in a language."""
        skills = tuple(SkillStatement(skill[language]) for skill in self.skills)
        return ProfessionalProfile((self.occupation[language],), skills)


@dataclass(frozen=True, slots=True)
class _Pair:
    """One profile written two ways."""

    split: str
    part: str
    one: ProfessionalProfile
    other: ProfessionalProfile


def measure_paraphrase(bench: Bench) -> Measured:
    """Measure by pair of languages how far the rankings of one profile come apart."""
    pairs = [
        pair
        for split, written in (
            (HELD_BACK, of_phrases(bench.matcher.encoder, probe=True)),
            (LEARNT, of_phrases(bench.matcher.encoder, probe=False)),
            (LABELS, of_labels(bench.matcher.taxonomy, bench.seed)),
        )
        for concepts in written
        for pair in _pairs(split, concepts)
    ]
    arena = Arena.of(bench.matcher)
    scores = arena.score([*(pair.one for pair in pairs), *(pair.other for pair in pairs)], bench.progress)
    shifts = [arena.shift(scores[:, number], scores[:, len(pairs) + number]) for number in range(len(pairs))]
    grouped: dict[tuple[str, str], list[Shift]] = defaultdict(list)
    for pair, shift in zip(pairs, shifts, strict=True):
        grouped[pair.split, pair.part].append(shift)
        grouped[pair.split, ANY_PAIR].append(shift)
    figures = [found for key, some in grouped.items() for found in _figures(*key, some)]
    return Measured(tuple(figures), {"by_pair": _table(grouped)}, _notes(bench, grouped))


def of_phrases(encoder: Encoder, *, probe: bool) -> list[Concepts]:
    """Return for each occupation that has phrases in all languages a profile with the skills nearest in meaning.

    The phrases are the lexicon's, as candidates write: they mean one concept and are no exact translations.

    Args:
        encoder: tells what is near, by the English phrases.
        probe: of the concepts held back from training and synonyms, or else of the others.
    """
    told: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for phrase in phrases(probe=probe):
        told[phrase.kind, phrase.uri].setdefault(phrase.language, phrase.text)
    whole = [(kind, by) for (kind, _), by in sorted(told.items()) if by.keys() >= set(LANGUAGES)]
    occupations = [by for kind, by in whole if kind == "occupation"]
    skills = [by for kind, by in whole if kind == "skill"]
    titles, abilities = (encoder.encode([by["en"] for by in some], TextRole.QUERY) for some in (occupations, skills))
    nearest = np.argsort(-(titles @ abilities.T), axis=1, kind="stable")[:, :SKILLS]
    return [
        Concepts(occupation, tuple(skills[row] for row in rows))
        for occupation, rows in zip(occupations, nearest, strict=True)
    ]


def of_labels(taxonomy: Taxonomy, seed: int) -> list[Concepts]:
    """Return profiles of occupations and their essential skills by ESCO's own labels: exact translations."""
    made: list[Concepts] = []
    for uri in Random(seed).sample(occupations := taxonomy.uris(ConceptKind.OCCUPATION), len(occupations)):
        called = [taxonomy.occupation(uri).preferred]
        called += [taxonomy.skill(skill).preferred for skill in sorted(taxonomy.skills_of(uri).essential)]
        whole = [preferred for preferred in called if preferred.keys() >= set(LANGUAGES)]
        if whole and whole[0] is called[0] and len(whole) > SKILLS and len(made) < MOST:
            made.append(Concepts(whole[0], tuple(whole[1 : SKILLS + 1])))
    return made


def _pairs(split: str, concepts: Concepts) -> Iterator[_Pair]:
    for one, other in combinations(LANGUAGES, 2):
        yield _Pair(split, f"{one}-{other}", concepts.written(one), concepts.written(other))


def _figures(split: str, part: str, shifts: Sequence[Shift]) -> Iterator[Figure]:
    values = (
        [shift.overlap for shift in shifts],
        [shift.score for shift in shifts],
        [shift.places for shift in shifts],
    )
    for metric, numbers in zip(_METRICS, values, strict=True):
        found = figure(metric, np.array(numbers))
        yield Figure(metric, found.value, found.low, found.high, found.n, part=f"{part}, {split}")


def _table(grouped: Mapping[tuple[str, str], Sequence[Shift]]) -> list[dict[str, Any]]:
    return [
        {
            "split": split,
            "pair": part,
            "profiles": len(some),
            "rbo": round(float(np.mean([shift.overlap for shift in some])), 6),
            "score_change": round(float(np.mean([shift.score for shift in some])), 6),
            "rank_shift": round(float(np.mean([shift.places for shift in some])), 4),
            "furthest": max(shift.furthest for shift in some),
        }
        for (split, part), some in grouped.items()
    ]


def _notes(bench: Bench, grouped: Mapping[tuple[str, str], Sequence[Shift]]) -> tuple[str, ...]:
    def told(split: str) -> str:
        some = grouped[split, ANY_PAIR]
        overlap = float(np.mean([shift.overlap for shift in some]))
        return f"RBO {overlap:.3f}, {_shift(some):.1f} places on average ({len(some)} pairs)"

    candidates = {part: _shift(some) for (split, part), some in grouped.items() if split == HELD_BACK}
    furthest = max(candidates, key=lambda part: candidates[part])
    return (
        f"One profile, an occupation and {SKILLS} skills, written in {', '.join(LANGUAGES)}; taxonomy: "
        f"{bench.matcher.taxonomy.meta.get('edition', '?')}. By ESCO's own labels, which are exact translations: "
        f"{told(LABELS)}. In words as candidates write them, of concepts the engine knows synonyms of: {told(LEARNT)}; "
        f"of concepts held back from it: {told(HELD_BACK)}.",
        f"Furthest apart ({HELD_BACK}): {furthest}, {candidates[furthest]:.1f} places. Labels are linked rightly in "
        "every language, so that their shift is what comparing the words' meaning adds; the others add that people put "
        "things otherwise, for the phrases of a concept are no translations, and wrong links. A shift means that the "
        "words somebody finds can move them on a page of ten.",
    )


def _shift(shifts: Sequence[Shift]) -> float:
    return float(np.mean([shift.places for shift in shifts]))
