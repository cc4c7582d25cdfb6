from __future__ import annotations

from datetime import date

import pytest

from matcher.intake.cv.identity import Identity, read_identity
from matcher.intake.cv.vocabulary import Label

TODAY = date(2026, 11, 25)


def identity(*lines: str, prominent: tuple[str, ...] = ()) -> Identity:
    return read_identity(lines, prominent, TODAY)


@pytest.mark.parametrize(
    ("lines", "prominent", "name"),
    [
        (("Naam: Filmon Tesfazghi",), (), "Filmon Tesfazghi"),
        (("NOM : KOUASSI", "PRENOMS : Yao"), (), "Yao KOUASSI"),
        (("Name\tYazan Al-Khatibani",), (), "Yazan Al-Khatibani"),
        (("Name", "Yazan Al-Khatibani"), (), "Yazan Al-Khatibani"),
        (("الاسم: ماجد الزعبي",), (), "ماجد الزعبي"),
        (("Curriculum vitae", "Full-stack developer", "Tobenna Obi", "t.obi@example.org"), (), "Tobenna Obi"),
        (("CV - Tobenna Obi", "t.obi@example.org"), (), "Tobenna Obi"),
        (("Anouar Ben Romdhani", "Soudeur"), ("Anouar Ben Romdhani",), "Anouar Ben Romdhani"),
        (("رنيم الحلاوي", "ممرضة قانونية"), ("رنيم الحلاوي",), "رنيم الحلاوي"),
        (("JOHN BAKER", "john.baker@example.org"), (), "JOHN BAKER"),
        # Signs that are not enough, or speak of something else.
        (("Golden Palace", "mimi90@example.org"), (), ""),
        (("Hotel Receptionist", "mimi90@example.org"), ("Hotel Receptionist",), ""),
        (("Grand Hotel Atlas",), ("Grand Hotel Atlas",), ""),
        (("Work Experience",), ("Work Experience",), ""),
        (("+216 00 123 456",), (), ""),
        ((), (), ""),
    ],
)
def test_a_name_is_labelled_or_certain_or_left_out(
    lines: tuple[str, ...], prominent: tuple[str, ...], name: str
) -> None:
    assert identity(*lines, prominent=prominent).name.name == name


@pytest.mark.parametrize(
    ("line", "phone"),
    [
        ("Tél. 00 213 000 33 44 55", "00 213 000 33 44 55"),
        ("(+212) 000-112233 | a@example.org", "(+212) 000-112233"),
        ("Tel : 00 00 11 22 / 05 00 33 44", "00 00 11 22"),
        ("0000/12.34.56", "0000/12.34.56"),
        ("2018-2020 2020-2024", ""),
        ("01/09/2017 - 30/06/2020", ""),
        ("1000 Bruxelles", ""),
    ],
)
def test_telephone_numbers(line: str, phone: str) -> None:
    assert identity(line).phone == phone


def test_facts_with_and_without_a_mark_between_label_and_value() -> None:
    read = identity("Né le 14/03/1991 à Tunis", "Nationalité : tunisienne | Sexe: F", "Permis B")
    assert {fact.label: fact.value for fact in read.facts} == {
        Label.BIRTH_DATE: "14/03/1991 à Tunis",
        Label.NATIONALITY: "tunisienne",
        Label.GENDER: "F",
        Label.LICENCE: "B",
    }
    assert read.kept == ("Né le 14/03/1991 à Tunis",)


def test_an_occupation_may_share_its_line_with_contacts() -> None:
    read = identity("Awa NDAO", "Software engineer | awa.ndao@example.org | Accra")
    assert (read.occupations, read.kept) == (("Software engineer",), ("Accra",))


def test_the_line_under_the_name_is_the_occupation_and_the_rest_is_kept() -> None:
    read = identity(
        "Awa NDAO", "Aide-soignante", "Rue X 3, Liège", "awa.ndao@example.org", "Tél: 0000 11 22 33 / 0000 99 88 77"
    )
    assert read.occupations == ("Aide-soignante",)
    assert read.kept == ("Rue X 3, Liège", "Tél: 0000 11 22 33 / 0000 99 88 77")
