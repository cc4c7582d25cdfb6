"""BM25 and TF-IDF over runs of characters on sets of people and vacancies: they see the texts the engine sees."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from evaluation.baselines import letters
from evaluation.baselines.nouns import Corpus, Score
from evaluation.rank_sets import RankSet
from matcher.records import ProfessionalProfile, Vacancy

Numbers = NDArray[np.float64]


def text_of_profile(profile: ProfessionalProfile) -> str:
    """Return everything a profile says of work: jobs, skills, studies and free text."""
    jobs = [text for job in profile.experience for text in (job.title, job.description) if text]
    skills = [statement.text for statement in profile.skills]
    studies = [item.text for item in profile.education]
    return ". ".join(dict.fromkeys([*profile.occupations, *skills, *jobs, *studies, profile.summary]))


def text_of_vacancy(vacancy: Vacancy) -> str:
    """Return what a vacancy says: title, requirements and description."""
    return ". ".join([vacancy.title, *(asked.text for asked in vacancy.requirements), vacancy.description])


def char_tfidf(some: RankSet) -> Numbers:
    """Return the cosine of TF-IDF over runs of characters, shape (vacancies, candidates)."""
    return _table(letters.char_tfidf, some)


def bm25(some: RankSet) -> Numbers:
    """Return BM25 of each profile as a query on each vacancy, shape (vacancies, candidates)."""
    return _table(letters.bm25, some)


def _table(score: Score, some: RankSet) -> Numbers:
    vacancies, people = _texts(some)
    places = np.arange(len(vacancies))
    corpus = Corpus(tuple(map(str, places)), tuple(vacancies), places.astype(np.int64))
    return np.vstack(list(score(people, corpus))).T.astype(np.float64)


def _texts(some: RankSet) -> tuple[list[str], list[str]]:
    return list(map(text_of_vacancy, some.vacancies)), list(map(text_of_profile, some.profiles))


BASELINES: dict[str, Callable[[RankSet], Numbers]] = {"char TF-IDF": char_tfidf, "BM25": bm25}
