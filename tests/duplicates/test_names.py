"""Names as people write them, aligned word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.duplicates.likeness import Likeness, align
from matcher.duplicates.names import read_name

SAME_NAME = [
    ("Mohammed El Amrani", "محمد العمراني"),
    ("Mohamed Elamrani", "EL AMRANI Mohammed"),
    ("Ben Ali Karim", "Karim Benali"),
    ("Abdelkader Bouzid", "Abd el-Kader Bou Zid"),
    ("عبد القادر بوزيد", "Abdelkader Bouzid"),
    ("Fatou N'Diaye", "Fatou Njie"),
    ("Mamadou Diallo", "Jallow Mamadou"),
    ("Oluwaseun Adeyemi", "Seun Adeyemi"),
    ("ተስፋይ ገብረመድህን", "Tesfaye Gebre Medhin"),
    ("Najib Ullah Ahmad Zai", "Najibullah Ahmadzay"),
    ("نجیب الله احمدزی", "Najibullah Ahmadzai"),
    ("Nour Eddine Ait Ahmed", "Noureddine Aït-Ahmed"),
    ("نور الدين بن علي", "Noureddine Benali"),
    ("Sidi Mohamed Ould Ahmed", "Mohamed Ahmed"),
    ("Haile Selassie Tekle", "Haileselassie Tecle"),
    ("El Hadj Oumar Sow", "Omar Sowe"),
    ("Mme Aïcha Traoré (née Ba)", "Aisha Traore Bah"),
    ("Abdul Rahman Noori", "Abderrahmane Nouri"),
]


@pytest.mark.parametrize(("one", "other"), SAME_NAME)
def test_ways_to_write_a_name_align_whole(one, other):
    found = align(read_name(one), read_name(other))
    assert (found.left_over, found.right_over) == ((), ())
    assert min(likeness for _, _, likeness in found.pairs) >= Likeness.SHORT_FORM


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        ("Hassan Traore", "Hussein Traoré", ["Hassan"], ["Hussein"]),
        ("Amina Benali", "Amira Benali", ["Amina"], ["Amira"]),
        ("Salim Ba", "Salimata Ba", ["Salim"], ["Salimata"]),
        ("Samir Haddad", "Samira Haddad", ["Samir"], ["Samira"]),
        ("Fatima Zahra Alaoui", "Fatima Alaoui", ["Zahra"], []),
        ("王 Wei", "李 Wei", ["王"], ["李"]),
        ("Олена Koval", "Іван Koval", ["Олена"], ["Іван"]),
    ],
)
def test_what_two_names_do_not_share_is_left_over(one, other, left, right):
    mine, theirs = read_name(one), read_name(other)
    found = align(mine, theirs)
    assert [mine.words[place].text for place in found.left_over] == left
    assert [theirs.words[place].text for place in found.right_over] == right


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("Karim", "Karim", Likeness.SAME),
        ("Karim", "Kareem", Likeness.VARIANT),
        ("Berrada", "Berreda", Likeness.VARIANT),
        ("Weldemariam", "Weldemaniam", Likeness.MISSPELT),
        ("Chukwuemeka", "Emeka", Likeness.SHORT_FORM),
        ("K", "Karim", Likeness.INITIAL),
    ],
)
def test_words_are_alike_by_degrees(one, other, likeness):
    ((_, _, found),) = align(read_name(one), read_name(other)).pairs
    assert found == likeness


@pytest.mark.parametrize(
    ("name", "first"), [("DIALLO Mamadou", {1}), ("Mamadou DIALLO", {0}), ("Mamadou Diallo", {0}), ("MAMADOU BA", {0})]
)
def test_capitals_tell_the_family_name(name, first):
    assert read_name(name).first == first


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_align_and_each_word_is_used_once(one, other):
    mine, theirs = read_name(one), read_name(other)
    found = align(mine, theirs)
    assert len(found.left_over) + len(found.pairs) <= len(mine.words)
    assert len(found.right_over) + len(found.pairs) <= len(theirs.words)
    back = align(theirs, mine)
    assert len(back.pairs) == len(found.pairs)


@given(st.text(max_size=40))
def test_a_name_aligns_with_itself(text):
    found = align(read_name(text), read_name(text))
    assert (found.left_over, found.right_over) == ((), ())
