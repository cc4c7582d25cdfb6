"""Two baselines that know words alone: BM25, and TF-IDF over runs of characters. They see the texts the engine sees."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from evaluation.rank_sets import RankSet
from matcher.records import ProfessionalProfile, Vacancy

Numbers = NDArray[np.float64]
_WORD = re.compile(r"\w+")
_K1, _B = 1.5, 0.75


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
    """Return the cosine of TF-IDF over runs of 3 to 5 characters within words, shape (vacancies, candidates)."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vacancies, people = _texts(some)
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    vectorizer.fit([*vacancies, *people])
    table: Numbers = (vectorizer.transform(vacancies) @ vectorizer.transform(people).T).toarray()
    return table


def bm25(some: RankSet) -> Numbers:
    """Return BM25 of each profile as a query on each vacancy (Robertson and Zaragoza 2009), (vacancies, candidates)."""
    vacancies, people = _texts(some)
    documents = [Counter(_words(text)) for text in vacancies]
    lengths = np.array([sum(counts.values()) for counts in documents], dtype=np.float64)
    seen = Counter(word for counts in documents for word in counts)
    places = {word: place for place, word in enumerate(sorted(seen))}
    weights = np.zeros((len(documents), len(places)))
    for row, counts in enumerate(documents):
        for word, count in counts.items():
            rarity = np.log(1 + (len(documents) - seen[word] + 0.5) / (seen[word] + 0.5))
            damped = count + _K1 * (1 - _B + _B * lengths[row] / max(lengths.mean(), 1.0))
            weights[row, places[word]] = rarity * count * (_K1 + 1) / damped
    queries = np.zeros((len(places), len(people)))
    for column, text in enumerate(people):
        for word, count in Counter(_words(text)).items():
            if word in places:
                queries[places[word], column] = count
    table: Numbers = weights @ queries
    return table


def _texts(some: RankSet) -> tuple[list[str], list[str]]:
    return list(map(text_of_vacancy, some.vacancies)), list(map(text_of_profile, some.profiles))


def _words(text: str) -> Sequence[str]:
    return _WORD.findall(text.casefold())


BASELINES: dict[str, Callable[[RankSet], Numbers]] = {"char TF-IDF": char_tfidf, "BM25": bm25}
