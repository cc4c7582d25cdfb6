"""What is wrong with a file is said in the language of the page."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.intake.cohorts import read_cohort
from matcher.intake.fields import LEFT_OUT, REJECTED
from screen.told import in_page_words
from screen.wording import Words

HEADER = "Ref;Nom;Né(e) le;Pays d'origine;Métier;Années d'expérience;Langues;Date demande;Disponible le;Lieu souhaité"
ROWS = (
    "1;A;31/02/1990;;soudeur;;;;31/02/2027;Nulle part",
    "2;B;un jour;Nulle part;soudeur;beaucoup;xyzzy;bientôt;préavis;Gand, nulle part",
    "3;C;01/01/2099;;soudeur;;;;bientôt;sauf Gand",
    "4;D;01/01/1890;;soudeur;;;;01/01/2077;",
    "5;E;01/01/2020;;soudeur;;;;;",
    "6;F;01/01/1990;;;;;;;",
    "7;G;01/01/1990;;soudeur;;;;;",
    "7;G;01/01/1990;;soudeur;;;;;",
    "7;H;01/01/1991;;maçon;;;;;",
    ";I;01/01/1991;;maçon;;;;;",
)


@pytest.fixture(scope="module")
def problems(tmp_path_factory):
    path = tmp_path_factory.mktemp("told") / "cohort.csv"
    path.write_text("\n".join((HEADER, *ROWS)), encoding="utf-8")
    found = read_cohort(path, "palim", today=date(2026, 11, 28)).problems
    assert len(found) >= 18
    return found


@pytest.mark.parametrize("language", ["fr", "nl", "de"])
def test_what_is_often_wrong_is_said_in_every_language(problems, language):
    words = Words(language)
    for problem in problems:
        for said in (problem.problem.removesuffix(REJECTED).removesuffix(LEFT_OUT), problem.remedy):
            assert in_page_words(said, words) != said, said
            assert in_page_words(said, Words("en")) == said


@pytest.mark.parametrize(
    ("said", "language", "told"),
    [
        ("the birth date gives an age over 100", "fr", "la date de naissance donne un âge de plus de 100 ans"),
        ("the same record as row 4", "de", "derselbe Datensatz wie Zeile 4"),
        (
            "the reference A{1} stands already in row 2, with other content",
            "nl",
            "de referentie A{1} staat al in rij 2, met andere inhoud",
        ),
        ("a sentence that nobody translated", "fr", "a sentence that nobody translated"),
    ],
)
def test_what_stands_in_a_sentence_stands_in_the_other(said, language, told):
    assert in_page_words(said, Words(language)) == told
