from __future__ import annotations

import pytest

from matcher.intake.candidate_columns import CANDIDATE_LEXICON, CandidateColumn
from matcher.intake.headers import normalise_heading
from matcher.intake.sheets import Row, Sheet
from matcher.intake.vacancy_columns import VACANCY_LEXICON, VacancyColumn
from matcher.records import ColumnMatch

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
        ("رقم الملف", C.KEY),
        ("الاسم الكامل", C.NAME),
        ("تاريخ الميلاد", C.BIRTH_DATE),
        ("تاريخ الإزدياد", C.BIRTH_DATE),
        ("البريد الإلكتروني", C.EMAIL),
        ("الْمِهْنَة", C.OCCUPATION),
        ("المهارات", C.SKILLS),
        ("المستوى الدراسي", C.EDUCATION),
        ("اللغات", C.LANGUAGES),
        ("Observations", None),
        ("Centre de formation", None),
        ("x" * 500, None),
        ("", None),
    ],
)
def test_candidate_headings_are_recognised_in_five_languages(text: str, column: CandidateColumn | None) -> None:
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


def test_misspelt_arabic_headings_are_recognised() -> None:
    found = headed(("رقم الملف", "تاريخ الازديادد", "المهنه", "المهاراات"))
    assert list(found.values()) == [C.KEY, C.BIRTH_DATE, C.OCCUPATION, C.SKILLS]


@pytest.mark.parametrize(
    "rows",
    [
        # as merged cells are read, and as an export to CSV writes them
        (("Ref", "Métier", "Langues", "", ""), ("Ref", "Métier", "FR", "NL", "EN")),
        (("Ref", "Métier", "Langues", "", ""), ("", "", "FR", "NL", "EN")),
    ],
)
def test_headings_below_a_group_are_taken_together_with_it(rows: tuple[tuple[str, ...], ...]) -> None:
    assert headed(*rows, ("1", "Soudeur", "B2", "A1", "")) == {
        "Ref": C.KEY,
        "Métier": C.OCCUPATION,
        "Langues: FR": C.LANGUAGES,
        "Langues: NL": C.LANGUAGES,
        "Langues: EN": C.LANGUAGES,
    }


def test_a_group_beside_other_groups_is_recognised() -> None:
    found = headed(
        ("Ref", "Identité", "", "Métier", "Compétences", ""), ("", "Nom", "Prénom", "", "techniques", "sociales")
    )
    assert found == {
        "Ref": C.KEY,
        "Nom": C.FAMILY_NAME,
        "Prénom": C.GIVEN_NAME,
        "Métier": C.OCCUPATION,
        "Compétences: techniques": C.SKILLS,
        "Compétences: sociales": C.SKILLS,
    }


@pytest.mark.parametrize(
    "row", [("1", "Soudeur", "FR", "NL", "EN"), ("", "", "B2", "A1", "C1"), ("", "", "x", "x", "")]
)
def test_a_row_of_data_below_a_group_is_no_heading(row: tuple[str, ...]) -> None:
    found = headed(("Ref", "Métier", "Langues", "", ""), row)
    assert list(found) == ["Ref", "Métier", "Langues"]


def test_columns_headed_by_one_language_are_languages() -> None:
    found = headed(("Ref", "Métier", "Nederlands", "Niveau de français", "EN", "de"))
    assert list(found.values()) == [C.KEY, C.OCCUPATION, C.LANGUAGES, C.LANGUAGES, C.LANGUAGES, None]


def test_what_a_person_said_of_a_heading_outranks_all_else() -> None:
    lexicon = CANDIDATE_LEXICON.told({"Wie": C.NAME, "référence": None, "Nr.": C.KEY})
    header = lexicon.header(Sheet(None, (Row(1, ("WIE", "Référence", "Nr", "Metier")),)))
    assert header is not None
    assert [(heading.column, heading.how) for heading in header.headings] == [
        (C.NAME, ColumnMatch.MAPPING),
        (None, ColumnMatch.MAPPING),
        (C.KEY, ColumnMatch.MAPPING),
        (C.OCCUPATION, ColumnMatch.KNOWN),
    ]
