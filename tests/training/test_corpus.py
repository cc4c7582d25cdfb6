import numpy as np
import pytest

from matcher.training.corpus import read_corpus
from matcher.training.dictionaries import WordPair
from taxonomies.lexicon import terms

PAIRS = [
    WordPair("fr", "Marteau", "en", "hammer"),
    WordPair("fr", "marteau", "nl", "hamer"),
    WordPair("en", "taxi", "fr", "taxi"),  # the same word teaches nothing
    WordPair("en", "big", "en", "large"),  # no translation
    WordPair("en", "...", "fr", "points"),  # no word
]


def named(corpus, groups):
    return [[{corpus.texts[row] for row in rows} for rows in group] for group in groups]


def test_texts_of_a_concept_stand_by_language(corpus, starter):
    concepts = starter.status().counts["skill"] + starter.status().counts["occupation"]
    assert concepts < len(corpus.labels) <= concepts + sum(1 for _ in terms())
    assert all(len(languages) >= 2 for languages in corpus.labels)


def test_languages_can_be_chosen(starter):
    assert all(len(languages) == 1 for languages in read_corpus(starter, ("en",)).labels)


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        ((), [[{"hammer"}, {"marteau"}, {"hamer"}]]),
        (("fr", "en"), [[{"hammer"}, {"marteau"}]]),
        (("de", "en"), []),
    ],
)
def test_a_headword_stands_with_its_translations(starter, languages, expected):
    corpus = read_corpus(starter, languages, pairs=PAIRS)
    assert named(corpus, corpus.words) == expected


def test_some_labels_get_a_misspelt_copy(starter):
    plain = read_corpus(starter)
    noisy = read_corpus(starter, noise=0.5, seed=1)
    assert noisy.texts[: len(plain.texts)] == plain.texts
    copies = len(noisy.texts) - len(plain.texts)
    assert 0.2 * len(plain.texts) < copies
    for before, after in zip(plain.labels, noisy.labels, strict=True):
        for rows, more in zip(before, after, strict=True):
            assert np.array_equal(more[: len(rows)], rows)
            assert all(row >= len(plain.texts) for row in more[len(rows) :])
    assert read_corpus(starter, noise=0.5, seed=1).texts == noisy.texts
    assert read_corpus(starter, noise=0.5, seed=2).texts != noisy.texts


def test_a_teacher_of_english_is_asked_of_english_alone(starter):
    corpus = read_corpus(starter, pairs=PAIRS, noise=0.5)
    english = {corpus.texts[row] for row in corpus.english}
    assert "hammer" in english
    assert not {"marteau", "hamer"} & english
    known = set(read_corpus(starter, ("en",), pairs=PAIRS).texts)
    assert english <= known | {"hammer"}
    assert len(read_corpus(starter, ("fr",)).english) == 0
