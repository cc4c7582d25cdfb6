import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import DamerauLevenshtein

from matcher.training.noise import misspelt

WORDS = st.text(alphabet="abcdeéßøلحامñ", min_size=1, max_size=12)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=6), st.integers(0, 2**32))
def test_one_word_changes_by_one_slip_or_is_cut(words, seed):
    changed = misspelt(" ".join(words), np.random.default_rng(seed))
    if changed is None:
        return
    assert len(changed.split()) == len(words)
    different = [(old, new) for old, new in zip(words, changed.split(), strict=True) if old != new]
    ((old, new),) = different
    assert len(old) >= 5
    assert new[0] == old[0]
    assert DamerauLevenshtein.distance(old, new) == 1 or (old.startswith(new) and 3 <= len(new) <= 5)


@pytest.mark.parametrize("text", ["", "kok", "java dba", "a b c d"])
def test_short_words_stay(text):
    assert misspelt(text, np.random.default_rng(1)) is None


def test_every_kind_of_slip_occurs():
    found = {misspelt("lasser", np.random.default_rng(seed)) for seed in range(300)}
    assert {"laser", "lsaser", "lassser", "lass", "las"} <= found


def test_a_word_of_another_script_keeps_it():
    found = "".join(misspelt("ميكانيكي", np.random.default_rng(seed)) or "" for seed in range(100))
    assert not any(letter.isascii() for letter in found)
