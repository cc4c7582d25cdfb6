"""Words of names that sound the same, in whatever script or spelling; and words that do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.duplicates.sounds import sound_of
from taxonomies.wording import fold

SAME = [
    ("Mohammed", "محمد"),
    ("Mohamed", "Muhammad"),
    ("Amrani", "عمراني"),
    ("Kader", "قادر"),
    ("Kader", "Qadir"),
    ("Ndiaye", "Njie"),
    ("Diallo", "Jallow"),
    ("Thiam", "Cham"),
    ("Cissé", "Ceesay"),
    ("Gueye", "Gaye"),
    ("Keïta", "Keita"),
    ("Bah", "Ba"),
    ("Tesfay", "ተስፋይ"),
    ("Tesfaye", "ተስፋይ"),
    ("Ghebre", "ገብረ"),
    ("Mikael", "ሚካኤል"),
    ("Yisak", "ይሳቅ"),
    ("Ahmadzai", "Ahmadzay"),
    ("Ahmadzai", "احمدزی"),
    ("Walid", "Oualid"),
    ("Walid", "وليد"),
    ("Meryem", "Mariam"),
    ("Toufik", "توفيق"),
    ("Djamel", "Gamal"),
    ("Othman", "Osman"),
    ("Reza", "رضا"),
    ("Issa", "عيسى"),
    ("Samira", "سميرة"),
]

OTHER = [("Samir", "Samira"), ("Hassan", "Karim"), ("Ali", "Alou"), ("Amin", "Amina"), ("حسن", "Hussein")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_sound_the_same(one, other):
    distance = sound_of(fold(one)).distance(sound_of(fold(other)))
    assert distance is not None
    assert distance <= 0.5


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_share_a_key(one, other):
    assert set(sound_of(fold(one)).keys()) & set(sound_of(fold(other)).keys())


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_two_names_do_not(one, other):
    distance = sound_of(fold(one)).distance(sound_of(fold(other)))
    assert distance is None or distance >= 1.0


WORDS = st.text(alphabet="abcdeghijklmnoqrstuwxyzمحدعليوسفኣተስፋ'", max_size=14)


@given(WORDS, WORDS)
def test_distance_is_the_same_both_ways(one, other):
    assert sound_of(one).distance(sound_of(other)) == sound_of(other).distance(sound_of(one))


@given(st.text(max_size=20))
def test_any_text_has_a_sound_and_is_no_distance_from_itself(word):
    sound = sound_of(word)
    assert len(sound.vowels) == len(sound.consonants) + 1
    assert sound.distance(sound) == 0.0
    assert 1 <= len(sound.keys()) <= 4
