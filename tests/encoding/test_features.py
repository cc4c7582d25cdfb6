from hypothesis import given
from hypothesis import strategies as st

from matcher.encoding.features import MAX_WORD, MAX_WORDS, gram_key, grams_of, words_of


def test_grams_of_a_short_word():
    assert grams_of("vis") == ["<vis>", "<vi", "vis", "is>", "<vis", "vis>"]


def test_gram_key_is_crc32():
    assert gram_key("123456789") == 0xCBF43926  # the check value published for CRC-32


@given(st.text(max_size=300))
def test_words_are_bounded(text):
    words = words_of(text)
    assert len(words) <= MAX_WORDS
    assert all(0 < len(word) <= MAX_WORD for word in words)


@given(st.text(alphabet="abcdefgh", min_size=1, max_size=30))
def test_grams_are_distinct_and_hold_the_whole_word_first(word):
    grams = grams_of(word)
    assert grams[0] == f"<{word}>"
    assert len(set(grams)) == len(grams)
