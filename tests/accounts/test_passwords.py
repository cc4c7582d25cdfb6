"""What may be a password, and how it is kept."""

from __future__ import annotations

import re

import pytest

from matcher.accounts.passwords import generated, hashed, is_right, require_strong
from matcher.errors import UsageError


@pytest.mark.parametrize("password", ["four words no sentence", "éèàçù-12-letters", "☃☃☂☁★☆✂✈✉✌✍✏"])
def test_twelve_characters_of_any_script_are_enough(password):
    require_strong(password, "ann@example.org")
    kept = hashed(password)
    assert kept.startswith("$argon2id$")
    assert password not in kept
    assert is_right(password, kept)
    assert not is_right(password + " ", kept)
    assert hashed(password) != kept


def test_a_generated_password_is_strong_another_each_time_and_easy_to_read_out():
    made = {generated() for _ in range(50)}
    assert len(made) == 50
    for password in made:
        require_strong(password, "ann@example.org")
        assert re.fullmatch(r"(?:[a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}", password)


def test_an_accent_is_the_same_however_a_keyboard_composes_it():
    assert is_right("cafe\u0301 au lait!", hashed("caf\u00e9 au lait!"))


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("", "0 characters"),
        ("elevenchars", "11 characters"),
        ("x" * 1025, "1025 characters"),
        ("ann@example.org", "is the login"),
        (" ANN@example.org ", "is the login"),
        ("aaaaaaaaaaaabb", "repeats"),
    ],
)
def test_a_weak_password_is_refused_with_what_is_wrong(password, said):
    with pytest.raises(UsageError, match=said):
        require_strong(password, "ann@example.org")


@pytest.mark.parametrize("password", ["", "four words no sentence", "x" * 5000])
@pytest.mark.parametrize("known", ["", "no hash at all"])
def test_where_there_is_no_hash_nothing_is_right(password, known):
    assert not is_right(password, known)
