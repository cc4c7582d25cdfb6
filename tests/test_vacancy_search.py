"""A few words find a vacancy among all."""

from __future__ import annotations

import pytest

from matcher.records import Place, Source, Vacancy
from matcher.vacancy_search import search_vacancies

VACANCIES = [
    Vacancy("1", "VL-1", "Lasser TIG", Source("f"), employer="Metaal Désiré", workplace=Place("Gent", "9000")),
    Vacancy("2", "VL-2", "Onderhoudslasser", Source("f"), employer="Bekaert", workplace=Place("Zwevegem")),
    Vacancy("3", "WA-3", "Soudeur", Source("f"), description="lasser"),
    Vacancy("4", "VL-11", "Kok", Source("f"), employer="Lasserie", workplace=Place("Liège")),
]


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("", "1234"),
        ("lasser", "124"),
        ("LASSER gent", "1"),
        ("desire", "1"),
        ("9000", "1"),
        ("liege", "4"),
        ("vl-1", "14"),
        ("vl-11", "4"),
        ("gent kok", ""),
        ("  ", "1234"),
        ("*", ""),
    ],
)
def test_every_word_sought_is_held_and_the_best_comes_first(sought, found):
    assert "".join(vacancy.id for vacancy in search_vacancies(VACANCIES, sought)) == found
