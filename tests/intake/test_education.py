from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.intake.cells import MOST_ENTRIES
from matcher.intake.education import claimed_levels, read_education, read_required_level
from tests.intake.cases import read_cases

CASES = read_cases("education")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("école primaire", 1),
        ("3 jaar lagere school", 1),
        ("lagere school + 2 jaar middelbaar", 2),
        ("BFEM", 2),
        ("CAP construction métallique", 3),
        ("BSO", 3),
        ("Qualification soudage, OFPPT", 3),
        ("7 BSO", 4),
        ("Bac", 4),
        ("Baccalauréat sciences", 4),
        ("CESS", 4),
        ("technisch secundair elektriciteit", 4),
        ("SSCE", 4),
        ("Technicien électricité de bâtiment OFPPT", 4),
        ("BTP pâtisserie, centre de Nabeul", 4),
        ("Gesellenbrief", 4),
        ("Bac+2", 5),
        ("BTS froid", 5),
        ("DUT génie civil", 5),
        ("DEUG géographie (Bac+2)", 5),
        ("HND Computer Science", 5),
        ("OND Statistics", 5),
        ("OFPPT technicien spécialisé", 5),
        ("graduaat", 5),
        ("Bac + 3", 6),
        ("Licence en biologie, Casablanca 2019", 6),
        ("B.Sc. (Hons) Physics", 6),
        ("B.A English", 6),
        ("B.Tech", 6),
        ("Bachelor wiskunde, NARIC aanvraag lopende", 6),
        ("bachelier", 6),
        ("DUT génie civil + licence pro", 6),
        ("Master finance", 7),
        ("M.Sc Statistics", 7),
        ("Ingénieur d'état", 7),
        ("Diplôme d’ingénieur", 7),
        ("ENCG - diplôme commerce (Bac+5)", 7),
        ("Dipl.-Ing. Maschinenbau", 7),
        ("Doctorat en pharmacie", 7),
        ("Ph.D", 8),
        ("doctorat en chimie", 8),
        ("VKS 5", 5),
        ("Bac technique 2022, 1 an de prépa abandonnée", 4),
        ("Licence 2 maths-info non terminée", None),
        ("Master, non terminé", None),
        ("Bac non obtenu", None),
        ("sans diplôme (apprentissage familial)", None),
        ("geen diploma", None),
        ("niet naar school geweest", None),
        ("Permis de conduire engins", None),
        ("driving licence B", None),
        ("8th grade", None),
        ("Diplôme A1 sciences infirmières", None),
    ],
)
def test_level_that_the_words_claim(text: str, level: int | None) -> None:
    assert [course.eqf for course in read_education(text)] == [level]


@pytest.mark.parametrize(("text", "eqf", "isced", "country"), CASES)
def test_level_and_country_of_diplomas_of_many_countries(text: str, eqf: str, isced: str, country: str) -> None:
    (course,) = read_education(text)
    assert (course.text, _written(course.eqf), _written(course.isced), course.country or "") == (
        text,
        eqf,
        isced,
        country,
    )


def _written(level: int | None) -> str:
    return "" if level is None else str(level)


def test_the_table_of_cases_is_as_long_as_it_should_be() -> None:
    assert len(CASES) >= 150
    assert len({text for text, *_ in CASES}) == len(CASES)


def test_a_country_said_elsewhere_decides_where_countries_differ() -> None:
    assert [(course.isced, course.country) for course in read_education("Technicien", "MA")] == [(4, "MA")]
    assert [(course.isced, course.country) for course in read_education("Technicien", "TN")] == [(3, "TN")]
    assert [(course.isced, course.country) for course in read_education("Technicien")] == [(3, None)]


def test_what_was_only_followed_counts_for_a_vacancy_but_not_for_a_candidate() -> None:
    assert read_required_level("niveau bac+2") == 5
    assert [course.eqf for course in read_education("niveau bac+2")] == [None]
    assert [course.eqf for course in read_education("niveau bac+2 validé")] == [5]


def test_each_course_is_kept_in_its_own_words() -> None:
    courses = read_education("Master AI (M2), AIMS; licence maths\n• CCNA")
    assert [(course.text, course.eqf) for course in courses] == [
        ("Master AI (M2), AIMS", 7),
        ("licence maths", 6),
        ("CCNA", None),
    ]
    assert read_education("n/a") == ()
    assert len(read_education(";".join(["bac"] * MOST_ENTRIES * 2))) == MOST_ENTRIES


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("bachelor of master", 6),
        ("secundair/TSO of bachelor", 4),
        ("Bac+3", 6),
        ("6", 6),
        ("VKS 5 of hoger", 5),
        ("geen diploma vereist", None),
        ("pas de diplôme requis", None),
        ("CQ6 couvreur ou expérience", None),
        ("", None),
    ],
)
def test_lowest_level_that_a_vacancy_accepts(text: str, level: int | None) -> None:
    assert read_required_level(text) == level


@settings(deadline=None)
@given(st.text(max_size=120))
def test_levels_stay_within_the_framework(text: str) -> None:
    assert all(1 <= level <= 8 for level in claimed_levels(text))


names = st.sampled_from(
    ["Bac", "+", "2", "BTP", "OFPPT", "Licence", "non", "niveau", "بكالوريا", "EQF", "9", "ISCED", ",", ";"]
)


@settings(deadline=None)
@given(st.lists(names, max_size=12).map(" ".join) | st.text(max_size=80))
def test_no_words_break_the_reading_and_every_course_keeps_its_words(text: str) -> None:
    for course in read_education(text):
        assert course.text
        assert course.eqf is None or 1 <= course.eqf <= 8
        assert course.isced is None or 0 <= course.isced <= 8
