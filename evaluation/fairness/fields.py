"""The counterfactual test: whoever somebody is by the fields of the record, the ranking is the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from evaluation.fairness.invented import random_pairs
from evaluation.fairness.overlap import rank_biased_overlap
from evaluation.fairness.people import demo_vacancies
from evaluation.intervals import figure
from evaluation.suites import Bench, Figure, Measured
from matcher.evidence import Opening
from matcher.evidence.sides import Numbers
from matcher.masking import mask
from matcher.records import Candidate, ProfessionalProfile

PEOPLE = 1_000


@dataclass(frozen=True, slots=True)
class Swapped:
    """What came of the swap.

    Attributes:
        of_people: overlap of each person's two rankings of the vacancies.
        of_vacancies: overlap of each vacancy's two rankings of the people.
        changed: people whose masked profile is another under the other identity, both as they are then.
    """

    of_people: np.ndarray
    of_vacancies: np.ndarray
    changed: tuple[tuple[Candidate, Candidate], ...]


def measure_fields(bench: Bench) -> Measured:
    """Swap name, gender, nationality, age, contacts and residence of 1,000 random people."""
    found = swap_fields(bench, PEOPLE)
    same = np.concatenate([found.of_people, found.of_vacancies]) > 1 - 1e-12
    figures = tuple(
        Figure(told.metric, told.value, told.low, told.high, told.n, part="fields swapped")
        for told in (
            figure("RBO of vacancies for a person", found.of_people),
            figure("RBO of people for a vacancy", found.of_vacancies),
            figure("identical rankings", same.astype(np.float64)),
        )
    )
    note = (
        f"Every field of identity and legal status was swapped for {PEOPLE:,} random people "
        f"(name, gender, nationality, birth date, contacts, residence), against {len(demo_vacancies())} vacancies: "
        f"{len(found.changed)} of their masked profiles changed."
    )
    return Measured(figures, {"changed": [_words(pair) for pair in found.changed]}, (note,))


def swap_fields(bench: Bench, people: int) -> Swapped:
    """Rank random people under two identities each, as a load does: masked, linked, encoded, scored."""
    pairs = random_pairs(people, bench.seed)
    openings = bench.matcher.preparer.openings(demo_vacancies())
    sides = ([one for one, _ in pairs], [other for _, other in pairs])
    masked = [[mask(person) for person in side] for side in sides]
    ids = [person.id for person in sides[0]]
    once, again = (_scores(bench, openings, list(zip(ids, profiles, strict=True))) for profiles in masked)
    changed = tuple(pair for pair, one, other in zip(pairs, *masked, strict=True) if one != other)
    of_people = overlaps(once.T, again.T, [opening.vacancy.id for opening in openings])
    return Swapped(np.array(of_people), np.array(overlaps(once, again, ids)), changed)


def _scores(bench: Bench, openings: Sequence[Opening], profiles: Sequence[tuple[str, ProfessionalProfile]]) -> Numbers:
    """Prepare a side anew and score it; progress counts vacancies."""
    pool = bench.matcher.preparer.pool(profiles)
    return bench.matcher.scores(pool, openings, lambda _step, done, total: bench.progress(done, total))


def overlaps(one: Numbers, other: Numbers, ids: Sequence[str]) -> list[float]:
    """Return the overlap of the rankings by each row of two tables of scores; columns are the ids, ties go by them."""
    names = np.array(ids)
    rankings = [
        [[ids[column] for column in np.lexsort((names, -np.round(row, 9)))] for row in table] for table in (one, other)
    ]
    return [rank_biased_overlap(first, second) for first, second in zip(*rankings, strict=True)]


def _words(pair: tuple[Candidate, Candidate]) -> dict[str, object]:
    """Return what of an invented person's profile is masked under one identity alone."""
    texts = [set(_texts(mask(person))) for person in pair]
    return {
        "names": [person.person.name for person in pair],
        "emails": [person.person.email for person in pair],
        "differ": [sorted(texts[0] - texts[1]), sorted(texts[1] - texts[0])],
    }


def _texts(profile: ProfessionalProfile) -> list[str]:
    jobs = [text for job in profile.experience for text in (job.title, job.description or "")]
    courses = [course.text for course in profile.education]
    spoken = [language.text for language in profile.languages]
    return [*profile.occupations, *(skill.text for skill in profile.skills), *jobs, *courses, *spoken, profile.summary]
