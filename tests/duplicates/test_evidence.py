"""Each reason for or against one person, by hand arithmetic."""

from __future__ import annotations

from collections import Counter
from datetime import date
from math import log2

import pytest

from matcher.duplicates.birth import BITS, BirthDate
from matcher.duplicates.comparing import Side
from matcher.duplicates.contacts import email_form, phone_form
from matcher.duplicates.frequency import Frequencies
from matcher.duplicates.identifiers import Email, Gender, Phone
from matcher.duplicates.naming import OtherName, SharedName
from matcher.records import Identity

NOBODY = Frequencies(0, Counter(), 0, 0)


def weigh(signal, one, other, frequencies=NOBODY):
    left, right = (Side.of(Identity(name, "palim", **said)) for name, said in (("a", one), ("b", other)))
    there, back = signal.compare(left, right, frequencies), signal.compare(right, left, frequencies)
    assert there.bits == pytest.approx(back.bits) if there.bits is not None else back.bits is None
    return there


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ((1990, 5, 14), (1990, 5, 14), "same"),
        ((1990, 5, 4), (1990, 4, 5), "swapped"),
        ((1990, 5, 14), (1991, 5, 14), "year_off"),
        ((1990, 5, 14), (1990, 5, 24), "one_digit"),
        ((1987, 5, 14), (1978, 5, 14), "one_digit"),
        ((1991, 8, 3), (1991, 5, 12), "calendar_solar"),
        ((1990, 1, 1), (1990, 5, 14), "placeholder_year"),
        ((1990, 1, 1), (1991, 5, 14), "placeholder_near"),
        ((1990, 1, 1), (1991, 1, 1), "placeholder_near"),
        ((1990, 1, 1), (1995, 5, 14), "placeholder_far"),
        ((1990, 5, 14), (1990, 7, 30), "differs"),
        ((1970, 5, 14), (1995, 7, 30), "generation"),
    ],
)
def test_birth_dates(one, other, how):
    found = weigh(BirthDate(), {"birth_date": date(*one)}, {"birth_date": date(*other)})
    assert found.reason.code == f"birth_date.{how}"
    assert found.bits == BITS[how]


def test_a_placeholder_in_common_says_less_the_more_people_have_one():
    born = {"birth_date": date(1990, 1, 1)}
    few, many = Frequencies(100, Counter(), 100, 5), Frequencies(100, Counter(), 100, 50)
    assert weigh(BirthDate(), born, born, few).bits == pytest.approx(log2(0.9 * 20 / 0.1))
    assert weigh(BirthDate(), born, born, many).bits == pytest.approx(log2(0.9 * 20 / 0.5))


@pytest.mark.parametrize("signal", [BirthDate(), Email(), Phone(), Gender(), SharedName(), OtherName()])
def test_nothing_known_is_no_evidence(signal):
    full = {
        "name": "A B",
        "birth_date": date(1990, 5, 14),
        "email": "a@b.org",
        "phone": "+32 000 11 22",
        "gender": "male",
    }
    assert weigh(signal, full, {}).bits is None


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("M.El.Amrani+be@Gmail.com", "melamrani@gmail.com"),
        ("melamrani@googlemail.com", "melamrani@gmail.com"),
        ("M.Amrani+x@example.org", "m.amrani@example.org"),
        (" <a@example.org> ", "a@example.org"),
        ("not an address", None),
        ("", None),
        (None, None),
    ],
)
def test_forms_of_an_address(text, form):
    assert email_form(text) == form


@pytest.mark.parametrize(
    "text",
    ["+212 6 00 00 00 12", "00212600000012", "06 00 00 00 12", "0600.00.00.12", "(+212) 0600-000012", "٠٦٠٠٠٠٠٠١٢"],
)
def test_forms_of_a_number(text):
    assert phone_form(text) == "00000012"


@pytest.mark.parametrize("text", [None, "", "123", "n/a", "000000000", "geen"])
def test_what_is_no_number(text):
    assert phone_form(text) is None


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("karim.benali@example.org", "Karim.Benali@example.org", "same"),
        ("karim.benali@example.org", "karim.bennali@example.org", "misspelt"),
        ("karim.benali1@example.org", "karim.benali2@example.org", "differs"),  # how two of one name get two
        ("karim.benali@example.org", "karim.bennali@example.net", "differs"),
        ("ali@example.org", "aly@example.org", "differs"),
    ],
)
def test_addresses(one, other, how):
    assert weigh(Email(), {"email": one}, {"email": other}).reason.code == f"email.{how}"


def test_rare_names_say_more_than_common_ones():
    pool = Frequencies.of([Identity(str(number), "palim", "Karim Tazi") for number in range(99)])
    common = weigh(SharedName(), {"name": "Karim Tazi"}, {"name": "Karim Tazi"}, pool)
    rare = weigh(SharedName(), {"name": "Skander Zwai"}, {"name": "Skander Zwai"}, pool)
    share = (99 + 0.5) / (99 + 250)
    assert common.bits == pytest.approx(2 * (-log2(share) - 0.5))
    assert rare.bits == pytest.approx(2 * (-log2(0.5 / 349) - 0.5))


def test_a_name_known_to_be_common_is_never_taken_for_rare():
    found = weigh(SharedName(), {"name": "Mohamed"}, {"name": "محمد"})
    assert found.bits == pytest.approx(-log2(0.12) - 1.0)


@pytest.mark.parametrize(
    ("one", "other", "gender", "how"),
    [
        ("Hassan Diallo", "Hussein Diallo", "male", "given"),
        ("DIALLO Hassan", "Hussein Jallow", "male", "given"),
        ("Ali Karim Tazi", "Nabil Karim Tazi", "male", "given"),
        ("Fatima Benali", "Fatima El Amrani", "female", "married"),
        ("Gebreselassie Helen", "Helen Araya", "female", "married"),
        ("Roya Mohamed Popalzai", "Roya Sharifi", "female", "married"),
        ("Karim Benali", "Karim El Amrani", "male", "family"),
        ("Karim Benali", "Yonas Hagos", "male", "nothing"),
        ("Karim Amine Benali", "Karim Benali", "male", "missing"),
        ("Karim Benali", "Benali Karim", "male", "none"),
    ],
)
def test_what_names_do_not_share(one, other, gender, how):
    found = weigh(OtherName(), {"name": one, "gender": gender}, {"name": other, "gender": gender})
    assert found.reason.code == f"other_name.{how}"
