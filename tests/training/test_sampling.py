from dataclasses import replace

import numpy as np
import pytest

from matcher.training.sampling import PairSampler


@pytest.fixture(scope="module")
def owners(corpus):
    """What each text row belongs to: concepts by number, dictionary words by number and sign."""
    found = {}
    for kind, groups in (("label", corpus.labels), ("word", corpus.words)):
        for number, languages in enumerate(groups):
            for rows in languages:
                for row in rows:
                    found.setdefault(int(row), set()).add((kind, number))
    return found


def test_pairs_are_of_one_concept_or_one_word(corpus, plan, owners):
    drawn = PairSampler(corpus, replace(plan, batch=100, sentences=0.0)).draw(0)
    assert len(drawn.first) == len(drawn.second) == 100
    shared = [owners[a] & owners[b] for a, b in zip(drawn.first.tolist(), drawn.second.tolist(), strict=True)]
    assert all(shared)
    words = [one for one in shared if any(kind == "word" for kind, _ in one)]
    assert len(words) >= len(corpus.words) == 3  # a share of 15% would be more than the dictionary has


def test_two_languages_of_a_word_are_drawn(corpus, plan):
    drawn = PairSampler(corpus, replace(plan, batch=20)).draw(0)
    assert all(a != b for a, b in zip(drawn.first[-3:], drawn.second[-3:], strict=True))


def test_the_teacher_is_asked_of_distinct_english_texts(corpus, plan):
    taught = PairSampler(corpus, plan).draw(3).taught
    assert len(set(taught.tolist())) == len(taught) == plan.taught
    assert taught.max() < len(corpus.english)
    few = replace(corpus, english=corpus.english[:5])
    assert len(PairSampler(few, plan).draw(3).taught) == 5


def same(one, other):
    return np.array_equal(one.first, other.first) and np.array_equal(one.taught, other.taught)


def test_a_step_draws_the_same_whatever_was_drawn_before(corpus, plan):
    sampler = PairSampler(corpus, plan)
    drawn = [sampler.draw(step) for step in range(3)]
    assert same(PairSampler(corpus, plan).draw(2), drawn[2])
    assert not same(drawn[1], drawn[2])
    assert not same(PairSampler(corpus, replace(plan, seed=1)).draw(2), drawn[2])


@pytest.mark.parametrize("change", [{"siblings": 1.0}, {"batch": 10_000}])
def test_a_batch_larger_than_what_there_is_ends(corpus, plan, change):
    drawn = PairSampler(corpus, replace(plan, **change)).draw(0)
    assert 0 < len(drawn.first) <= len(corpus.labels) + len(corpus.words)
