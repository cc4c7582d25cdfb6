"""Finds vacancies among thousands by a few words of title, employer, place or reference."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from matcher.records import Vacancy
from taxonomies.wording import fold


def search_vacancies(vacancies: Iterable[Vacancy], sought: str) -> list[Vacancy]:
    """Return the vacancies that hold every word sought, the best first; all of them in their order for no words.

    A reference that is written whole comes first, then titles that begin with the words, then titles that hold them,
    then the rest; vacancies alike keep their order.
    """
    words = fold(sought).split()
    if not words:
        return list(vacancies)
    found = [(grade, vacancy) for vacancy in vacancies if (grade := _grade(_words(vacancy), words)) is not None]
    return [vacancy for _, vacancy in sorted(found, key=lambda pair: pair[0])]


def _grade(line: tuple[str, str, str], words: list[str]) -> int | None:
    """Return how well a vacancy answers, 0 best, or ``None`` where it lacks a word."""
    key, title, whole = line
    if not all(word in whole for word in words):
        return None
    if key == " ".join(words):
        return 0
    if title.startswith(words[0]) and all(word in title for word in words):
        return 1
    return 2 if all(word in title for word in words) else 3


def _words(vacancy: Vacancy) -> tuple[str, str, str]:
    place = vacancy.workplace
    where = f"{place.name} {place.postcode or ''}" if place else ""
    return _folded(vacancy.key, vacancy.title, vacancy.employer or "", where)


@lru_cache(maxsize=50_000)
def _folded(key: str, title: str, employer: str, where: str) -> tuple[str, str, str]:
    key, title = fold(key), fold(title)
    return key, title, f"{title} {fold(employer)} {fold(where)} {key}"
