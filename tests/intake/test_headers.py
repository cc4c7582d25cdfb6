from __future__ import annotations

import pytest

from matcher.intake.candidate_columns import CANDIDATE_LEXICON, CandidateColumn
from matcher.intake.headers import column_letters, normalise_heading
from matcher.intake.sheets import Row, Sheet
from matcher.intake.vacancy_columns import VACANCY_LEXICON, VacancyColumn

C, V = CandidateColumn, VacancyColumn


def headed(*rows: tuple[str, ...]) -> dict[str, CandidateColumn | None]:
    sheet = Sheet(None, tuple(Row(number, row) for number, row in enumerate(rows, 1)))
    header = CANDIDATE_LEXICON.header(sheet)
    assert header is not None
    return {heading.text: heading.column for heading in header.headings}


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("N° dossier", C.KEY),
        ("Réf. dossier", C.KEY),
        ("Dossiernr", C.KEY),
        ("NOM ET PRENOM", C.NAME),
        ("M/V", C.GENDER),
        ("date_of_birth", C.BIRTH_DATE),
        ("dateOfBirth", C.BIRTH_DATE),
        ("Date de naissance (jj/mm/aaaa)", C.BIRTH_DATE),
        ("Métier visé *", C.OCCUPATION),
        ("Compétences\nclés", C.SKILLS),
        ("Années d’expérience", C.YEARS),
        ("Experience (years)", C.YEARS),
        ("Expérience", C.EXPERIENCE),
        ("Diplôme", C.EDUCATION),
        ("Langue 2", C.LANGUAGES),
        ("Sprachkenntnisse", C.LANGUAGES),
        ("Datum aanvraag", C.APPLICATION_DATE),
        ("Statuut", C.RESIDENCE_STATUS),
        ("Pays d'origine", C.ORIGIN),
        ("Preferred work mode", C.WISHES),
        ("Observations", None),
        ("Centre de formation", None),
        ("x" * 500, None),
        ("", None),
    ],
)
def test_candidate_headings_are_recognised_in_four_languages(text: str, column: CandidateColumn | None) -> None:
    assert CANDIDATE_LEXICON.exact(text) == column


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("reference", V.KEY),
        ("Functie", V.TITLE),
        ("nice_to_have_skills", V.OPTIONAL_SKILLS),
        ("Vereiste vaardigheden", V.ESSENTIAL_SKILLS),
        ("Aantal plaatsen", V.OPENINGS),
        ("Salaire mensuel brut", V.WAGE),
        ("Postleitzahl", V.POSTCODE),
        ("experience_years", V.YEARS),
        ("Bewerbungsfrist", V.CLOSES),
    ],
)
def test_vacancy_headings_are_recognised_in_four_languages(text: str, column: VacancyColumn) -> None:
    assert VACANCY_LEXICON.exact(text) == column


def test_no_synonym_stands_for_two_columns() -> None:
    for lexicon in (CANDIDATE_LEXICON, VACANCY_LEXICON):
        forms = [(normalise_heading(text), column) for column, texts in lexicon._headings.items() for text in texts]
        assert len({form for form, _ in forms}) == len(set(forms))


def test_header_is_found_below_title_rows() -> None:
    assert headed(("Liste des candidats",), ("Métier: tous",), ("Ref", "Nom", "Métier"), ("1", "a", "b")) == {
        "Ref": C.KEY,
        "Nom": C.FAMILY_NAME,
        "Métier": C.OCCUPATION,
    }


def test_misspelt_headings_are_recognised_where_no_other_claims_the_column() -> None:
    assert headed(("Ref", "Compétances", "Nationalitée", "Metier visée")) == {
        "Ref": C.KEY,
        "Compétances": C.SKILLS,
        "Nationalitée": C.NATIONALITY,
        "Metier visée": C.OCCUPATION,
    }


def test_two_headings_for_one_column_the_more_telling_wins() -> None:
    assert headed(("N°", "Référence", "Métier")) == {"N°": None, "Référence": C.KEY, "Métier": C.OCCUPATION}


def test_repeatable_columns_take_several_headings() -> None:
    assert headed(("Ref", "Langue 1", "Langue 2")) == {"Ref": C.KEY, "Langue 1": C.LANGUAGES, "Langue 2": C.LANGUAGES}


def test_name_above_a_blank_header_cell_is_used() -> None:
    found = headed(("Dossiernr", "Identité", "", "Métier"), ("", "Nom", "Prénom", ""), ("1", "a", "b", "c"))
    assert found == {"Dossiernr": C.KEY, "Nom": C.FAMILY_NAME, "Prénom": C.GIVEN_NAME, "Métier": C.OCCUPATION}


def test_no_known_heading_gives_no_header() -> None:
    assert CANDIDATE_LEXICON.header(Sheet(None, (Row(1, ("a", "b")), Row(2, ("c", "d"))))) is None


@pytest.mark.parametrize(("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_column_letters_are_those_of_a_spreadsheet(index: int, letters: str) -> None:
    assert column_letters(index) == letters
