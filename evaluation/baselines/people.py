"""Baselines on people and vacancies: they see the texts that the engine sees, each profile as a query."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from evaluation.baselines.nouns import Baseline, Corpus
from matcher.records import ProfessionalProfile, Vacancy


def text_of_profile(profile: ProfessionalProfile) -> str:
    """Return everything a profile says of work: jobs, skills, studies and free text."""
    jobs = [text for job in profile.experience for text in (job.title, job.description) if text]
    skills = [statement.text for statement in profile.skills]
    studies = [item.text for item in profile.education]
    return ". ".join(dict.fromkeys([*profile.occupations, *skills, *jobs, *studies, profile.summary]))


def text_of_vacancy(vacancy: Vacancy) -> str:
    """Return what a vacancy says: title, requirements and description."""
    return ". ".join([vacancy.title, *(asked.text for asked in vacancy.requirements), vacancy.description])


def pair_scores(baseline: Baseline, people: Sequence[str], vacancies: Sequence[str]) -> NDArray[np.float64]:
    """Return a baseline's score of every pair of texts, shape (vacancies, people)."""
    places = np.arange(len(vacancies))
    corpus = Corpus(tuple(map(str, places)), tuple(vacancies), places.astype(np.int64))
    return np.vstack(list(baseline.score(people, corpus))).T.astype(np.float64)
